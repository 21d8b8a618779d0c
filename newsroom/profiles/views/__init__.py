"""Views of pairs, places, people and institutions."""
