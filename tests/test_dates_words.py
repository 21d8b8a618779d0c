"""Days and moments in words: what is typed is read, what is printed is right, in both languages."""

import datetime
import zoneinfo

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from newsroom.dates import Day, printed_moment
from newsroom.dates.reading import read
from tests.days import days

# canonical text, in Chinese, in an English table, in an English sentence (where that differs)
FORMS = [
    ("2019", "2019年", "2019", None),
    ("2019-08", "2019年8月", "August 2019", None),
    ("2019-08-18", "2019年8月18日", "18 August 2019", None),
    ("2019-08-18am", "2019年8月18日上午", "18 August 2019, morning", "the morning of 18 August 2019"),
    ("2019-08-18pm", "2019年8月18日下午", "18 August 2019, afternoon", "the afternoon of 18 August 2019"),
    ("2019-08-18/2019-08-20", "2019年8月18日至20日", "18–20 August 2019", None),
    ("2019-08-18/2019-09-02", "2019年8月18日至9月2日", "18 August–2 September 2019", None),
    ("2019-12-30/2020-01-02", "2019年12月30日至2020年1月2日", "30 December 2019–2 January 2020", None),
    ("2019-08/2019-09", "2019年8月至9月", "August–September 2019", None),
    ("2019-08/2020-09", "2019年8月至2020年9月", "August 2019–September 2020", None),
    ("2021/2025", "2021年至2025年", "2021–2025", None),
    ("2019-08-18/2019-09", "2019年8月18日至9月", "18 August–September 2019", None),
    ("2019-08/2019-08-20", "2019年8月至8月20日", "August–20 August 2019", None),
    ("2019/2019-08", "2019年至2019年8月", "2019–August 2019", None),
    ("2019-08-18/2020", "2019年8月18日至2020年", "18 August 2019–2020", None),
    (
        "2019-08-18pm/2019-08-20am",
        "2019年8月18日下午至20日上午",
        "18 August 2019, afternoon – 20 August 2019, morning",
        "the afternoon of 18 August 2019 to the morning of 20 August 2019",
    ),
    ("2017/", "2017年起", "since 2017", None),
    ("2017-06-01/", "2017年6月1日起", "since 1 June 2017", None),
    ("/2020", "至2020年", "until 2020", None),
    ("/2020-06", "至2020年6月", "until June 2020", None),
    (
        "2019-08-18pm/",
        "2019年8月18日下午起",
        "since 18 August 2019, afternoon",
        "since the afternoon of 18 August 2019",
    ),
]

# canonical text, in a sentence that says when something happened, in English and in Chinese
PLACED = [
    ("2003", "in 2003", "2003年"),
    ("2003-05", "in May 2003", "2003年5月"),
    ("2003-05-03", "on 3 May 2003", "2003年5月3日"),
    ("2003-05-03pm", "on the afternoon of 3 May 2003", "2003年5月3日下午"),
    ("2003/2005", "between 2003 and 2005", "2003年至2005年间"),
    ("/2005", "by 2005", "2005年或以前"),
    ("2003/", "in or after 2003", "2003年或以后"),
    ("2003-05-03/", "on or after 3 May 2003", "2003年5月3日或以后"),
]

