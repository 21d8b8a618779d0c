"""What record pages say to machines as JSON-LD. Plain dictionaries; empty values are left out when printed.

`absolute` makes a full address of one from the root.
"""

from collections.abc import Callable, Iterable

from newsroom.languages import other

CONTEXT = "https://schema.org"


def breadcrumbs(trail: Iterable[dict], absolute: Callable[[str], str]) -> dict:
    """The trail of a page, each step {name, address}."""
    steps = [
        {"@type": "ListItem", "position": place, "name": str(step["name"]), "item": absolute(step["address"])}
        for place, step in enumerate(trail, 1)
    ]
    return {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": steps}


def named(record, language: str, kind: str, absolute: Callable[[str], str] | None = None) -> dict:
    """A record by its names in both languages, with its address where it has a page that is shown."""
    name = record.name_in(language)
    twin = record.name_in(other(language))
    said = {"@type": kind, "name": name and str(name), "alternateName": "" if twin == name else twin and str(twin)}
    return said | ({"url": absolute(record.address_in(language))} if absolute else {})
