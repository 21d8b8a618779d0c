"""Public things found by their words."""
