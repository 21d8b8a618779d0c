"""Which deeds the desk offers for a version as it stands. The deeds themselves have the last word."""

from datetime import datetime

from newsroom.articles.models import Version

State = Version.State

# The deed's name, the permission it asks for.
ASKS = {
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
}


def offers(version: Version, *, by, at: datetime) -> list[str]:
    """Return the names of the deeds that `by` may try on `version` at `at`, the likeliest first."""
    return [name for name in _fitting(version, at) if by.has_perm(f"publishing.{ASKS[name]}")]


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
