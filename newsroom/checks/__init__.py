"""Texts held against the records and the official terms. Not used yet: nothing stands in this room."""
