"""Lists for readers: the index of a list, filtering, pagination, A–Z lists."""
