"""Lengths of time as sources state them, such as "five years" (ISO 8601: P5Y): the value, its column and its input."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from newsroom.dates.columns import DayInput

MOST = 1200  # months
_UNITS = {"year": 12, "years": 12, "年": 12, "周年": 12, "month": 1, "months": 1, "个月": 1, "個月": 1, "月": 1}
_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_ENGLISH = {word: number for number, word in enumerate(_WORDS, 1)} | {"a": 1, "thirty": 30, "fifty": 50}
_DIGITS = {digit: number for number, digit in enumerate("一二三四五六七八九", 1)} | {"两": 2, "兩": 2}
_DIGIT = f"[{''.join(_DIGITS)}]"
_WORD = "|".join(sorted(_ENGLISH, key=len, reverse=True))
_NUMBER = rf"(?P<number>\d{{1,4}}|{_WORD}|{_DIGIT}?十{_DIGIT}?|{_DIGIT})"
_LENGTH = re.compile(rf"{_NUMBER}[ -]?(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})")


@dataclass(frozen=True, slots=True)
class Length:
    """A length of whole months; years are twelve of them."""

    months: int

    @classmethod
    def parse(cls, text: str) -> "Length":
        """Return the length that was typed in either language: 5 years · five years · 18 months · 五年 · 十八个月.

        Raise ValidationError if it is none.
        """
        found = _LENGTH.fullmatch(text.strip().casefold())
        months = _number(found["number"]) * _UNITS[found["unit"]] if found else 0
        if not 1 <= months <= MOST:
            raise ValidationError(
                _("This is not understood as a length of time: write for example 5 years or 18 months."), code="length"
            )
        return cls(months)

    def __str__(self) -> str:
        return self.printed("en")

    def printed(self, language: str) -> str:
        """Print it: 5 years · 18 months; 5年 · 18个月."""
        whole = self.months % 12 == 0
        number = self.months // 12 if whole else self.months
        if language != "en":
            return f"{number}{'年' if whole else '个月'}"
        return f"{number} {'year' if whole else 'month'}{'' if number == 1 else 's'}"

    def after(self, day: date) -> date:
        """Return the same calendar day that much later, or the last of a month that has no such day.

        A term of five years from 26 February 2016 so runs until the end of 26 February 2021.
        """
        years, month = divmod(day.month - 1 + self.months, 12)
        year = min(day.year + years, date.max.year)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    if text in _ENGLISH:
        return _ENGLISH[text]
    tens, ten, ones = text.rpartition("十")
    return (10 * _DIGITS.get(tens, 1) if ten else 0) + _DIGITS.get(ones, 0)


class LengthInput(forms.CharField):
    """A text input that reads lengths in both languages; what it cannot read stays as typed."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 40, "empty_value": None, **kwargs})

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return Length.parse(text) if text else None

    def run_validators(self, value: Any) -> None:
        super().run_validators(str(value) if value else "")

    def prepare_value(self, value: Any) -> Any:
        return value.printed(get_language() or "en") if isinstance(value, Length) else value


class DayOrLengthInput(DayInput):
    """A text input of a term: a day or a range, or else a length such as "5 years"."""

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except ValidationError:
            try:
                return Length.parse(str(value))
            except ValidationError:
                pass
            raise


class LengthField(models.SmallIntegerField):
    """A `Length` or None, stored as its number of months."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"null": True, "blank": True, **kwargs})

    def from_db_value(self, value: int | None, expression: Any, connection: Any) -> Length | None:
        return None if value is None else Length(value)

    def to_python(self, value: Any) -> Any:
        if value in (None, "") or isinstance(value, Length):
            return value or None
        return Length(value) if isinstance(value, int) else Length.parse(value)

    def get_prep_value(self, value: Any) -> Any:
        return value.months if isinstance(value, Length) else super().get_prep_value(value)

    def pre_save(self, model_instance: Any, add: bool) -> Length | None:
        length = self.to_python(getattr(model_instance, self.attname))
        setattr(model_instance, self.attname, length)
        return length

    def run_validators(self, value: Any) -> None:
        super().run_validators(value.months if isinstance(value, Length) else value)

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.value_from_object(obj) or "")

    def formfield(self, **kwargs: Any) -> Any:
        return models.Field.formfield(self, **{"form_class": LengthInput, **kwargs})
