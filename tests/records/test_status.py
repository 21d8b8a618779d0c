"""The status of an agreement on a day: one table, and its form in SQL agrees with that of a loaded agreement."""

from datetime import date, timedelta
from itertools import product

import pytest
from django.utils.timezone import now

from newsroom.cooperation.models import Agreement
from newsroom.cooperation.status import MOMENTARY, AgreementState, Status
from newsroom.dates import Length
from newsroom.places.models import Pair
from tests import factories
from tests.pages_records.conftest import released
from tests.records.statuses import found_in_lists, told_in_sql, told_when_loaded

pytestmark = pytest.mark.django_db

DAY = date(2020, 6, 15)
TERMS = ["", "2017/", "/2020-06-15", "/2020-06-14", "2020-06-15/", "2020-06-16/", "2021/", "2017/2019", "2017/2020"]
TERMS += ["2020", "2020-06", "2020-06-15", "2021", "2021/2024", "2020-06-16/2020-06-17", "2020-06-14"]
YEAR = Length(12)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    """Make every day that is asked here that of today, or one to come: see `test_status_earlier.py` for the past."""
    monkeypatch.setattr("newsroom.cooperation.queries.today_at", lambda _at: date.min)


def status_of(agreement: Agreement, day: date = DAY) -> Status | None:
    return Agreement.objects.with_status(now(), day).get(pk=agreement.pk).status_on(day)


# state, term → status
STATED = [
    ("planned", "2017/2025", "planned"),
    ("initialled", "2017/2025", "initialled"),
    ("ended-early", "2017/2025", "ended-early"),
    ("ended-early", "2021/", "ended-early"),
    ("signed", "", "no-end"),
    ("signed", "2017/", "no-end"),
    ("signed", "2020-06-15/", "no-end"),
    ("signed", "2020-06-16/", "ahead"),
    ("signed", "2020-06-16/2024", "ahead"),
    ("signed", "/2020-06-14", "expired"),
    ("signed", "/2020-06-15", "in-force"),
    ("signed", "2017/2020-06-15", "in-force"),
    ("signed", "2020", "in-force"),
    ("signed", "2019", "expired"),
]


@pytest.mark.parametrize(("state", "term", "status"), STATED)
def test_the_status_follows_from_the_state_and_the_stated_term(state, term, status):
    assert status_of(factories.agreement(state=state, term=term or None, signed=None)) == status


# state, day on record → status
UNSIGNED = [
    ("planned", None, "planned"),
    ("planned", "2020-06-15", "planned"),
    ("planned", "2020-06-14", "overdue"),
    ("planned", "2020", "planned"),
    ("planned", "2020-05/", "planned"),
    ("initialled", "2020-06-14", "overdue"),
    ("initialled", "2020-06", "initialled"),
    ("signed", "2020-06-14", "no-end"),
]


@pytest.mark.parametrize(("state", "signed", "status"), UNSIGNED)
def test_of_a_planned_text_whose_day_is_over_it_is_not_known_whether_it_was_signed(state, signed, status):
    assert status_of(factories.agreement(state=state, signed=signed)) == status


# facts → status; each line differs from the one above it in one fact
LENGTHS = [
    ({"signed": "2019-06-15", "term_length": YEAR}, "in-force"),
    ({"signed": "2019-06-14", "term_length": YEAR}, "expired"),
    ({"signed": "2019-06-14", "term_length": YEAR, "term_extendable": True}, "term-over"),
    ({"signed": "2019-06-14", "term_length": YEAR, "term_runs_on": True}, "term-over"),
    ({"signed": "2019-06-14", "term_length": YEAR, "term_minimum": True}, "term-over"),
    ({"signed": "2019", "term_length": YEAR}, "in-force"),
    ({"signed": "2018", "term_length": YEAR}, "expired"),
    ({"signed": "2020-06-16", "term_length": YEAR}, "ahead"),
    ({"signed": None, "term_length": YEAR}, "undated"),
    ({"signed": "2018", "term_length": YEAR, "term_reckoned": "unknown"}, "undated"),
    ({"signed": "2010", "term": "2019-06-15/", "term_length": YEAR}, "in-force"),
    ({"signed": "2010", "term": "2019-06-14/", "term_length": YEAR}, "expired"),
    ({"signed": "2010", "term": "/2019", "term_extendable": True}, "term-over"),
    ({"signed": "2010", "term": "/2020", "term_extendable": True}, "in-force"),
]


