"""Test runner behind `manage.py test`: runs every part in turn, and prints what passed, failed and was skipped."""
