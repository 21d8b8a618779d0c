"""Moments as the desk shows and asks for them: in the site's time zone, which is always named."""

from datetime import datetime

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import gettext as _

TYPED = "%Y-%m-%dT%H:%M"


def zone_name() -> str:
    """Return what the site's time zone is called, such as Beijing time."""
    return _("Beijing time") if settings.TIME_ZONE == "Asia/Shanghai" else settings.TIME_ZONE


def printed(moment: datetime) -> str:
    """Return "2026-11-23 09:00 Beijing time"."""
    local = f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"
    return _("%(moment)s %(zone)s") % {"moment": local, "zone": zone_name()}


class MomentField(forms.DateTimeField):
    """Asks for a day and a time of day in the site's time zone."""

    def __init__(self, **facts):
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=TYPED)
        super().__init__(
            widget=widget,
            input_formats=[TYPED, "%Y-%m-%d %H:%M", f"{TYPED}:%S"],
            help_text=lazy(_when, str)(),
            **facts,
        )


def _when() -> str:
    return _("In %(zone)s, such as 2026-11-23 09:00. Left empty, it is now.") % {"zone": zone_name()}
