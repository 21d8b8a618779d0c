"""Querysets of places and pairs."""

from datetime import datetime
from typing import Any, Self

from django.db.models import Case, Exists, OuterRef, Q, Value, When

from newsroom.languages.sorting import by_name
from newsroom.places import order
from newsroom.places.regions import REGIONS
from newsroom.publishing.interval import keys_of_any
from newsroom.publishing.naming import NamedQuerySet
from newsroom.publishing.relations import related


class PlaceQuerySet(NamedQuerySet):
    """Queryset of places."""

    def at_slug(self, slug: str) -> Any:
        """Return the place with this slug and what it is part of, or None."""
        return self.select_related("parent__parent__parent").filter(slug=slug).first()

    def countries(self) -> Self:
        return self.filter(level="country").exclude(country="")

    def country_or_region(self, code: str) -> Any:
        """Return the record of the country or region with this code, or None."""
        known = self.filter(Q(level="country") | Q(level="province", country__in=REGIONS), country=code)
        return known.order_by("pk").first()

    def kin_of(self, place: Any, at: datetime, language: str) -> Self:
        """Return parent, public parts, predecessors and successors of a place, annotated `before`, `after`, `shown`.

        `shown` is whether readers may see its page.
        """
        follows = related(self.model, "passed_into")
        marked = self.annotate(
            after=Exists(follows.filter(predecessor=place, successor=OuterRef("pk"))),
            before=Exists(follows.filter(predecessor=OuterRef("pk"), successor=place)),
            shown=Exists(self.model.objects.public(at).filter(pk=OuterRef("pk"))),
            whole=Case(When(pk=place.parent_id or 0, then=Value(1)), default=Value(0)),
        )
        parts, whole = self.filter(parent=place), self.filter(pk=place.parent_id or 0)
        near = keys_of_any(
            parts, whole, self.filter(came_from__predecessor=place), self.filter(passed_into__successor=place)
        )
        told = Q(after=True) | Q(before=True) | Q(whole=1) | Q(shown=True)
        return marked.filter(told, pk__in=near).order_by("-whole", "-after", "-before", *by_name(language))

    def leads_back(self, start: Any, goal: Any) -> bool:
        """Return whether following successors from `start` reaches `goal`."""
        seen, reached = set(), {start.pk}
        while reached:
            if goal.pk in reached:
                return True
            seen |= reached
            reached = set(self.filter(came_from__predecessor__in=reached).values_list("pk", flat=True)) - seen
        return False

    def holds(self, part: Any, whole: Any) -> bool:
        """Return whether `whole` is `part` or an ancestor of it."""
        return leads_along("parent", part, whole)


class PairQuerySet(NamedQuerySet):
    """Queryset of pairs."""

    def of(self, place: Any) -> Self:
        return self.filter(Q(first=place) | Q(second=place))

    def of_any(self, places: Any) -> Self:
        return self.filter(Q(first__in=places) | Q(second__in=places))

    def between(self, ones: Any, others: Any) -> Self:
        """Return the pairs of one of `ones` with one of `others`."""
        return self.filter(Q(first__in=ones, second__in=others) | Q(first__in=others, second__in=ones))

    def at_address(self, slug: str) -> Self:
        """Return the pair with this slug, in either order of its places."""
        return self.filter(Q(slug=slug) | Q(reverse_slug=slug))

    def continuing(self, pair: Any) -> Self:
        """Return the pairs that continue this one, and the one that it continues."""
        return self.filter(Q(continues=pair) | Q(pk=pair.continues_id))

    def with_places(self) -> Self:
        """Load the two places, and `first_country` and `second_country`, by which they are arranged."""
        return self.select_related("first", "second").annotate(**order.countries())

    def by_partner(self, language: str) -> Self:
        """Load the pairs with their places, by the one that they name second, then by the first."""
        find = related(self.model, "first").at_slug
        return self.with_places().order_by(*order.by_partner(find, language))

    def by_other(self, slug: str, language: str) -> Self:
        """Return the pairs of the place with this slug, by the name of the other one."""
        return self.order_by(*order.by_other(slug, language))

    def leads_back(self, start: Any, goal: Any) -> bool:
        """Return whether following `continues` from `start` reaches `goal`."""
        return leads_along("continues", start, goal)


def leads_along(link: str, start: Any, goal: Any) -> bool:
    """Return whether following the foreign key `link` from `start` reaches `goal`; cycles of other records end it."""
    seen = set()
    while start is not None and start.pk not in seen:
        if start.pk == goal.pk:
            return True
        seen.add(start.pk)
        start = getattr(start, link)
    return False
