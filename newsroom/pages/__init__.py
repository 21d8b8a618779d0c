"""What a page says to browsers and machines: head, JSON-LD, 404, 410, redirects, and the table of pages."""
