"""The desk: the admin site that editors work in, and what surrounds it."""
