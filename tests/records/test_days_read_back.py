"""Days in every form, entered in the desk, sorted and filtered by the database, read in both languages."""

import pytest
from django.test import Client

from newsroom.cooperation.models import Agreement, Event
from newsroom.dates import in_year
from newsroom.languages import EN, ZH
from tests import factories
from tests.records.entering import Desk
from tests.records.reading import in_order, listed, publish, read

pytestmark = pytest.mark.django_db

# As typed, as printed in Chinese and in English; from the earliest to the latest, the unknown last.
DAYS = [
    ("1998", "1998年", "1998"),
    ("2016-11-02 to 2016-11-06", "2016年11月2日至6日", "2–6 November 2016"),
    ("2017/", "2017年起", "since 2017"),
    ("2018年12月至2019年2月3日", "2018年12月至2019年2月3日", "December 2018–3 February 2019"),
    ("August 2019", "2019年8月", "August 2019"),
    ("18 August 2019", "2019年8月18日", "18 August 2019"),
    ("2019-08-18am", "2019年8月18日上午", "18 August 2019, morning"),
    ("2019年8月18日下午", "2019年8月18日下午", "18 August 2019, afternoon"),
    ("until 2021", "至2021年", "until 2021"),
    ("", "", ""),
]


@pytest.fixture(scope="module")
def entered(built_once):
    """Enter an event on each of the days, in an order that is not theirs."""
    desk = Desk(Client(), factories.user("editor", language="en"))
    for number, (typed, *_printed) in enumerate(reversed(DAYS)):
        desk.enter(Event, held=typed, name_en=f"Day <{typed}>", slug=f"day-{number}")


def names(events) -> list[str]:
    return [event.name_en for event in events]


def test_the_database_sorts_them_by_earliest_then_latest_then_half_day(entered):
    assert names(Event.objects.oldest_first()) == [f"Day <{typed}>" for typed, *_printed in DAYS]


def test_the_database_sorts_them_from_the_newest_too(entered):
    known = [f"Day <{typed}>" for typed, *_printed in DAYS if typed and not typed.startswith("until")]

    assert names(Event.objects.newest_first())[: len(known)] == known[::-1]


@pytest.mark.parametrize(
    ("year", "among"),
    [
        (1997, []),
        (1998, ["1998"]),
        (2016, ["2016-11"]),
        (2017, ["2017/"]),
        (2018, ["2018年12月"]),
        (2019, ["2018年12月", "August", "18 August", "am", "下午"]),
        (2021, ["until"]),
        (2030, []),
    ],
)
def test_the_database_finds_what_counts_in_a_year(entered, year, among):
    found = names(Event.objects.filter(in_year("held", year)))

    assert len(found) == len(among)
    assert all(any(part in name for name in found) for part in among)


@pytest.mark.parametrize("language", [EN, ZH])
def test_each_is_printed_on_its_page_in_both_languages(client, entered, language):
    publish(events=Event.objects.all())

    for event in Event.objects.exclude(held=""):
        printed = next(row for row in DAYS if f"<{row[0]}>" in event.name_en)[2 if language == EN else 1]
        assert printed in read(client, event.address_in(language))


def test_what_was_inferred_and_the_words_of_the_source_are_said(client, desk):
    words = {"held": "2019-08-18pm", "held_inferred": True, "held_words": "last Sunday afternoon"}
    event = desk.enter(Event, slug="inferred", **words)
    publish(events=[event])

    assert "last Sunday afternoon" in read(client, event.address_in(EN))


@pytest.mark.parametrize("language", [EN, ZH])
def test_a_public_list_sorts_and_filters_by_day(client, desk, language):
    for typed in ("2018", "2019-08", "2019-08-18pm", "2017/2019-03", "2020-01-01"):
        desk.enter(Agreement, title_en=f"Signed {typed};", signed=typed)
    factories.agreement(title_en="Never published;")
    publish(agreements=Agreement.objects.filter(title_en__startswith="Signed"))

    whole = read(client, listed("agreements", language))
    one_year = read(client, listed("agreements", language) + "?year=2019")

    newest = [f"Signed {typed};" for typed in ("2020-01-01", "2019-08-18pm", "2019-08", "2018", "2017/2019-03")]
    assert in_order(whole, *newest)
    assert in_order(one_year, newest[1], newest[2], newest[4])
    assert newest[0] not in one_year and newest[3] not in one_year
    assert "Never published;" not in whole
