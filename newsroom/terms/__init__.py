"""Term base: official terms in both languages."""
