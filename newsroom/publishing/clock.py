"""The one clock: the database's, read once per request or deed, to the millisecond.

Web nodes may disagree about the time; the database is one. Whoever asks what is public passes the moment on as
`at=`, so that every part of one page is of one instant. Tests replace `moment`.
"""

from datetime import UTC, date, datetime, time
from typing import Any

from django.db import connection
from django.utils.timezone import get_current_timezone

from newsroom.masthead import house_style

NEVER = datetime.max.replace(tzinfo=UTC)  # the bar of a record that is not to be shown as it stands
CLOCKS = {
    "postgresql": "SELECT date_trunc('milliseconds', clock_timestamp())",
    "sqlite": "SELECT strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')",
}


def moment() -> datetime:
    """Return the database's time, aware, in UTC, to the millisecond."""
    with connection.cursor() as cursor:
        cursor.execute(CLOCKS[connection.vendor])
        (now,) = cursor.fetchone()
    return (datetime.fromisoformat(now) if isinstance(now, str) else now).astimezone(UTC)


def day_of(at: datetime) -> date:
    """Return the calendar day of a moment on the office's clock (`masthead.house_style`)."""
    return at.astimezone(get_current_timezone()).date()


def check_at(record: Any, at: datetime | None) -> None:
    """Let the record's `clean` speak of the moment `at`, that of the save, if it asks for one (`checked_at`)."""
    if hasattr(record, "checked_at"):
        record.checked_at = at


def today_at(at: datetime) -> date:
    """Return the "today" of a page: the day of its moment, or the day that a demonstration stands for.

    It moves what is true, never what is public: that follows from the moment.
    """
    site = house_style.followed()
    return (site and site.as_of) or day_of(at)


def is_whole_day(at: datetime) -> bool:
    """Return whether a moment is the start of a day on the office's clock, and so stands for a day without an hour.

    Old news is entered so where its source gives a day alone.
    """
    return at.astimezone(get_current_timezone()).time() == time()


def start_of(day: date) -> datetime:
    """Return the moment at which a calendar day begins on the office's clock."""
    return datetime.combine(day, time(), get_current_timezone()).astimezone(UTC)
