"""Of which records an absence is said."""

from datetime import datetime

from django.db.models import Min, Value
from django.utils.translation import gettext as _

from newsroom.cooperation.models import Agreement, Event


def scope(whole_since: int | None, at: datetime) -> str:
    """Return such as "in the records from 2010 on, which are whole"; else "in the records of this site"."""
    if whole_since:
        return _("in the records from %(year)s on, which are whole") % {"year": whole_since}
    if first := _first_year(at):
        return _("in the records of this site, which begin in %(year)s") % {"year": first}
    return _("in the records of this site")


def _first_year(at: datetime) -> int | None:
    """Return the year of the earliest public event or agreement, None if no day of one is known."""
    events, agreements = (
        model.objects.public(at).order_by().values(one=Value(1)).annotate(first=Min(column)).values_list("first")
        for model, column in ((Event, "held_earliest"), (Agreement, "signed_earliest"))
    )
    return min((day.year for (day,) in events.union(agreements) if day), default=None)
