"""Institutions, people, offices and who held them."""
