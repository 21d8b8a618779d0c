"""The readers' gathering pages: front page, lists across rooms, about, machine files."""
