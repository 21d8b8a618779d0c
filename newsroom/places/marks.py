"""A pair as `components/pair_mark.html` and the lists of pairs ask for it."""

from unicodedata import east_asian_width


def pair_mark(pair, language: str) -> dict:
    """The two names in the order of the address, and where the pair's page stands."""
    home, partner = pair.in_order()
    return {
        "home": home.name_in(language),
        "partner": partner.name_in(language),
        "address": pair.address_in(language),
    }


def pair_row(pair, language: str) -> dict:
    """A pair with what it is today, as far as readers may know (`with_relation`)."""
    kinds = dict(type(pair)._meta.get_field("stages").related_model._meta.get_field("kind").flatchoices)
    return pair_mark(pair, language) | {
        "relation": str(kinds.get(pair.relation, "")),
        "since": pair.since,
        "kind": pair.relation or "",
        "country": pair.in_order()[1].country,
    }


def twin_head(pair, language: str) -> dict:
    """The head of a pair's page, as `components/twin.html` asks for it."""
    home, partner = pair.in_order()
    names = [place.name_in(language) for place in (home, partner)]
    return {
        "home": _large(home, language),
        "partner": _large(partner, language),
        "long": sum(map(_width, names)) > 18,
    }


def _width(name: str) -> int:
    """How many Latin letters wide a name is: a Chinese one is two."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in name)


def _large(place, language: str) -> dict:
    return {
        "name": place.name_in(language),
        "other": place.twin_name_in(language) or "",
        "within": place.parent and place.parent.name_in(language),
        "address": place.address_in(language),
    }
