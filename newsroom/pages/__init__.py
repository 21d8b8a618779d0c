"""What a page says to browsers and machines: head, structured data (schema.org), 404, 410 and redirects."""
