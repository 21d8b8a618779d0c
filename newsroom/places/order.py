"""The order in which a pair names its two places, and in which pairs are listed."""

from collections.abc import Callable
from typing import Any

from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Coalesce, Greatest, Least, NullIf, Upper
from django.db.models.lookups import Exact, LessThan

from newsroom.languages.sorting import key_column, name_key
from newsroom.places import regions

SIDES = ("first", "second")
_ABOVE = ("", "parent__", "parent__parent__", "parent__parent__parent__")  # a town lies in a district, city, province
_AFAR = 2


def arranged(one: Any, other: Any, find: regions.Find, language: str, code: Callable = regions.country_of) -> tuple:
    """Return two places as a pair names them: the home first, else the one in its country, else the first by name.

    `find` looks up the home by slug. A place has the columns of one and its sort keys; `code` returns its country's.
    """
    if (home := regions.followed().home) in (one.slug, other.slug):
        return (one, other) if one.slug == home else (other, one)
    near = _near(find)
    return tuple(sorted((one, other), key=lambda place: (near.get(code(place), _AFAR), name_key(place, language))))


def _near(find: regions.Find) -> dict[str, int]:
    """Return {code: how far}: the home's country, then what is listed with it, such as Hong Kong with China."""
    return {code: min(distance, 1) for distance, code in enumerate(regions.listed_with_home(find))}


def countries() -> dict[str, Any]:
    """Return {"first_country": code, "second_country": code} of pairs: of a place, else of what is nearest above it."""
    return {f"{side}_country": _country(side) for side in SIDES}


def _country(side: str) -> Any:
    codes = (NullIf(Upper(f"{side}__{above}country"), Value("")) for above in _ABOVE)
    return Coalesce(*codes, Value(""))


def by_partner(find: regions.Find, language: str) -> list:
    """Return the order of pairs in the database by the place that is named second, then by the one named first."""
    keys = [F(f"{side}__{key_column(language)}") for side in SIDES]
    ranks = [_rank(side, _near(find)) for side in SIDES]
    first, second = Q(LessThan(*ranks)), Q(LessThan(*ranks[::-1]))
    follow = Case(When(first, then=keys[1]), When(second, then=keys[0]), default=Greatest(*keys))
    lead = Case(When(first, then=keys[0]), When(second, then=keys[1]), default=Least(*keys))
    return [follow, lead, "pk"]


def _rank(side: str, near: dict[str, int]) -> Case:
    home = When(Q((f"{side}__slug", regions.followed().home)), then=Value(-1))
    ours = (When(Exact(_country(side), Value(code)), then=Value(far)) for code, far in near.items())
    return Case(home, *ours, default=Value(_AFAR))


def by_other(slug: str, language: str) -> list:
    """Return the order of the pairs of a place in the database, by the other one."""
    first, second = (F(f"{side}__{key_column(language)}") for side in SIDES)
    return [Case(When(first__slug=slug, then=second), default=first), "pk"]
