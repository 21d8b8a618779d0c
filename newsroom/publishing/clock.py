"""The one clock: the database's, read once per request or deed, to the millisecond.

Web nodes may disagree about the time; the database is one. Whoever asks what is public passes the moment on as
`at=`, so that every part of one page is of one instant. Tests replace `moment`.
"""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection

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
    """Return the calendar day of a moment on the site's own clock: "today" of a page."""
    return at.astimezone(ZoneInfo(settings.TIME_ZONE)).date()


def start_of(day: date) -> datetime:
    """Return the moment at which a calendar day begins on the site's own clock."""
    return datetime.combine(day, time(), ZoneInfo(settings.TIME_ZONE)).astimezone(UTC)
