"""Public pages across rooms: front page, corrections, about, sitemaps, theme files, middleware."""
