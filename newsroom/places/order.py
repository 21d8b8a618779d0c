"""The order in which a pair names its two places, and in which pairs are listed."""

from typing import Any

from django.db.models import Case, F, Q, When
from django.db.models.functions import Greatest, Least

from newsroom.languages.sorting import key_column, name_key
from newsroom.places import regions


def arranged(one: Any, other: Any, places: Any, language: str) -> tuple[Any, Any]:
    """Return two places as a pair names them: the home first, else the one in its country, else by name.

    `places` is the queryset in which the home is looked up. A place has the columns of one and its sort keys.
    """
    home = regions.followed().home
    if home in (one.slug, other.slug):
        return (one, other) if one.slug == home else (other, one)
    country = regions.home_country(places)
    ours = [bool(country) and regions.country_of(place) == country for place in (one, other)]
    first = ours[0] if ours[0] != ours[1] else name_key(one, language) < name_key(other, language)
    return (one, other) if first else (other, one)


def by_partner(places: Any, language: str) -> list:
    """Return the order of pairs in the database by the place named second, then by the one named first.

    Countries are compared as they stand with the places themselves; to look above each would cost a query a row.
    """
    keys = [F(f"{side}__{key_column(language)}") for side in ("first", "second")]
    home = places.filter(slug=regions.followed().home)
    leads = [*_leads("slug", home.values("slug")), *_leads("country", home.exclude(country="").values("country"))]
    follow = Case(*(When(when, then=keys[1 - side]) for side, when in leads), default=Greatest(*keys))
    lead = Case(*(When(when, then=keys[side]) for side, when in leads), default=Least(*keys))
    return [follow, lead, "pk"]


def of_other(place: Any, language: str) -> list:
    """Return the order of pairs of a place in the database, by the other one."""
    column = key_column(language)
    return [Case(When(first=place, then=F(f"second__{column}")), default=F(f"first__{column}")), "pk"]


def _leads(column: str, values: Any) -> list[tuple[int, Q]]:
    """Return (side, filter) of the pairs of which one place alone has such a value."""
    first, second = Q((f"first__{column}__in", values)), Q((f"second__{column}__in", values))
    return [(0, first & ~second), (1, second & ~first)]
