"""Form field for a timestamp on the office's clock."""

from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext as _

from newsroom.publishing.moments import zone_name

TYPED = "%Y-%m-%dT%H:%M"


class MomentField(forms.DateTimeField):
    """Asks for a day and a time of day in the site's time zone."""

    def __init__(self, **facts: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=TYPED)
        super().__init__(
            widget=widget,
            input_formats=[TYPED, "%Y-%m-%d %H:%M", f"{TYPED}:%S"],
            help_text=lazy(_when, str)(),
            **facts,
        )


def _when() -> str:
    return _("In %(zone)s, such as 2026-11-23 09:00. Left empty, it is now.") % {"zone": zone_name()}
