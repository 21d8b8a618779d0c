"""Base classes of the desk: locked records and their rows, proposals, deed pages, validated fields."""