@pytest.mark.parametrize(("facts", "status"), LENGTHS)
def test_a_term_may_be_a_length_and_may_go_on(facts, status):
    assert status_of(factories.agreement(**facts)) == status


@pytest.mark.parametrize("kind", Agreement.Kind.values)
def test_what_cannot_run_has_a_status_only_where_a_term_is_stated(kind):
    runs = kind not in MOMENTARY

    assert status_of(factories.agreement(kind=kind)) == ("no-end" if runs else None)
    assert status_of(factories.agreement(kind=kind, term="/2021")) == "in-force"
    assert status_of(factories.agreement(kind=kind, signed="2020", term_length=YEAR)) == "in-force"


def test_the_reckoned_end_moves_with_the_day_of_signing():
    agreement = factories.agreement(signed="2018-01-01", term_length=YEAR)
    assert status_of(agreement) == "expired"

    agreement.signed = agreement.signed.parse("2020-01-01")
    agreement.save()

    assert status_of(agreement) == "in-force"
    assert agreement.runs_until == date(2021, 1, 1)


def followed(how: str = "replaces", *, public: bool = True, **facts) -> Agreement:
    """Return a public agreement of 2010 without an end that another one follows, signed in 2019."""
    agreement = released(factories.agreement(signed="2010"))
    follower = factories.agreement(follows=agreement, following=how, **({"signed": "2019"} | facts))
    if public:
        released(follower)
    return agreement


# what follows → status; the first makes it true, each other one takes one thing away
FOLLOWED = [
    ({"how": "replaces"}, "replaced"),
    ({"how": "renews"}, "renewed"),
    ({"how": "ends"}, "ended"),
    ({"how": "ends", "kind": "statement"}, "ended"),
    ({"how": "carries-out"}, "no-end"),
    ({"public": False}, "no-end"),
    ({"state": "planned"}, "no-end"),
    ({"state": "initialled"}, "no-end"),
    ({"state": "ended-early"}, "replaced"),
    ({"signed": "2020-06-15"}, "replaced"),
    ({"signed": "2020-06-16"}, "no-end"),
    ({"signed": "2020"}, "no-end"),
    ({"signed": "2020-06/"}, "replaced"),
    ({"signed": None}, "replaced"),
    ({"term": "2020-06-15/"}, "replaced"),
    ({"term": "2020-06-16/"}, "no-end"),
    ({"signed": None, "term": "2020-06-16/"}, "no-end"),
    ({"term": "/2019-12"}, "replaced"),
]


@pytest.mark.parametrize(("facts", "status"), FOLLOWED)
def test_the_status_follows_from_what_follows_as_far_as_readers_see_it(facts, status):
    assert status_of(followed(**facts)) == status


def test_a_text_that_ends_counts_more_than_one_that_renews_and_than_what_was_typed():
    agreement = followed("renews", signed="2018")
    assert status_of(agreement) == "renewed"
    released(factories.agreement(follows=agreement, following="ends", signed="2019"))
    assert status_of(agreement) == "ended"

    Agreement.objects.filter(pk=agreement.pk).update(state="ended-early")
    assert status_of(agreement) == "ended"


# stage made by the agreement, end of the relation → status
RELATIONS = [
    ({}, {}, "ended"),
    ({"kind": "ended", "reached": "2010"}, {}, "no-end"),
    ({"reached": None}, {}, "ended"),
    ({}, {"reached": "2020-06-15"}, "ended"),
    ({}, {"reached": "2020-06-16"}, "no-end"),
    ({}, {"reached": None}, "no-end"),
    ({}, {"reached": "2020-06-15/"}, "ended"),
    ({}, {"reached": "2020-06-16/"}, "no-end"),
    ({}, {"reached": "/2020-06-15"}, "no-end"),
    ({"kind": "taken-over"}, {}, "no-end"),
    ({"agreement": None}, {}, "no-end"),
    ({"reached": "2019-02"}, {"reached": "2019-01"}, "no-end"),
    ({}, {"kind": "taken-over"}, "no-end"),
    ({}, {"public": False}, "no-end"),
    ({"public": False}, {}, "no-end"),
]


