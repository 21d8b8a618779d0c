"""The benchmark and the Lighthouse audit: `manage.py bench`."""
