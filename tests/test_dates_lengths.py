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
    ("1 month", 1, "1 month", "1个月"),
    ("two months", 2, "2 months", "2个月"),
    ("a year", 12, "1 year", "1年"),
    ("Thirty Years", 360, "30 years", "30年"),
    ("fourteen years", 168, "14 years", "14年"),
    ("5-year", 60, "5 years", "5年"),
    (" ５ years ", 60, "5 years", "5年"),
    ("5 yearſ", 60, "5 years", "5年"),
    ("1200 months", 1200, "100 years", "100年"),
    ("100 years", 1200, "100 years", "100年"),
    ("一周年", 12, "1 year", "1年"),
    ("兩個月", 2, "2 months", "2个月"),
    ("9月", 9, "9 months", "9个月"),
    ("二十年", 240, "20 years", "20年"),
    ("十一年", 132, "11 years", "11年"),
]


@pytest.mark.parametrize(("typed", "months", "english", "chinese"), READ)
def test_a_length_is_read_in_both_languages_and_printed_again(typed, months, english, chinese):
    length = Length.parse(typed)

    assert length == Length(months)
    assert (length.printed("en"), length.printed("zh-hans")) == (english, chinese)
    assert Length.parse(english) == Length.parse(chinese) == length


REFUSED = [
    *("", "years", "0 years", "2019年8月", "some years", "5", "2019 years", "1e9 years", "1201 months", "101 years"),
    *("十五六年", "五六年", "十十年", "二百年", "fıve years"),
]


@pytest.mark.parametrize("typed", REFUSED)
def test_what_is_no_length_is_refused(typed):
    with pytest.raises(ValidationError) as refused:
        Length.parse(typed)
    assert refused.value.code == "length"


@pytest.mark.parametrize(
    ("begin", "months", "end"),
    [
        (date(2016, 2, 26), 60, date(2021, 2, 26)),
        (date(2016, 2, 29), 12, date(2017, 2, 28)),
        (date(2019, 8, 31), 18, date(2021, 2, 28)),
        (date(2019, 12, 1), 1, date(2020, 1, 1)),
        (date(9990, 5, 31), 1200, date(9999, 5, 31)),  # the calendar goes no further
    ],
)
def test_a_term_of_a_length_ends_on_the_same_day_of_the_calendar(begin, months, end):
    assert Length(months).after(begin) == end
