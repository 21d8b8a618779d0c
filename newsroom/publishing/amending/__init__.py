"""Amendments (change requests): snapshots of a record with its rows, their diff, locks, and merging of duplicates."""
