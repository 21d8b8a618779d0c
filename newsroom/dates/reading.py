"""What editors type, in either language, read as the two ends of a day's span."""

import re
import unicodedata
from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .ends import AFTERNOON, MORNING, WHOLE, End
from .printing import MONTHS

_HALVES = {"am": MORNING, "morning": MORNING, "上午": MORNING}
_HALVES |= {"pm": AFTERNOON, "afternoon": AFTERNOON, "下午": AFTERNOON}
_MONTHS = {name[:length].lower(): number for number, name in enumerate(MONTHS, 1) for length in (3, 4, len(name))}

_HALF = f"(?: ?(?P<half>{'|'.join(_HALVES)}))?"
_HALF_BEFORE = f"(?:(?:the )?(?P<half_before>{'|'.join(_HALVES)}) of )?(?:the )?"
_HALF_AFTER = f"(?:,? (?P<half>{'|'.join(_HALVES)}))?"
_NAME = rf"(?P<name>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? ?(?P<year>\d{4}))?"
_PIECES = [
    re.compile(pattern)
    for pattern in (
        rf"(?P<year>\d{{4}})(?:(?P<mark>[-/.])(?P<month>\d{{1,2}})(?:(?P=mark)(?P<day>\d{{1,2}}){_HALF})?)?",
        rf"(?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){_HALF}",
        r"(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月份?)?(?P<bare>\d{1,2})?",
        rf"(?:(?P<year>\d{{4}})年)?(?:(?P<month>\d{{1,2}})月份?)?(?P<day>\d{{1,2}})[日号]{_HALF}",
        rf"{_HALF_BEFORE}(?:{_DAY} ?(?:of )?)?{_NAME}{_YEAR}{_HALF_AFTER}",
        rf"{_DAY}, ?(?P<year>\d{{4}}){_HALF_AFTER}",
        rf"{_HALF_BEFORE}{_NAME} ?{_DAY}{_YEAR}{_HALF_AFTER}",
    )
]
_DASH = "[-–—~〜−/]+"
_BETWEEN = re.compile(rf" ?(?:{_DASH}|起?[至到]|\b(?:to|until|till|through)\b) ?")
_RANGE = re.compile(r"(?:from |自从?|从)?(?P<range>.+?)(?:为?止)?")
_SINCE = [
    re.compile(r"(?:(?:since|from) |自从?|从)(?P<begin>.+?)(?:起|以来|至今|开始)?"),
    re.compile(rf"(?P<begin>.+?)(?:起|以来|至今|开始| onwards?| ?{_DASH} ?(?:present|now|今)?)"),
]
_UNTIL = [
    re.compile(rf"(?:(?:until|till|up to|to) |截?[至到]|{_DASH} ?)(?P<end>.+?)(?:为?止)?"),
    re.compile(r"(?P<end>.+?)为?止"),
]


@dataclass(frozen=True, slots=True)
class _Piece:
    """What the text says of one end; the other end lends what was left out ("18–20 August 2019")."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    half: int = WHOLE
    bare: int | None = None

    def end(self):
        if self.year is None:
            raise ValidationError(_("A day without a year is no date: keep it in the source's words."), code="no_year")
        if self.bare is not None or (self.day and not self.month):
            raise _unreadable()
        return End(self.year, self.month, self.day, self.half)


def read(text):
    """The two ends (an `End`, or None where open) that the text states. ValidationError if it states none."""
    text = _tidy(text)
    if piece := _piece(text):
        end = piece.end()
        return end, end
    if pieces := _two(text):
        return pieces[0].end(), pieces[1].end()
    if piece := _captured(_SINCE, text):
        return piece.end(), None
    if piece := _captured(_UNTIL, text):
        return None, piece.end()
    raise _unreadable()


def _unreadable():
    return ValidationError(
        _("This is not understood as a day: write for example 2019-08-18, August 2019 or 18–20 August 2019."),
        code="unreadable",
    )


def _tidy(text):
    """One spelling of widths, cases, spaces and of "a.m."; no space beside a Han character."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"\b([ap])\.m\.?", r"\1m", text)
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(r" ?([\u4e00-\u9fff]) ?", r"\1", text)


def _piece(text):
    for pattern in _PIECES:
        if text and (match := pattern.fullmatch(text)):
            said = {key: value for key, value in match.groupdict().items() if value}
            half = _HALVES.get(said.get("half") or said.get("half_before"), WHOLE)
            month = _MONTHS[said["name"]] if "name" in said else said.get("month")
            numbers = (said.get("year"), month, said.get("day"), said.get("bare"))
            year, month, day, bare = (int(number) if number else None for number in numbers)
            return _Piece(year, month, day, half, bare)
    return None


def _captured(patterns, text):
    """The piece that one of the open forms surrounds."""
    for pattern in patterns:
        if (match := pattern.fullmatch(text)) and (piece := _piece(match[1])):
            return piece
    return None


def _two(text):
    """The two pieces of a range, each completed from the other; None if the text is no range."""
    text = _RANGE.fullmatch(text)["range"] if text else text
    for between in reversed(list(_BETWEEN.finditer(text))):  # "2019-8-18-20": the last dash stands between
        left, right = _piece(text[: between.start()]), _piece(text[between.end() :])
        if left and right:
            return _completed(left, right), _completed(right, left)
    return None


def _completed(piece, lender):
    """A bare number is a day beside a day and a month beside a month; what is missing above it is lent."""
    if piece.bare is not None:
        unit = "day" if lender.day else "month"
        piece = replace(piece, bare=None, **{unit: piece.bare})
    if piece.day and not piece.month:
        piece = replace(piece, month=lender.month)
    if piece.month and not piece.year:
        piece = replace(piece, year=lender.year)
    return piece
