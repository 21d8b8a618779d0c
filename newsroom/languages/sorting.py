"""Sort keys of named records: pinyin for Chinese pages, the folded Latin name for English ones; for all lists."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.languages.codes import EN, ZH, columns
from newsroom.languages.folding import fold
from newsroom.languages.pinyin import spells, spoken
from newsroom.languages.text import plain_text

LETTERS = "abcdefghijklmnopqrstuvwxyz"
OTHER = "~"  # after every letter: what has no Latin name
_IN_LETTERS = re.compile("[a-z][a-z0-9 ]*")
LONGEST = 120
LONGEST_ZH = 240  # pinyin is longer than what it reads


def sort_key(latin: str, otherwise: str) -> str:
    """Return what a name is sorted by: "Łódź" under "lodz", and what does not begin with a letter after all that do."""
    folded = fold(latin)
    return (folded if folded[:1] in LETTERS and folded else f"{OTHER}{folded or fold(otherwise)}")[:LONGEST]


def sort_key_zh(name_zh: str, latin: str, *, spelled: str = "", sort_as: str = "", person: bool = False) -> str:
    """Return what a name is sorted by on Chinese pages: its pinyin; one in Latin letters alone by these, `latin`.

    `sort_as` is how an editor says it is read, else a Latin name, `spelled`, that is its pinyin settles that.
    """
    if sort_as and not spells(sort_as, name_zh):
        key = fold(sort_as)
    else:
        key = spoken(name_zh, sort_as or spelled, person=person) if name_zh else fold(latin)
    return (key if key[:1] in LETTERS and key else f"{OTHER}{key}")[:LONGEST_ZH]


def key_column(language: str) -> str:
    """Return the column by which named records are sorted on pages in a language."""
    return "sort_key_zh" if language == ZH else "sort_key"


def keeps_order(model: type[models.Model]) -> bool:
    """Return whether a model keeps the sort keys of its names."""
    return any(isinstance(field, SortKey) for field in model._meta.fields)


def by_name(language: str) -> tuple[str, str]:
    """Return the order of named records on pages in a language, for `order_by`."""
    return key_column(language), "pk"


def name_key(record: Any, language: str) -> tuple[str, int]:
    """Return what a named record in memory is sorted by on pages in a language."""
    return getattr(record, key_column(language)), record.pk


class SortKey(models.CharField):
    """The sort key column of named records, computed from their names (columns `latin`) at each save.

    It sorts sign by sign on both databases, so that letters can be asked for as a stretch of it. `bulk_update` and
    `.update()` of a name leave it behind, and so does `save(update_fields=…)` without it.
    """

    longest = LONGEST

    def __init__(self, *latin: str, **kwargs: Any) -> None:
        self.latin = latin
        super().__init__(**{"max_length": self.longest, "default": "", "editable": False, **kwargs})

    def deconstruct(self) -> Any:
        name, path, _args, kwargs = super().deconstruct()
        return name, path, list(self.latin), kwargs

    def db_parameters(self, connection: Any) -> Any:
        return super().db_parameters(connection) | {"collation": {"postgresql": "C"}.get(connection.vendor, "BINARY")}

    def pre_save(self, instance: Any, add: bool) -> str:
        key = self.key_of(instance)
        setattr(instance, self.attname, key)
        return key

    def key_of(self, instance: Any) -> str:
        return sort_key(self._latin(instance) or _instead(instance, EN), instance.name_zh)

    def _latin(self, instance: Any) -> str:
        return " ".join(filter(None, (getattr(instance, name) for name in self.latin)))


class ChineseSortKey(SortKey):
    """The sort key column for Chinese pages. A record with a surname is a person's."""

    longest = LONGEST_ZH

    def key_of(self, instance: Any) -> str:
        return sort_key_zh(
            instance.name_zh or _instead(instance, ZH),
            self._latin(instance),
            spelled=instance.name_en,
            sort_as=getattr(instance, "sort_as", ""),
            person=hasattr(instance, "surname_zh"),
        )


def _instead(instance: Any, language: str) -> str:
    """Return what a page prints in place of a name, if a column holds it."""
    shown = (getattr(instance, columns(name, language), "") for name in ("short", "gloss"))
    return next(filter(None, shown), "")


def is_in_letters(text: str) -> bool:
    """Return whether lists can sort by a text: Latin letters, with or without tones, by marks or figures."""
    return bool(_IN_LETTERS.fullmatch(fold(text)))


def sort_as_in_letters(value: Any) -> None:
    """Validator: how a name is read, in letters. Characters would put it behind all names, under no letter."""
    if not is_in_letters(str(value)):
        raise ValidationError(
            _("Write in Latin letters how the name is read, with or without tone marks, such as Yueqing."),
            code="not_in_letters",
        )


def sort_as_column() -> models.CharField:
    """Return the column in which an editor says how a Chinese name is read, where its characters leave that open."""
    return models.CharField(
        _("sorted as"),
        max_length=200,
        blank=True,
        default="",
        validators=[plain_text, sort_as_in_letters],
        help_text=_("In Chinese lists, in pinyin, such as Yueqing; only where the list has it in the wrong place."),
    )
