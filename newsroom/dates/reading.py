"""Parser of typed dates in both languages, to the two ends of a range."""

import functools
import re
import unicodedata
from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from newsroom.dates.ends import AFTERNOON, MORNING, WHOLE, End
from newsroom.dates.printing import MONTHS

_NUMBERS = ("year", "month", "day", "bare")
_HALVES = {"am": MORNING, "morning": MORNING, "上午": MORNING}
_HALVES |= {"pm": AFTERNOON, "afternoon": AFTERNOON, "下午": AFTERNOON}
_MONTHS = {name[:length].lower(): number for number, name in enumerate(MONTHS, 1) for length in (3, 4, len(name))}

LONGEST = 200  # characters; no day takes more, and nobody can make the patterns below work for long

_HALF = f"(?: ?(?P<half>{'|'.join(_HALVES)}))?"
_HALF_BEFORE = f"(?:(?:the )?(?P<half_before>{'|'.join(_HALVES)}) of )?(?:the )?"
_HALF_AFTER = f"(?:,? (?P<half>{'|'.join(_HALVES)}))?"
_NAME = rf"(?P<name>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? ?(?P<year>\d{4}))?"
_YEAR_ZH = r"(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月份?)?"
_PIECES = [
    re.compile(pattern)
    for pattern in (
        # 2019, 2019-8, 2019/8/18, 2019.8.18 pm
        rf"(?P<year>\d{{4}})(?:(?P<mark>[-/.])(?P<month>\d{{1,2}})(?:(?P=mark)(?P<day>\d{{1,2}}){_HALF})?)?",
        # 9.2 after 2019.8.18
        rf"(?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){_HALF}",
        # 2019年, 2019年8月; with a bare number 2019年8 before 9月, 18 before 20 August
        rf"{_YEAR_ZH}(?P<bare>\d{{1,2}})?",
        # 2019年8月18日下午, 20日
        rf"{_YEAR_ZH}(?P<day>\d{{1,2}})[日号]{_HALF}",
        # August 2019, 18th of August, the afternoon of 18 August 2019, 18 August 2019, afternoon
        rf"{_HALF_BEFORE}(?:{_DAY} ?(?:of )?)?{_NAME}{_YEAR}{_HALF_AFTER}",
        # 20, 2019 after August 18
        rf"{_DAY}, ?(?P<year>\d{{4}}){_HALF_AFTER}",
        # August 18, 2019, p.m.
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

    @property
    def is_year_alone(self) -> bool:
        return self.month is None and self.day is None and self.bare is None

    def end(self) -> End:
        if self.year is None:
            raise ValidationError(_("A day without a year is no date: keep it in the source's words."), code="no_year")
        no_month, no_day = self.month is None, self.day is None
        if self.bare is not None or (no_month and not no_day) or (no_day and self.half):
            raise _unreadable()
        return End(self.year, self.month, self.day, self.half)


@functools.lru_cache(maxsize=4096)  # a long list, an export or a timeline reads the same days again and again
def read(text: str) -> tuple[End | None, End | None]:
    """Parse the two ends (an `End`, or None where open) of the text. Raise ValidationError if it states none."""
    if len(text) > LONGEST:
        raise _unreadable()
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


def _unreadable() -> ValidationError:
    return ValidationError(
        _("This is not understood as a day: write for example 2019-08-18, August 2019 or 18–20 August 2019."),
        code="unreadable",
    )


def _tidy(text: str) -> str:
    """Normalize width, case, spaces and "a.m."; no space is left beside a Han character."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"\b([ap])\.m\.?", r"\1m", text)
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(r" ?([\u4e00-\u9fff]) ?", r"\1", text)


def _piece(text: str) -> _Piece | None:
    """Return what the text says of one end; None if it says nothing of the kind."""
    for pattern in _PIECES:
        if text and (match := pattern.fullmatch(text)):
            said = {part: value for part, value in match.groupdict().items() if value}
            piece = _Piece(**{part: int(said[part]) for part in _NUMBERS if part in said})
            half = _HALVES.get(said.get("half") or said.get("half_before", ""), WHOLE)
            return replace(piece, half=half, month=_MONTHS.get(said.get("name", ""), piece.month))
    return None


def _captured(patterns: list[re.Pattern], text: str) -> _Piece | None:
    """Return the piece that one of the open forms surrounds."""
    for pattern in patterns:
        if (match := pattern.fullmatch(text)) and (piece := _piece(match[1])):
            return piece
    return None


def _two(text: str) -> tuple[_Piece, _Piece] | None:
    """Return the two pieces of a range, each completed from the other; None if the text is no range."""
    if stated := _RANGE.fullmatch(text):
        text = stated["range"]
    for between in reversed(list(_BETWEEN.finditer(text))):  # "2019-8-18-20": the last dash stands between
        left, right = _piece(text[: between.start()]), _piece(text[between.end() :])
        if left and right:
            return _completed(left, right), _completed(right, left)
    return None


def _completed(piece: _Piece, lender: _Piece) -> _Piece:
    """Fill in what the piece left out from the other: a bare number is a day beside a day, else a month.

    A year alone lends nothing: "2019 – August" does not say that August is in 2019.
    """
    if piece.bare is not None:
        unit = "month" if lender.day is None else "day"
        piece = replace(piece, bare=None, **{unit: piece.bare})
    if piece.day is not None and piece.month is None:
        piece = replace(piece, month=lender.month)
    if piece.year is None and piece.month is not None and not lender.is_year_alone:
        piece = replace(piece, year=lender.year)
    return piece
