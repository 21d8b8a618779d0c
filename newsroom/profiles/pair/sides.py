"""On which side of a pair an event happened, said of a loaded event and asked of the database."""

from datetime import date

from django.db.models import Case, CharField, DateField, Exists, Min, OuterRef, QuerySet, Value, When
from django.db.models.functions import Coalesce, ExtractYear

from newsroom.cooperation.models import Event, Sender
from newsroom.places.models import Pair

HOME, AWAY, BOTH = "home", "away", "both"


def side_of(event: Event, pair: Pair) -> str:
    """Say where an event happened, as the pair sees it: at home, at the partner's, or neither alone.

    Its places decide; where they do not, who sent the delegation does: it went to the other side.
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
    """Annotate `side`: where each event happened, as the pair sees it.

    The database's spelling of `side_of`; a test holds the two together.
    """
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
    """Rows (side, year, 1), one for each visit: a delegation came once to a side, on the first day that is known.

    Grouped, not picked by a window in a subquery: PostgreSQL asked such a one anew for every event.
    """
    came = met_at(events.filter(delegation__isnull=False, state=Event.State.TOOK_PLACE), pair)
    known = Coalesce("held_earliest", "held_latest")
    first = Coalesce(Min(known), Value(date.min), output_field=DateField())
    each = came.order_by().values("delegation", "side").annotate(year=ExtractYear(first), number=Value(1))
    return each.values_list("side", "year", "number")
