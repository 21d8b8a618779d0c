"""The mark of a day of which a part is inferred, in the active language."""

from django.utils.translation import gettext as _


def marked_inferred(words: str, inferred: bool) -> str:
    return _("%(day)s (inferred)") % {"day": words} if inferred else words
