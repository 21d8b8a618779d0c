"""Amendments: snapshots of a record with its rows, their differences, locks, and merging of duplicates."""
