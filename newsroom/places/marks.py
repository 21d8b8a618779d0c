"""Contexts of `components/pair_mark.html`."""

from collections.abc import Iterable

from newsroom.places.models import Pair


def pair_mark(pair: Pair, language: str) -> dict:
    """Return the two names in the order of `Pair.in_order`, and the URL of the pair's page."""
    home, partner = pair.in_order(language)
    return {
        "home": home.name_in(language),
        "partner": partner.name_in(language),
        "address": pair.address_in(language),
    }


def pair_marks(pairs: Iterable[Pair], language: str) -> list[dict]:
    """Return the marks of pairs with their places, in the order of names."""
    return [pair_mark(pair, language) for pair in sorted(pairs, key=lambda pair: pair.sort_key_in(language))]
