"""Places and pairs of places."""
