"""What was inferred of a day says so wherever the day stands, and the words of a day are printed, with it or alone."""

import json
import re

import pytest
from django.utils.translation import override

from newsroom.articles.card import record_card
from newsroom.cooperation.models import Agreement, Delegation, Event, FollowUp
from newsroom.cooperation.rows import agreement_row
from newsroom.dates import Day
from newsroom.publishing.clock import day_of, moment
from tests import factories
from tests.pages_records.conftest import released, text_of

MAIN = re.compile(r"<main.*</main>", re.DOTALL)
UNMARKED = re.compile(r"(?:17–20 |18 )August 2019(?:, afternoon)?+(?! \(inferred\))")
ADDRESSES = [
    *("events/meeting/", "delegations/", "delegations/anbei-haimen/", "agreements/", "agreements/framework/"),
    *("people/lin-yue/", "places/haimen/", "places/anbei/", "institutions/haimen-institute/", "pairs/haimen-anbei/"),
    *("news/2019/signing/", ""),
]


@pytest.fixture
def inferred(visit):
    """The visit again, with no day on it that a source states in full."""
    Event.objects.filter(pk=visit.event.pk).update(held_inferred=True)
    Agreement.objects.update(signed_inferred=True)
    visit.delegation.refresh_from_db()
    visit.delegation.days, visit.delegation.days_inferred = Day.parse("2019-08-17/2019-08-20"), True
    visit.delegation.save()
    released(factories.stage(visit.pair, "sister-city", reached="2019-08-18", reached_inferred=True))
    return visit


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_marks_an_inferred_day(client, inferred, address):
    page = re.sub(r"<[^>]+>", "", MAIN.search(text_of(client.get(f"/en/{address}")))[0])

    assert "(inferred)" in page
    assert UNMARKED.findall(page) == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_marks_a_day_that_a_source_states(client, visit, address):
    Event.objects.update(held_inferred=False)

    assert "(inferred)" not in text_of(client.get(f"/en/{address}"))


def test_the_title_of_a_page_marks_it_too(client, inferred):
    page = text_of(client.get("/en/events/meeting/"))

    assert "18 August 2019, afternoon (inferred)" in page.partition("<title>")[2].partition("</title>")[0]


@pytest.mark.parametrize(
    ("prefix", "sentence"),
    [
        ("en", "The date, or a part of it, is inferred: no source states it in full."),
        ("zh", "来源未写明完整日期，日期或其中一部分系推定。"),
    ],
)
@pytest.mark.parametrize("address", ["events/meeting/", "agreements/framework/"])
def test_the_sentence_is_true_of_any_part(client, inferred, prefix, sentence, address):
    assert sentence in text_of(client.get(f"/{prefix}/{address}"))


def test_files_name_the_columns_that_rest_on_what_was_inferred(client, inferred):
    facts = {"term": "2016/2018", "term_inferred": True, "signed": "2016", "title_en": "Plan"}
    released(factories.agreement(inferred.haimen, **facts))
    released(factories.agreement(inferred.haimen, signed="2019", title_en="Known"))

    agreements = json.loads(text_of(client.get("/en/agreements.json")))
    (delegation,) = json.loads(text_of(client.get("/en/delegations.json")))

    named = {row["title_en"]: row["inferred"] for row in agreements}
    assert named == {
        "Framework Agreement": ["signed"],
        "Exchange of Staff": ["signed"],
        "Plan": ["status", "term", "expires"],
        "Known": [],
    }
    assert delegation["inferred"] == ["days", "stops 2019-08-18pm"]
    assert "inferred" in text_of(client.get("/en/agreements.csv")).splitlines()[0].split(",")


def test_a_planned_text_whose_inferred_day_has_passed_says_so(client, visit):
    planned = factories.agreement(visit.haimen, signed="2019-08-18", signed_inferred=True, state="planned")
    agreement = Agreement.objects.with_row(moment()).get(pk=planned.pk)

    with override("en"):
        status = agreement_row(agreement, "en", day_of(moment()))["status"]

    assert status.startswith("planned for 18 August 2019 (inferred);")


def test_a_follow_up_marks_its_day(client, visit):
    follow_up = FollowUp.objects.create(
        agreement=visit.framework, happened="2020-03-04", happened_inferred=True, words_en="A school opened."
    )
    released(follow_up)

    assert "4 March 2020</time> (inferred)" in text_of(client.get("/en/agreements/framework/"))


def test_the_words_of_a_day_stand_on_the_story_and_with_the_stops(client, visit):
    Event.objects.filter(pk=visit.event.pk).update(held_words="on Tuesday")

    for address in ("events/meeting/", "news/2019/signing/", "delegations/anbei-haimen/"):
        assert "The source says: on Tuesday" in text_of(client.get(f"/en/{address}"))


@pytest.mark.django_db
def test_words_without_a_day_stand_on_the_card():
    event = factories.event(held=None, held_words="on Tuesday")
    event = Event.objects.with_names().with_sites().get(pk=event.pk)

    (block,) = record_card([event], [], [], language="en", today=day_of(moment()))["events"]

    assert (block["day"], block["words"]) == (None, "on Tuesday")


# days of the journey, the source's words → what the delegation's page prints
JOURNEYS = [
    ("2019-08-17/2019-08-20", "", "17–20 August 2019"),
    ("2019-08-17/2999", "in August", ""),
    ("2019-08-17/", "", "since 17 August 2019"),
    ("2999-08-17/", "in August", ""),
    ("/2019-08-20", "", "until 20 August 2019"),
    ("", "17th to 20th", "The source says: 17th to 20th"),
    ("", "", ""),
]


@pytest.mark.parametrize(("days", "words", "printed"), JOURNEYS)
def test_a_journey_is_printed_as_far_as_it_is_known(client, visit, days, words, printed):
    found = whole_journey(client, visit, days, words)

    assert printed in found if printed else found == ""


@pytest.mark.parametrize(("days", "words"), [("2019-08-17/", ""), ("", "17th to 20th")])
@pytest.mark.parametrize("facts", [{"held": "2999"}, {"held": "2999", "state": "announced"}, {"state": "announced"}])
def test_a_journey_of_unknown_end_is_not_printed_while_a_stop_is_ahead(client, visit, days, words, facts):
    factories.event(visit.pair, delegation=visit.delegation, **{"held": None} | facts)

    assert whole_journey(client, visit, days, words) == ""


def whole_journey(client, visit, days: str, words: str) -> str:
    """Return what the delegation's page says of the whole journey, "" if nothing."""
    delegation = Delegation.objects.get(pk=visit.delegation.pk)
    delegation.days, delegation.days_words = Day.parse(days) if days else None, words
    delegation.save()
    page = text_of(client.get("/en/delegations/anbei-haimen/"))
    return page.partition("Whole journey")[2].partition("</dd>")[0]


@pytest.mark.parametrize(("inferred", "words"), [(True, "2019 (inferred)"), (False, "2019")])
def test_a_silence_that_begins_with_an_inferred_day_says_so(client, visit, inferred, words):
    Event.objects.update(held_inferred=inferred)

    assert f"No visit to Haimen after {words} is found" in text_of(client.get("/en/pairs/haimen-anbei/"))
