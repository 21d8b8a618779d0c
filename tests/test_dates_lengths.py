"""Lengths of time: how they are read, printed, and added to a day."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from newsroom.dates import Length

READ = [
    ("5 years", 60, "5 years", "5年"),
    ("five years", 60, "5 years", "5年"),
    ("1 year", 12, "1 year", "1年"),
    ("18 months", 18, "18 months", "18个月"),
    ("24 months", 24, "2 years", "2年"),
    ("五年", 60, "5 years", "5年"),
    ("两年", 24, "2 years", "2年"),
    ("十年", 120, "10 years", "10年"),
    ("二十五年", 300, "25 years", "25年"),
    ("十八个月", 18, "18 months", "18个月"),
    ("3年", 36, "3 years", "3年"),
]


@pytest.mark.parametrize(("typed", "months", "english", "chinese"), READ)
def test_a_length_is_read_in_both_languages_and_printed_again(typed, months, english, chinese):
    length = Length.parse(typed)

    assert length == Length(months)
    assert (length.printed("en"), length.printed("zh-hans")) == (english, chinese)
    assert Length.parse(english) == Length.parse(chinese) == length


@pytest.mark.parametrize("typed", ["", "years", "0 years", "2019年8月", "some years", "5", "2019 years", "1e9 years"])
def test_what_is_no_length_is_refused(typed):
    with pytest.raises(ValidationError):
        Length.parse(typed)


@pytest.mark.parametrize(
    ("begin", "months", "end"),
    [
        (date(2016, 2, 26), 60, date(2021, 2, 26)),
        (date(2016, 2, 29), 12, date(2017, 2, 28)),
        (date(2019, 8, 31), 18, date(2021, 2, 28)),
        (date(2019, 12, 1), 1, date(2020, 1, 1)),
    ],
)
def test_a_term_of_a_length_ends_on_the_same_day_of_the_calendar(begin, months, end):
    assert Length(months).after(begin) == end
