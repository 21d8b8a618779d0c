"""Autocomplete of the search form: a few names that begin with the words, the likeliest first."""

from datetime import datetime
from operator import itemgetter
from typing import Any

from django.db.models import Case, Value, When
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from newsroom.languages import Words, fold
from newsroom.search.finding import KINDS, looked_for
from newsroom.search.matching import beginning

SHOWN = 8
OF_A_KIND = 4  # room for one of every kind, even if each has many matches
MANY = 50
NAMED = ("place", "pair", "institution", "person")


def suggestions(words: str, *, language: str, at: datetime) -> list[dict]:
    """Return the suggestions: see `newsroom.search.suggest`."""
    asked = looked_for(words)
    if not asked or (len(words) < 2 and fold(words).isascii()):  # one Han character is a word, one Latin letter is none
        return []
    kinds = {kind.name: kind for kind in KINDS}
    found = [_of(kinds[name], words, asked, language=language, at=at) for name in NAMED]
    return [row for _other, row in sorted((one for rows in found for one in rows), key=itemgetter(0))][:SHOWN]


def _of(kind: Any, words: str, asked: list[str], *, language: str, at: datetime) -> list[tuple[bool, dict]]:
    """Return the best of a kind, each with whether the words match elsewhere than at the beginning."""
    begins = beginning(words, kind.columns, slug=kind.slug)
    named = kind.found(asked, at).annotate(elsewhere=Case(When(begins, then=Value(False)), default=Value(True)))
    some = list(named.order_by("pk")[:MANY])
    if len(some) == MANY:  # too many to rank: add prefix matches, which are cheap to find
        some += named.filter(begins).order_by("slug")[:OF_A_KIND]
    ranked = sorted(set(some), key=lambda record: (record.elsewhere, record.sort_key_in(language)))
    likeliest = ranked[:OF_A_KIND]
    rows = kind.rows(likeliest, language=language, at=at)
    return [(record.elsewhere, _told(row, record)) for record, row in zip(likeliest, rows, strict=True)]


def _told(row: dict, record: Any) -> dict:
    shown = row.get("pair") or row
    return {
        "name": _words(_("%(home)s and %(partner)s") % shown if "pair" in row else row["name"]),
        "small": _words(row["small"]),
        "kind": str(capfirst(record._meta.verbose_name)),
        "address": shown["address"],
    }


def _words(text: str) -> dict:
    """Return a text with its language, if known."""
    return {"text": str(text), "lang": text.lang if isinstance(text, Words) else ""}
