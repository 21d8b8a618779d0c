"""Institutions, people, offices, and tenures: who held an office when."""
