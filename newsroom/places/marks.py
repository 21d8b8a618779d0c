"""A pair as `components/pair_mark.html` asks for it."""

from newsroom.places.models import Pair


def pair_mark(pair: Pair, language: str) -> dict:
    """The two names in the order of the address, and where the pair's page stands."""
    home, partner = pair.in_order()
    return {
        "home": home.name_in(language),
        "partner": partner.name_in(language),
        "address": pair.address_in(language),
    }
