"""Management commands (in `commands/`) and what they share."""
