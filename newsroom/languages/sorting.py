"""Sort keys of named records: the folded Latin name, whatever the language of the page."""

from typing import Any

from django.db import models

from newsroom.languages.folding import fold

LETTERS = "abcdefghijklmnopqrstuvwxyz"
OTHER = "~"  # after every letter: what has no Latin name
LONGEST = 120


def sort_key(latin: str, otherwise: str) -> str:
    """Return what a name is sorted by: "Łódź" under "lodz", and what does not begin with a letter after all that do."""
    folded = fold(latin)
    return (folded if folded[:1] in LETTERS and folded else f"{OTHER}{folded or fold(otherwise)}")[:LONGEST]


class SortKey(models.CharField):
    """The sort key column of named records, computed from their names (columns `latin`) at each save.

    It sorts sign by sign on both databases, so that letters can be asked for as a stretch of it. `bulk_update` and
    `.update()` of a name leave it behind.
    """

    def __init__(self, *latin: str, **kwargs: Any) -> None:
        self.latin = latin
        super().__init__(**{"max_length": LONGEST, "default": "", "editable": False, **kwargs})

    def deconstruct(self) -> Any:
        name, path, _args, kwargs = super().deconstruct()
        return name, path, list(self.latin), kwargs

    def db_parameters(self, connection: Any) -> Any:
        return super().db_parameters(connection) | {"collation": {"postgresql": "C"}.get(connection.vendor, "BINARY")}

    def pre_save(self, instance: Any, add: bool) -> str:
        key = sort_key(" ".join(filter(None, (getattr(instance, name) for name in self.latin))), instance.name_zh)
        setattr(instance, self.attname, key)
        return key
