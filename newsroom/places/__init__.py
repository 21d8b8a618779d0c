"""Places (countries to towns) and pairs of places."""
