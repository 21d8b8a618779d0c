"""Timestamps printed on the office's clock, with its time zone named."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

CLOCKS_OF_BEIJING = {"Asia/Shanghai", "Asia/Chongqing", "Asia/Chungking", "Asia/Harbin", "PRC"}


def zone_name() -> str:
    """Return what the office's time zone is called: Beijing time, elsewhere its name, such as Europe/Berlin."""
    zone = timezone.get_current_timezone_name()
    return _("Beijing time") if zone in CLOCKS_OF_BEIJING else zone


def clock_at(moment: datetime) -> str:
    """Return whose clock tells the moment to readers: Beijing time, elsewhere its distance from UTC, such as UTC+9.

    Abbreviations say little in another language, and some say two things: CST is China's time and Chicago's.
    """
    if timezone.get_current_timezone_name() in CLOCKS_OF_BEIJING:
        return _("Beijing time")
    offset = timezone.localtime(moment).utcoffset() or timedelta()
    minutes = int(offset.total_seconds() // 60)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}{f':{rest:02}' if rest else ''}"


def printed(moment: datetime) -> str:
    """Return "2026-11-23 09:00 Beijing time"."""
    local = f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"
    return _("%(moment)s %(zone)s") % {"moment": local, "zone": zone_name()}
