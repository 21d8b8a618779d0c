"""The term base: official words in both languages."""
