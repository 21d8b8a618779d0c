"""What has been approved for readers changes only by approval: the desk asks here before it lets a form through."""

from datetime import datetime

from django.utils.translation import gettext as _


def lock_of(record, at: datetime) -> str:
    """Return the sentence that says why `record` may not be edited, or an empty string.

    A record is locked when readers see it or are going to see it: by its own interval, or because something with
    one names it.
    """
    if record.pk is None or not hasattr(record, "is_approved") or not record.is_approved(at):
        return ""
    return _("This has been approved for readers, so it cannot be changed here.")
