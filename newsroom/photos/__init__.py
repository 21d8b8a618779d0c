"""Photos and their captions."""
