"""Lists for readers: inverted index, filtering, keyset pagination, A–Z lists."""
