"""Profile page of a pair: its records page by page, their timeline, and the facts beside it."""
