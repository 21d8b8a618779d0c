"""Four eyes (review by a second person): nobody approves their own words."""

from django.utils.translation import gettext as _

from newsroom.accounts.models import User
from newsroom.publishing.deeds import require
from newsroom.publishing.refused import Refused


def second_pair(by: User, *, authors: set[int], approvals: int) -> bool:
    """Return whether this approval is done alone; refuse where a second person is needed.

    `authors` are the keys of those who last changed or submitted the words. An office of one (`approvals` 0) may
    approve its own words; the log entry is then marked as done alone until somebody else has looked.
    """
    require(by, "approve")
    if by.pk not in authors:
        return False
    if approvals == 0:
        return True
    raise Refused(_("You wrote or changed this. Somebody else must approve it."))
