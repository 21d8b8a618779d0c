"""A clock that tests set, in the place of the database's."""

from datetime import UTC, datetime, timedelta

import pytest

from newsroom.publishing import clock


class SetClock:
    """A clock that stands still until it is told to go on."""

    def __init__(self):
        self.now = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def go_on(self, **span) -> datetime:
        self.now += timedelta(**span)
        return self.now

    def ahead(self, **span) -> datetime:
        return self.now + timedelta(**span)


@pytest.fixture
def at(monkeypatch) -> SetClock:
    """The moment at which everything in the test happens."""
    set_clock = SetClock()
    monkeypatch.setattr(clock, "moment", set_clock)
    return set_clock
