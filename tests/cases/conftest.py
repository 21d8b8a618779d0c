"""One day for all cases, so that what a page says of a term does not change."""

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from newsroom.publishing import clock
from tests.record_cases.house import House

NOON = datetime(2026, 12, 1, 4, tzinfo=UTC)


@pytest.fixture
def house(db, monkeypatch) -> House:
    """An empty office, on a clock of its own: each moment is later than the one before it."""
    ticks = count()
    monkeypatch.setattr(clock, "moment", lambda: NOON + timedelta(milliseconds=next(ticks)))
    return House(home="harbourton")
