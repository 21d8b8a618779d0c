"""Desk: the admin site that editors work in, with its middleware and CSP."""
