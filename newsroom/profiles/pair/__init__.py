"""What the page of a pair of places prints: its records in parts, their timeline, and what stands round it."""
