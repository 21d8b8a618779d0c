"""The demonstration: readable data files, loaded by the deeds that editors use."""
