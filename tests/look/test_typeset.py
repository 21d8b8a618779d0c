"""Names and days as a page sets them."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation

from newsroom.dates import Day
from newsroom.languages import EN, ZH, Words
from newsroom.website.templatetags import typeset


@pytest.fixture
def in_chinese():
    with translation.override(ZH):
        yield


@pytest.fixture
def in_english():
    with translation.override(EN):
        yield


def test_a_name_in_the_page_s_language_stands_as_it_is(in_chinese):
    assert typeset.marked(Words("徐兵", ZH)) == "徐兵"


def test_a_name_known_in_the_other_script_alone_carries_its_lang(in_chinese):
    assert typeset.marked(Words("Lan Yun", EN)) == '<span lang="en">Lan Yun</span>'


def test_a_name_is_escaped_in_either_case(in_english):
    assert typeset.marked(Words("<b>波", ZH)) == '<span lang="zh-Hans">&lt;b&gt;波</span>'
    assert typeset.roll([Words("A & B", EN)]) == "A &amp; B"


def test_a_roll_is_parted_as_its_language_parts(in_chinese):
    entries = [Words("高世文", ZH), {"name": Words("邱建军", ZH), "address": "/zh/people/qiu-jianjun/"}]
    assert typeset.roll(entries) == '高世文、<a href="/zh/people/qiu-jianjun/">邱建军</a>'


def test_an_english_roll_has_commas(in_english):
    assert typeset.roll([Words("Hu Juwen", EN), Words("Xu Bing", EN)]) == "Hu Juwen, Xu Bing"


def test_a_half_day_is_printed_and_its_day_given_to_machines(in_chinese):
    assert typeset.day(Day.parse("2019-08-18pm")) == '<time datetime="2019-08-18">2019年8月18日<wbr>下午</time>'


def test_a_range_has_no_machine_value(in_english):
    assert typeset.day(Day.parse("2019-08-18/2019-08-20")) == "18–20 August 2019"


def test_a_moment_is_told_on_the_site_s_clock(in_english):
    late = datetime.datetime(2019, 8, 19, 16, 30, tzinfo=ZoneInfo("UTC"))
    with timezone.override(ZoneInfo("Asia/Shanghai")):
        assert typeset.moment_day(late) == '<time datetime="2019-08-20">20 August 2019</time>'
        assert typeset.moment(late) == '<time datetime="2019-08-20T00:30+08:00">20 August 2019, 00:30</time>'


@pytest.mark.parametrize(
    ("zone", "clock"),
    [
        ("Asia/Shanghai", "Beijing time"),
        ("Asia/Tokyo", "UTC+9"),
        ("Asia/Kolkata", "UTC+5:30"),
        ("America/Santiago", "UTC−4"),
    ],
)
def test_a_moment_says_whose_clock_it_is(in_english, zone, clock):
    with timezone.override(ZoneInfo(zone)):
        told = typeset.moment_on_its_clock(datetime.datetime(2019, 8, 19, 9, 18, tzinfo=ZoneInfo("UTC")))
    assert told.endswith(f"</time> ({clock})")


@pytest.mark.parametrize("asked", [typeset.day, typeset.running_day, typeset.moment, typeset.moment_day])
def test_a_day_that_is_not_known_is_not_printed(in_english, asked):
    assert asked(None) == ""


def test_a_count_in_brackets_is_set_as_its_language_sets_it(in_chinese):
    assert typeset.bracketed(1500) == "（1500）"
    with translation.override(EN):
        assert typeset.bracketed(1500) == " (1,500)"


@pytest.mark.parametrize("printed", [typeset.moment, typeset.moment_on_its_clock])
def test_midnight_stands_for_a_day_whose_hour_is_not_known(in_english, printed):
    with timezone.override(ZoneInfo("Asia/Shanghai")):
        told = printed(datetime.datetime(2019, 8, 18, 16, 0, tzinfo=ZoneInfo("UTC")))
    assert told == '<time datetime="2019-08-19">19 August 2019</time>'
