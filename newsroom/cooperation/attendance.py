"""Who was at an event, in groups whose headings say no more than the records do.

Part and presence are different things: who sent a message was not there, and of an event that was only announced, or
was called off, nobody is said to have been there.
"""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from newsroom.cooperation.models import Appearance, Event
from newsroom.cooperation.rows import people


def groups(event: Event, appearances: Iterable[Appearance], language: str) -> list[dict]:
    """Return [{"title", "heads", "members"}] of the appearances at an event, see `rows.people`; none is empty."""
    appearances = list(appearances)
    absent = [one for one in appearances if not one.is_presence]
    titled = [*_present(event, [one for one in appearances if one.is_presence]), (_("Sent a message"), absent)]
    return [{"title": title} | people(some, language) for title, some in titled if some]


def present(event: Event, appearances: Iterable[Appearance]) -> list[Appearance]:
    """Return the appearances, at the event or on its delegation, of those who were there."""
    return [one for one in appearances if one.is_presence] if event.state == Event.State.TOOK_PLACE else []


def _present(event: Event, appearances: list[Appearance]) -> list[tuple[str, list[Appearance]]]:
    """Return groups by side where a delegation was received; else everybody in order of precedence."""
    if event.state != Event.State.TOOK_PLACE:
        return [(_("Named beforehand"), appearances)]
    if event.delegation_id is None:
        return [(_("Taking part"), appearances)]
    titles = {
        Appearance.Side.HOST: _("Received by"),
        Appearance.Side.GUEST: _("Guests"),
        Appearance.Side.NEITHER: _("Also there"),
    }
    return [(title, [one for one in appearances if one.side == side]) for side, title in titles.items()]
