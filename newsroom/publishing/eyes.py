"""Four eyes (review by a second person): nobody approves their own words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from newsroom.accounts.models import User
from newsroom.masthead.models import SiteSettings
from newsroom.publishing.deeds import require
from newsroom.publishing.refused import Refused


@dataclass(frozen=True)
class Authors:
    """The keys of the accounts that wrote what is approved since it was last approved, and of those who vouch for it.

    Those who vouch have submitted it, or written in it last where nothing is submitted.
    """

    wrote: set[int]
    vouched: set[int]


def second_pair(by: User, *, authors: Authors, site: SiteSettings) -> bool:
    """Return whether this approval is done alone; refuse where a second person is needed.

    An office of one (`approvals` 0) may approve its own words; the log entry is then marked as done alone until
    somebody else has looked. An office may let approve who has written, but never who vouched.
    """
    require(by, "approve")
    counted = authors.vouched if site.approvers_may_have_edited else authors.wrote | authors.vouched
    if by.pk not in counted:
        return False
    if site.approvals == 0:
        return True
    raise Refused(_("You wrote or changed this. Somebody else must approve it."))
