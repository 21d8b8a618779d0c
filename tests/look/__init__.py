"""The look: contrast of the tokens, the bound stylesheet, the drawing of the network, the setting of names."""
