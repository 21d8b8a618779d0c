"""The two forms of the status of agreements, side by side."""

from datetime import date, datetime

from newsroom.cooperation.models import Agreement
from newsroom.cooperation.status import Status


def told_in_sql(at: datetime, day: date) -> dict[int, str]:
    """Return {agreement: status on `day`} as the database computes it."""
    told = Agreement.objects.annotate(status_today=Agreement.objects.status_today(at, day))
    return dict(told.values_list("pk", "status_today"))


def told_when_loaded(at: datetime, day: date) -> dict[int, str]:
    """Return {agreement: status on `day`} as the loaded agreements tell it."""
    return {one.pk: one.status_on(day) or "" for one in Agreement.objects.with_status(at, day)}


def found_in_lists(at: datetime, day: date) -> dict[int, str]:
    """Return {agreement: status on `day`} as each status finds its agreements; one found under two fails."""
    found = [(one.pk, status) for status in (*Status, "") for one in Agreement.objects.of_status(status, at, day)]
    assert len(dict(found)) == len(found)
    return dict(found)
