"""A pair as `components/pair_mark.html` and the lists of pairs ask for it."""


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
        "long": sum(len(name) for name in names) > 18,
    }


def _large(place, language: str) -> dict:
    return {
        "name": place.name_in(language),
        "other": place.twin_name_in(language) or "",
        "within": place.parent and place.parent.name_in(language),
        "address": place.address_in(language),
    }
