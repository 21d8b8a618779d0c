"""Side of a pair on which an event happened, for an instance and for a queryset."""

from datetime import date

from django.db.models import Case, CharField, DateField, Exists, Min, OuterRef, QuerySet, Value, When
from django.db.models.functions import Coalesce, ExtractYear

from newsroom.cooperation.models import Event, Sender
from newsroom.places.models import Pair

HOME, AWAY, BOTH = "home", "away", "both"


def side_of(event: Event, pair: Pair) -> str:
    """Return the side of an event: HOME, AWAY (the partner's), or BOTH if neither alone.

    Its places decide; if they do not, the senders do: a delegation goes to the other side.
    """
    home, partner = (place.pk for place in pair.in_order())
    found = {place.pk for place in event.places.all()} & {home, partner}
    if len(found) != 1 and event.delegation:
        sent = {sender.place_id for sender in event.delegation.senders.all()} & {home, partner}
        found = {home, partner} - sent
    if len(found) != 1:
        return BOTH
    return HOME if home in found else AWAY


def met_at(events: QuerySet[Event], pair: Pair) -> QuerySet[Event]:
    """Annotate `side`: `side_of` in SQL; a test compares the two."""
    home, away = (place.pk for place in pair.in_order())
    at = {
        place: Exists(Event.places.through.objects.filter(event=OuterRef("pk"), place=place)) for place in (home, away)
    }
    sent = Sender.objects.filter(delegation=OuterRef("delegation"))
    by = {place: Exists(sent.filter(place=place)) for place in (home, away)}
    cases = (
        When(at[home] & ~at[away], then=Value(HOME)),
        When(at[away] & ~at[home], then=Value(AWAY)),
        When(by[away] & ~by[home], then=Value(HOME)),
        When(by[home] & ~by[away], then=Value(AWAY)),
    )
    return events.annotate(side=Case(*cases, default=Value(BOTH), output_field=CharField()))


def visits_by_year(events: QuerySet[Event], pair: Pair) -> QuerySet:
    """Return rows (side, year, 1), one for each delegation and side, in the year of its first known day.

    Uses GROUP BY: PostgreSQL re-evaluated a window function in a subquery for every event.
    """
    came = met_at(events.filter(delegation__isnull=False, state=Event.State.TOOK_PLACE), pair)
    known = Coalesce("held_earliest", "held_latest")
    first = Coalesce(Min(known), Value(date.min), output_field=DateField())
    each = came.order_by().values("delegation", "side").annotate(year=ExtractYear(first), number=Value(1))
    return each.values_list("side", "year", "number")
