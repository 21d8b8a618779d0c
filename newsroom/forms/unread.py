"""Names on what a deed lets out that readers of a language cannot read, for whoever approves it."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import ngettext

from newsroom.languages import EN, LANGUAGES, PINYIN, StandIn, Written, figures
from newsroom.publishing.amending.snapshots import rows_named


class Unread(NamedTuple):
    """The names that readers of one language cannot read, as (name, address of its form)."""

    says: str
    names: list[tuple[str, str]]


def unread_names(records: Iterable) -> list[Unread]:
    """Return, for each language that has any, what the records and their rows name in another script alone."""
    named = list(dict.fromkeys(one for record in records for one in (record, *_named_by(record))))
    found = {code: [one for one in named if _is_unread(one, code)] for code in LANGUAGES}
    return [Unread(_says(code, len(ones)), list(map(_link, ones))) for code, ones in found.items() if ones]


def _named_by(record: Any) -> Iterator[Any]:
    for field in record._meta.concrete_fields:
        if field.is_relation and isinstance(one := getattr(record, field.name), Written):
            yield one
    for field in record._meta.local_many_to_many:
        yield from (one for one in getattr(record, field.name).all() if isinstance(one, Written))
    for name in rows_named(type(record)):
        for row in getattr(record, name).all():
            yield from _named_by(row)


def _is_unread(record: Any, language: str) -> bool:
    if not hasattr(record, "name_in") or not (name := record.name_in(language)):
        return False
    if isinstance(name, StandIn):
        gloss = getattr(record, "gloss", None)
        return not (name.is_gloss or (gloss and gloss("title", language)))
    return name.foreign_to(language) and name.language != PINYIN


def _link(record: Any) -> tuple[str, str]:
    meta = record._meta
    return str(record), reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])


def _says(language: str, number: int) -> str:
    if language == EN:
        says = ngettext(
            "%(count)s name that readers of English cannot read:",
            "%(count)s names that readers of English cannot read:",
            number,
        )
    else:
        says = ngettext(
            "%(count)s name that readers of Chinese cannot read:",
            "%(count)s names that readers of Chinese cannot read:",
            number,
        )
    return says % {"count": figures(number)}
