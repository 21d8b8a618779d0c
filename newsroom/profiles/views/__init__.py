"""The pages of pairs, places, people and institutions."""
