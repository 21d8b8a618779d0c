"""What public templates load."""
