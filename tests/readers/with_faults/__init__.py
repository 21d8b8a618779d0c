"""The site with addresses that fail on purpose."""
