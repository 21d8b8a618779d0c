"""What the operator may command; the commands themselves stand in `commands/`."""
