"""Records in the words of schema.org. Plain dictionaries; empty values are left out when printed.

`absolute` makes a full address of one from the root.
"""

from collections.abc import Callable

CONTEXT = "https://schema.org"


def described(record, language: str, kind: str, absolute: Callable[[str], str]) -> dict:
    """A record by itself, of the schema's `kind`: its names in both languages and its address."""
    return {"@context": CONTEXT} | named(record, language, kind, absolute)


def named(record, language: str, kind: str, absolute: Callable[[str], str] | None = None) -> dict:
    """A record inside another thing's description; without `absolute` where it has no page that is shown."""
    said = {"@type": kind, "name": record.name_in(language), "alternateName": record.twin_name_in(language)}
    return said | ({"url": absolute(record.address_in(language))} if absolute else {})
