"""Context of `components/pair_mark.html`."""

from newsroom.places.models import Pair


def pair_mark(pair: Pair, language: str) -> dict:
    """Return the two names in slug order, and the URL of the pair's page."""
    home, partner = pair.in_order()
    return {
        "home": home.name_in(language),
        "partner": partner.name_in(language),
        "address": pair.address_in(language),
    }
