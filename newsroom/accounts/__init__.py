"""Staff accounts, their groups and their interface language."""
