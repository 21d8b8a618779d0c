"""Template tags and filters of public pages."""
