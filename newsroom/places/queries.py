"""Which places and pairs."""

from datetime import datetime

from django.db.models import Prefetch, Q

from newsroom.publishing.naming import NamedQuerySet


class PlaceQuerySet(NamedQuerySet):
    """Places, in the reader's words."""

    def countries(self):
        return self.filter(level="country").exclude(country="")

    def leads_back(self, start, goal) -> bool:
        """Say whether following successors from `start` comes to `goal`."""
        seen, reached = set(), {start.pk}
        while reached:
            if goal.pk in reached:
                return True
            seen |= reached
            reached = set(self.filter(came_from__predecessor__in=reached).values_list("pk", flat=True)) - seen
        return False

    def holds(self, part, whole) -> bool:
        """Say whether following what each place is part of leads from `part` to `whole`."""
        return leads_along("parent", part, whole)


class PairQuerySet(NamedQuerySet):
    """Pairs, in the reader's words."""

    def of(self, place):
        return self.filter(Q(first=place) | Q(second=place))

    def at_address(self, slug: str):
        """The pair of this address word, read in either order."""
        return self.filter(Q(slug=slug) | Q(reverse_slug=slug))

    def continuing(self, pair):
        """What took the pair over, and what it took over itself."""
        return self.filter(Q(continues=pair) | Q(pk=pair.continues_id))

    def with_places(self):
        return self.select_related("first", "second")

    def with_stages(self, at: datetime):
        """Load what each pair became and readers may know, newest first."""
        stages = self.model._meta.get_field("stages").related_model.objects.public(at).newest_first()
        return self.prefetch_related(Prefetch("stages", queryset=stages))

    def leads_back(self, start, goal) -> bool:
        """Say whether following what each pair continues leads from `start` to `goal`."""
        return leads_along("continues", start, goal)


def leads_along(link: str, start, goal) -> bool:
    """Say whether following the foreign key `link` from `start` comes to `goal`, also where others go in circles."""
    seen = set()
    while start is not None and start.pk not in seen:
        if start.pk == goal.pk:
            return True
        seen.add(start.pk)
        start = getattr(start, link)
    return False
