"""Lookup of places and pairs by typed name, in either script and in any spelling on record."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from newsroom.languages import fold
from newsroom.places.models import Pair, Place
from newsroom.places.namesakes import lying_between, lying_in

MOST = 12
BETWEEN = re.compile(r"\s*(?:[·・—–/、,，&+]|\s-\s|\band\b|和|与|與)\s*|\s+", re.IGNORECASE)


def called(records: QuerySet, text: str) -> list:
    """Return the named `records` that `text` may mean, at most `MOST`.

    A slug matches one record, else a whole name all that have it, else a part of a name all that contain it.
    """
    if found := list(records.filter(slug=text)[:1]):
        return found
    somewhere = Q()
    for column in ("name_zh", "name_en", "other_names"):
        somewhere |= Q(**{f"{column}__icontains": text})
    near = list(records.filter(somewhere).order_by("slug")[: 4 * MOST])
    folded = fold(text)
    return [one for one in near if folded in _folded_names(one)] or near[:MOST]


def _folded_names(record: Any) -> set[str]:
    return {fold(name) for name in (record.name_zh, record.name_en, *record.other_names.splitlines()) if name}


def places_called(at: datetime, text: str) -> list[Place]:
    return called(Place.objects.public(at), text)


def pairs_called(at: datetime, text: str) -> list[Pair]:
    """Return the pairs that `text` may mean: by slug, one name, or both ("Port and Haven", 海港·安港)."""
    known = Pair.objects.public(at).with_places()
    if found := list(known.at_address(text)[:1]):
        return found
    whole = places_called(at, text)
    if whole:
        return list(known.of_any(whole).order_by("slug")[:MOST])
    for one, other in islice(_halves(text), MOST):
        sides = places_called(at, one), places_called(at, other)
        if all(sides) and (found := list(known.between(*sides).order_by("slug")[:MOST])):
            return found
    return []


def _halves(text: str) -> Iterator:
    """Yield every split of `text` into two names."""
    for gap in BETWEEN.finditer(text):
        if gap.start() and gap.end() < len(text):
            yield text[: gap.start()], text[gap.end() :]


def place_labels(places: Iterable[Place], language: str) -> dict[int, str]:
    """Return {place pk: name}, with a note in brackets for names that occur twice in the list."""
    return _labelled({place: place.name_in(language) for place in places}, lying_in, language)


def pair_labels(pairs: Iterable[Pair], language: str) -> dict[int, str]:
    """Return {pair pk: "home and partner"}, with the same notes."""
    named = {}
    for pair in pairs:
        home, partner = (place.name_in(language) for place in pair.in_order(language))
        named[pair] = _("%(home)s and %(partner)s") % {"home": home, "partner": partner}
    return _labelled(named, lying_between, language)


def _labelled(named: dict, lying: Callable, language: str) -> dict[int, str]:
    notes = lying(named, language)
    return {
        record.pk: _("%(name)s (%(whole)s)") % {"name": name, "whole": notes[record.pk]}
        if record.pk in notes
        else str(name)
        for record, name in named.items()
    }
