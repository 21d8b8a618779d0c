"""What programs read: every format is held against what its readers ask of it."""
