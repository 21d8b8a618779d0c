"""Pages that gather what is on record about one place, pair, person or institution, and their lists."""
