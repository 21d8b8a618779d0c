"""Texts held against the records and the official terms."""
