"""What is public, since when and by whose deed: the one home of visibility."""
