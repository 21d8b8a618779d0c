"""Deed table of versions: phases, permission and where each deed is offered.

The deeds check against it, the desk offers by it, and the docstring of this package repeats it.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from newsroom.accounts.models import User
from newsroom.articles.models import Version
from newsroom.articles.states import IN_WORK, State
from newsroom.publishing import deeds
from newsroom.publishing.deeds import Permission


class Phase(StrEnum):
    """A version's state at a moment: an approved one waits, is public, or is over."""

    DRAFT = State.DRAFT.value
    SUBMITTED = State.SUBMITTED.value
    RETURNED = State.RETURNED.value
    DISCARDED = State.DISCARDED.value
    WAITING = "waiting"
    PUBLIC = "public"
    OVER = "over"


def phase_of(version: Version, at: datetime) -> Phase:
    if version.state != State.APPROVED:
        return Phase(version.state)
    if version.is_waiting(at):
        return Phase.WAITING
    return Phase.PUBLIC if version.is_public(at) else Phase.OVER


@dataclass(frozen=True)
class Deed:
    """A deed needs `permission` (of `publishing`), is possible in `phases`, and is offered in the desk in `offered`.

    `offered` defaults to `phases`.
    """

    permission: Permission
    phases: tuple[Phase, ...]
    offered: tuple[Phase, ...] | None = field(default=None, kw_only=True)

    def require(self, by: User) -> None:
        """Raise Refused unless the account has the permission."""
        deeds.require(by, self.permission)

    def fits(self, version: Version, at: datetime) -> bool:
        return phase_of(version, at) in self.phases

    def is_offered(self, version: Version, *, by: User, at: datetime) -> bool:
        offered = self.phases if self.offered is None else self.offered
        return phase_of(version, at) in offered and deeds.may(by, self.permission)


WRITABLE = tuple(Phase(state) for state in IN_WORK)
UNSEEN = (*WRITABLE, Phase.WAITING)
APPROVED = (Phase.WAITING, Phase.PUBLIC, Phase.OVER)

WRITE = Deed("submit", WRITABLE, offered=())  # the desk writes by a form, not a button
SUBMIT = Deed("submit", (Phase.DRAFT, Phase.RETURNED))
APPROVE = Deed("approve", (Phase.SUBMITTED,))
RETURN = Deed("approve", (Phase.SUBMITTED,))
APPROVE_ALONE = Deed("emergency", WRITABLE)
DISCARD = Deed("submit", WRITABLE)
RESCHEDULE = Deed("approve", (Phase.WAITING,))
CANCEL = Deed("approve", (Phase.WAITING,))
CORRECT = Deed("submit", APPROVED, offered=(Phase.WAITING, Phase.PUBLIC))
WITHDRAW = Deed("approve", (Phase.PUBLIC,))
RESTORE = Deed("submit", (Phase.DISCARDED, *APPROVED), offered=(Phase.DISCARDED, Phase.OVER))
OPEN_PREVIEW = Deed("release", UNSEEN)
CLOSE_PREVIEWS = Deed("release", (*UNSEEN, Phase.PUBLIC), offered=UNSEEN)

# By name, in the desk's order, the likeliest first.
DEEDS = {
    "write": WRITE,
    "submit": SUBMIT,
    "approve": APPROVE,
    "return": RETURN,
    "approve-alone": APPROVE_ALONE,
    "discard": DISCARD,
    "reschedule": RESCHEDULE,
    "cancel": CANCEL,
    "correct": CORRECT,
    "withdraw": WITHDRAW,
    "restore": RESTORE,
    "open-preview": OPEN_PREVIEW,
    "close-previews": CLOSE_PREVIEWS,
}
