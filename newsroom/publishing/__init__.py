"""What is public, since when and by whose deed: the interval, naming, releases, deeds, and amendments of records."""