@pytest.mark.parametrize(("made", "end", "status"), RELATIONS)
def test_an_agreement_ends_with_the_relation_that_it_made(made, end, status):
    pair = factories.pair()
    agreement = released(factories.agreement(pairs=(pair,), signed="2010"))
    for usual, facts in (
        ({"kind": "sister-city", "reached": "2010", "agreement": agreement}, made),
        ({"kind": "ended", "reached": "2019"}, end),
    ):
        facts = usual | facts
        public = facts.pop("public", True)
        stage = factories.stage(pair, **facts)
        if public:
            released(stage)

    assert status_of(agreement) == status


def test_an_agreement_does_not_end_with_another_relation():
    agreement = released(factories.agreement(signed="2010"))
    released(factories.stage(factories.pair(), "sister-city", reached="2010", agreement=agreement))
    released(factories.stage(factories.pair(), "ended", reached="2019"))

    assert status_of(agreement) == "no-end"


# what is so → status
PARTIES = [
    ({}, "ended"),
    ({"ended": "2020-06-16"}, "no-end"),
    ({"ended": None}, "no-end"),
    ({"others": 2}, "no-end"),
    ({"others": 0}, "ended"),
    ({"taken_over": True}, "no-end"),
    ({"taken_over": False}, "ended"),
    ({"continued": True}, "no-end"),
    ({"continued": False}, "ended"),
    ({"kind": "notice"}, None),
]


@pytest.mark.parametrize(("facts", "status"), PARTIES)
def test_an_agreement_ends_with_one_of_its_two_parties_unless_the_relation_was_taken_over(facts, status):
    gone = factories.place(ended=facts.get("ended", "2019-10-31"))
    others = [factories.place() for _number in range(facts.get("others", 1))]
    place = factories.place()
    pair = factories.pair(gone, place)
    agreement = released(
        factories.agreement(gone, *others, pairs=(pair,), signed="2010", kind=facts.get("kind", "sister-city"))
    )
    if "taken_over" in facts:
        shown_if(facts["taken_over"], factories.stage(pair, "taken-over", reached="2019"))
    if "continued" in facts:
        after = factories.pair(place, factories.place())
        Pair.objects.filter(pk=after.pk).update(continues=pair)
        shown_if(facts["continued"], factories.stage(after))

    assert status_of(agreement) == status


@pytest.mark.parametrize("names", [True, False])
def test_a_relation_that_was_taken_over_goes_on_whether_or_not_the_text_names_the_pair(names):
    gone, place = factories.place(ended="2019-10-31"), factories.place()
    pair = factories.pair(gone, place)
    agreement = released(factories.agreement(gone, place, pairs=(pair,) if names else (), signed="2010"))
    assert status_of(agreement) == "ended"

    released(factories.stage(pair, "taken-over", reached="2019"))
    assert status_of(agreement) == "no-end"

    after = factories.pair(place, factories.place())
    Pair.objects.filter(pk=after.pk).update(continues=pair)
    type(pair.stages.get()).objects.update(public_from=None)
    assert status_of(agreement) == "ended"
    released(factories.stage(after))
    assert status_of(agreement) == "no-end"


def shown_if(public, record):
    if public:
        released(record)


def test_an_agreement_ends_with_its_party_whatever_became_of_others():
    gone = factories.place(ended="2019-10-31")
    agreement = released(factories.agreement(gone, factories.place(), signed="2010"))
    others = factories.pair(factories.place(), factories.place()), factories.pair(factories.place(), factories.place())
    released(factories.stage(others[0], "taken-over", reached="2019"))
    Pair.objects.filter(pk=others[1].pk).update(continues=others[0])
    released(factories.stage(others[1]))

    assert status_of(agreement) == "ended"


def test_on_every_day_each_agreement_is_found_under_its_status_and_no_other():
    for state, term, kind in product(AgreementState, TERMS, ("sector", "notice")):
        factories.agreement(state=state, term=term or None, kind=kind)
    for facts, _status in LENGTHS:
        factories.agreement(**facts)
    for facts, _status in FOLLOWED:
        followed(**facts)
    at = now()

    for day in (DAY + timedelta(days) for days in (-1200, -400, -1, 0, 1, 2, 200, 400, 2000)):
        assert told_in_sql(at, day) == told_when_loaded(at, day), day
    assert found_in_lists(at, DAY) == told_in_sql(at, DAY)