# what editors type or paste, and the day it means
TYPED = [
    ("2019年", "2019"),
    ("2019年8月份", "2019-08"),
    ("2019 年 8 月 18 日", "2019-08-18"),
    ("2019年08月18日", "2019-08-18"),
    ("２０１９年８月１８日", "2019-08-18"),
    ("2019年8月18号 上午", "2019-08-18am"),
    ("2019/8/18", "2019-08-18"),
    ("2019.8.18", "2019-08-18"),
    ("2019-8-18 PM", "2019-08-18pm"),
    ("  18   August  2019 ", "2019-08-18"),
    ("18 AUGUST, 2019", "2019-08-18"),
    ("18th of August 2019", "2019-08-18"),
    ("the 18th of August 2019", "2019-08-18"),
    ("18 Aug 2019", "2019-08-18"),
    ("August 18, 2019", "2019-08-18"),
    ("Sept. 18, 2019", "2019-09-18"),
    ("Aug. 18, 2019, p.m.", "2019-08-18pm"),
    ("18 August 2019 a.m.", "2019-08-18am"),
    ("Afternoon of August 18, 2019", "2019-08-18pm"),
    ("May 2019", "2019-05"),
    ("2019年8月18日—20日", "2019-08-18/2019-08-20"),
    ("2019年8月18-20日", "2019-08-18/2019-08-20"),
    ("2019年8月18日～20日", "2019-08-18/2019-08-20"),
    ("2019年8月18日到9月2日", "2019-08-18/2019-09-02"),
    ("2019年8-9月", "2019-08/2019-09"),
    ("2017-2019年", "2017/2019"),
    ("自2017年8月起至2019年9月止", "2017-08/2019-09"),
    ("从2017年到2020年", "2017/2020"),
    ("2021-2025", "2021/2025"),
    ("2021 – 2025", "2021/2025"),
    ("2021 to 2025", "2021/2025"),
    ("from 2017 until 2020", "2017/2020"),
    ("18 - 20 August 2019", "2019-08-18/2019-08-20"),
    ("18 to 20 August 2019", "2019-08-18/2019-08-20"),
    ("from 18 to 20 August 2019", "2019-08-18/2019-08-20"),
    ("August 18-20, 2019", "2019-08-18/2019-08-20"),
    ("August 18 – September 2, 2019", "2019-08-18/2019-09-02"),
    ("the afternoon of 18 August to the morning of 20 August 2019", "2019-08-18pm/2019-08-20am"),
    ("2019-08-18 – 2019-08-20", "2019-08-18/2019-08-20"),
    ("2019-08-18-20", "2019-08-18/2019-08-20"),
    ("2019.8.18-20", "2019-08-18/2019-08-20"),
    ("2019.8.18-9.2", "2019-08-18/2019-09-02"),
    ("2019/8/18-2019/9/2", "2019-08-18/2019-09-02"),
    ("2019-08-18/2019-08-18", "2019-08-18"),
    ("2019-08-18/2019-08-18am", "2019-08-18/2019-08-18am"),
    ("from 2017", "2017/"),
    ("2017–", "2017/"),
    ("2017–present", "2017/"),
    ("2017 onwards", "2017/"),
    ("2017年至今", "2017/"),
    ("自2017年起", "2017/"),
    ("2017年以来", "2017/"),
    ("–2020", "/2020"),
    ("till 2020", "/2020"),
    ("up to June 2020", "/2020-06"),
    ("截至2020年", "/2020"),
    ("2020年止", "/2020"),
]

