"""Which deeds the desk offers for a version as it stands. The deeds themselves have the last word."""

from datetime import datetime

from newsroom.articles.models import PreviewLink, Version
from newsroom.publishing.deeds import Permission, may

State = Version.State

# The deed's name, the permission it asks for.
ASKS: dict[str, Permission] = {
    "submit": "submit",
    "return": "approve",
    "approve": "approve",
    "approve-alone": "emergency",
    "reschedule": "approve",
    "cancel": "approve",
    "withdraw": "approve",
    "correct": "submit",
    "restore": "submit",
    "discard": "submit",
    "open-preview": "release",
    "close-previews": "release",
}


def offers(version: Version, *, by, at: datetime) -> list[str]:
    """Return the names of the deeds that `by` may try on `version` at `at`, the likeliest first."""
    fitting = [*_fitting(version, at), *_of_previews(version, at)]
    return [name for name in fitting if may(by, ASKS[name])]


def _fitting(version: Version, at: datetime) -> list[str]:
    match version.state:
        case State.DRAFT | State.RETURNED:
            return ["submit", "approve-alone", "discard"]
        case State.SUBMITTED:
            return ["approve", "return", "approve-alone", "discard"]
        case State.DISCARDED:
            return ["restore"]
    if version.is_waiting(at):
        return ["reschedule", "cancel", "correct"]
    return ["correct", "withdraw"] if version.is_public(at) else ["restore"]


def _of_previews(version: Version, at: datetime) -> list[str]:
    if version.was_public(at) or version.state == State.DISCARDED:
        return []
    return ["open-preview", "close-previews"] if open_links(version, at) else ["open-preview"]


def open_links(version: Version, at: datetime) -> list[PreviewLink]:
    """Return the links by which somebody outside can read the version at `at`, the newest first."""
    links = sorted(version.previews.all(), key=lambda link: link.pk, reverse=True)
    return [link for link in links if link.opens(at)]
