"""Places (countries and regions to towns) and pairs of places."""