NO_YEAR = "A day without a year is not a date: keep it in the source’s words."
UNREADABLE = "This is not understood as a day: write for example 2019-08-18, August 2019 or 18–20 August 2019."
BACKWARDS = "A range does not end before it begins."
REFUSED = [
    ("8月18日", NO_YEAR),
    ("18 August", NO_YEAR),
    ("August", NO_YEAR),
    ("8月", NO_YEAR),
    ("18", NO_YEAR),
    ("8月18日至20日", NO_YEAR),
    ("18–20 August", NO_YEAR),
    ("until August", NO_YEAR),
    ("2019-02-30", "There is no such day in the calendar: 2019-02-30."),
    ("29 February 2019", "There is no such day in the calendar: 2019-02-29."),
    ("2019年8月0日", "There is no such day in the calendar: 2019-08-00."),
    ("2019-13", "There is no month 13."),
    ("2019年0月", "There is no month 0."),
    ("2019年8月18日至32日", "There is no such day in the calendar: 2019-08-32."),
    ("2019-00-18", "There is no month 0."),
    ("2019-08-00pm", "There is no such day in the calendar: 2019-08-00pm."),
    ("0019", "A year has four digits, for example 2019."),
    ("2020-2019", BACKWARDS),
    ("20–18 August 2019", BACKWARDS),
    ("30 December – 2 January 2020", BACKWARDS),
    ("2019-08-18pm/2019-08-18am", BACKWARDS),
    ("", UNREADABLE),
    ("/", UNREADABLE),
    ("tomorrow", UNREADABLE),
    ("上月28日", UNREADABLE),
    ("2019年8", UNREADABLE),
    ("18, 2019", UNREADABLE),
    ("19", NO_YEAR),
    ("2019-8.18", NO_YEAR),
    ("evening of 18 August 2019", UNREADABLE),
    ("2019-08-18pm/2019-08-20/2019-08-22", UNREADABLE),
    ("the afternoon of August 2019", UNREADABLE),
    ("12345", UNREADABLE),
    ("since", UNREADABLE),
    ("止", UNREADABLE),
    ("2019-" * 50, UNREADABLE),
    ("2019" + " " * 200, UNREADABLE),
]


@pytest.fixture(autouse=True)
def _read_anew():
    """What an earlier test read is not remembered."""
    read.cache_clear()


def refusal(text):
    with override("en"), pytest.raises(ValidationError) as refused:
        Day.parse(text)
    with override("en"):
        return refused.value.messages


@pytest.mark.parametrize(("canonical", "chinese", "table", "sentence"), FORMS)
def test_a_day_is_printed_rightly_in_both_languages(canonical, chinese, table, sentence):
    day = Day.parse(canonical)
    assert str(day) == canonical
    assert day.printed("zh-hans") == day.running("zh-hans") == chinese
    assert day.printed("en") == table
    assert day.running("en") == (sentence or table)


@pytest.mark.parametrize(("canonical", "english", "chinese"), PLACED)
def test_a_day_in_a_sentence_has_its_preposition(canonical, english, chinese):
    day = Day.parse(canonical)
    assert (day.placed("en"), day.placed("zh-hans")) == (english, chinese)


@pytest.mark.parametrize(("typed", "canonical"), TYPED)
def test_what_editors_type_is_read(typed, canonical):
    assert str(Day.parse(typed)) == canonical


@pytest.mark.parametrize(("typed", "sentence"), REFUSED)
def test_what_is_no_day_is_refused_with_a_sentence(typed, sentence):
    assert refusal(typed) == [sentence]


@given(days())
def test_whatever_is_printed_is_read_back_as_the_same_day(day):
    assert Day.parse(str(day)) == day
    for language in ("zh-hans", "en"):
        assert Day.parse(day.printed(language)) == day
        assert Day.parse(day.running(language)) == day


@given(st.text(alphabet="0123456789年月日号上下午至到起止自从/-–. ,augsttoendpmicr", max_size=24))
def test_any_text_is_read_or_refused_and_nothing_else(text):
    try:
        day = Day.parse(text)
    except ValidationError as refused:
        assert len(refused.messages) == 1
    else:
        assert Day.parse(str(day)) == day


def test_a_moment_is_printed_on_the_clock_of_the_asked_zone():
    moment = datetime.datetime(2019, 8, 19, 9, 8, 20, tzinfo=datetime.UTC)
    beijing = zoneinfo.ZoneInfo("Asia/Shanghai")
    assert printed_moment(moment, "zh-hans", beijing) == "2019年8月19日17:08"
    assert printed_moment(moment, "en", beijing) == "19 August 2019, 17:08"
    assert printed_moment(moment, "en", datetime.UTC) == "19 August 2019, 09:08"


def test_a_moment_without_a_zone_is_not_printed():
    with pytest.raises(ValueError, match=r"^A moment without a zone cannot be printed\.$"):
        printed_moment(datetime.datetime(2019, 8, 19), "en", datetime.UTC)
