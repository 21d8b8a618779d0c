"""Leak proof: a marker word in every field of every hidden state appears nowhere on the public site."""
