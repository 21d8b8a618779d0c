"""README's recipes for a change, each followed in a copy of the checkout and held against the laws."""
