"""Formatting of days and moments in the two languages.

These are the languages' own rules, not interface words: they are told the language, never look at the
active one, and whatever they print is read back by `reading` as the same value.
"""

from datetime import datetime, tzinfo

from newsroom.dates.ends import AFTERNOON, MORNING, End

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_HALVES_ZH = {MORNING: "上午", AFTERNOON: "下午"}
_HALVES_EN = {MORNING: "morning", AFTERNOON: "afternoon"}


def in_chinese(begin: End | None, end: End | None) -> str:
    """Print 2019年8月18日下午 · 2019年8月18日至20日 · 2017年起 · 至2020年."""
    if begin is None:
        return f"至{_chinese(end)}" if end else ""
    if end is None:
        return f"{_chinese(begin)}起"
    if begin == end:
        return _chinese(begin)
    same_year = begin.year == end.year and begin.month and end.month
    same_month = same_year and begin.month == end.month and begin.day and end.day
    return f"{_chinese(begin)}至{_chinese(end, year=not same_year, month=not same_month)}"


def _chinese(end: End, *, year: bool = True, month: bool = True) -> str:
    parts = [f"{end.year}年" if year else "", f"{end.month}月" if month and end.month else ""]
    parts += [f"{end.day}日" if end.day else "", _HALVES_ZH.get(end.half, "")]
    return "".join(parts)


def in_english(begin: End | None, end: End | None, style: str = "gutter") -> str:
    """Print 18 August 2019 · 18–20 August 2019 · since 2017 · until 2020; half a day by the style: "gutter" prints
    "18 August 2019, afternoon", "running" prints "the afternoon of 18 August 2019".
    """
    one = _running if style == "running" else _gutter
    if begin is None:
        return f"until {one(end)}" if end else ""
    if end is None:
        return f"since {one(begin)}"
    if begin == end:
        return one(begin)
    if begin.half or end.half:
        return f"{one(begin)} to {one(end)}" if style == "running" else f"{one(begin)} – {one(end)}"
    same_year = begin.year == end.year and begin.month and end.month
    same_month = same_year and begin.month == end.month and begin.day and end.day
    return f"{_english(begin, year=not same_year, month=not same_month)}–{_english(end)}"


def _english(end: End, *, year: bool = True, month: bool = True) -> str:
    parts = [end.day, MONTHS[end.month - 1] if month and end.month else None, end.year if year else None]
    return " ".join(str(part) for part in parts if part)


def _gutter(end: End) -> str:
    return f"{_english(end)}, {_HALVES_EN[end.half]}" if end.half else _english(end)


def _running(end: End) -> str:
    return f"the {_HALVES_EN[end.half]} of {_english(end)}" if end.half else _english(end)


def placed_in_english(begin: End | None, end: End | None) -> str:
    """Print in 2003 · in May 2003 · on 3 May 2003 · between 2003 and 2005 · in or after 2003 · by 2005.

    Of something that happens once, a range says that the day lies within it.
    """
    if begin is None:
        return f"by {_running(end)}" if end else ""
    if end is None:
        return f"{_preposition(begin)} or after {_running(begin)}"
    if begin == end:
        return f"{_preposition(begin)} {_running(begin)}"
    return f"between {_running(begin)} and {_running(end)}"


def _preposition(end: End) -> str:
    return "on" if end.day else "in"


def placed_in_chinese(begin: End | None, end: End | None) -> str:
    """Print 2003年 · 2003年5月3日 · 2003年至2005年间 · 2003年或以后 · 2005年或以前."""
    if begin is None:
        return f"{_chinese(end)}或以前" if end else ""
    if end is None:
        return f"{_chinese(begin)}或以后"
    return in_chinese(begin, end) if begin == end else f"{in_chinese(begin, end)}间"


def printed_moment(moment: datetime, language: str, tz: tzinfo) -> str:
    """Print a moment on the clock of `tz`, to the minute: 2019年8月19日17:18 · 19 August 2019, 17:18.

    `moment` must know its zone: ValueError if it does not.
    """
    if moment.tzinfo is None:
        raise ValueError("A moment without a zone cannot be printed.")
    local = moment.astimezone(tz)
    if language == "en":
        return f"{local.day} {MONTHS[local.month - 1]} {local.year}, {local:%H:%M}"
    return f"{local.year}年{local.month}月{local.day}日{local:%H:%M}"
