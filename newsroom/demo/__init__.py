"""Demo data: readable TOML files, loaded by the deeds that editors use."""
