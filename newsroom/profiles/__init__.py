"""Profile pages: everything on record about one place, pair, person or institution, and the lists of these."""
