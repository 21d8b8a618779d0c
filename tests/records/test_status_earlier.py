"""The status of an agreement on a day before today: only what the records say of that day."""

from datetime import date, timedelta
from itertools import product

import pytest
from django.utils.timezone import now

from newsroom.cooperation.models import Agreement
from newsroom.cooperation.status import AgreementState, Status
from newsroom.dates import Length
from tests import factories
from tests.pages_records.conftest import released
from tests.records.statuses import found_in_lists, told_in_sql, told_when_loaded

pytestmark = pytest.mark.django_db

TODAY, THEN = date(2026, 11, 27), date(2020, 6, 15)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr("newsroom.cooperation.queries.today_at", lambda _at: TODAY)


def status_of(agreement: Agreement, day: date = THEN) -> Status | None:
    return Agreement.objects.with_status(now(), day).get(pk=agreement.pk).status_on(day)


# facts → status then
STATED = [
    ({"signed": "2020-06-15"}, "no-end"),
    ({"signed": "2020-06-16"}, "not-yet"),
    ({"signed": "2020-06-16", "kind": "notice"}, "not-yet"),
    ({"signed": "2020-06-16", "term": "2020/2030"}, "not-yet"),
    ({"signed": "2020-06"}, "maybe-signed"),
    ({"signed": "2020-06", "term": "2020-06-15/2030"}, "in-force"),
    ({"signed": "2020-06", "term": "2020-06-16/2030"}, "maybe-signed"),
    ({"signed": "2020/"}, "no-end"),
    ({"signed": "/2019"}, "no-end"),
    ({"signed": "/2021"}, "maybe-signed"),
    ({"signed": None}, "maybe-signed"),
    ({"signed": None, "term": "2020-06-15/2030"}, "in-force"),
    ({"signed": None, "term": "2010/2020-06-14"}, "expired"),
    ({"signed": "2019", "term": "2020-06-16/2030"}, "ahead"),
    ({"signed": "2019-06-15", "term_length": Length(12)}, "in-force"),
    ({"signed": "2019-06-14", "term_length": Length(12)}, "expired"),
    ({"signed": "2019", "kind": "notice"}, None),
    ({"signed": "2030", "state": "planned"}, "not-yet"),
    ({"signed": None, "state": "planned"}, "not-yet"),
    ({"signed": "2020-06-14", "state": "planned"}, "overdue"),
    ({"signed": "2010", "state": "ended-early"}, "maybe-over"),
    ({"signed": "2010", "state": "ended-early", "term": "2010/2020-06-15"}, "maybe-over"),
    ({"signed": "2010", "state": "ended-early", "term": "2010/2020-06-14"}, "ended-early"),
    ({"signed": "2020-06-16", "state": "ended-early"}, "not-yet"),
]


@pytest.mark.parametrize(("facts", "status"), STATED)
def test_of_an_earlier_day_only_what_was_true_then_is_said(facts, status):
    assert status_of(factories.agreement(**facts)) == status


def followed(how: str = "replaces", *, public: bool = True, **facts) -> Agreement:
    agreement = released(factories.agreement(signed="2010"))
    follower = factories.agreement(follows=agreement, following=how, **({"signed": "2019"} | facts))
    if public:
        released(follower)
    return agreement


# what follows → status then
FOLLOWED = [
    ({}, "replaced"),
    ({"signed": "2020-06-15"}, "replaced"),
    ({"signed": "2020-06-16"}, "no-end"),
    ({"signed": "2020-06"}, "maybe-over"),
    ({"signed": None}, "maybe-over"),
    ({"signed": None, "term": "2020-06-15/"}, "replaced"),
    ({"signed": None, "term": "2020-06-16/"}, "no-end"),
    ({"signed": "2020-06-16", "term": "2020-06-01/"}, "no-end"),
    ({"signed": None, "state": "planned"}, "no-end"),
    ({"how": "carries-out", "signed": None}, "no-end"),
    ({"how": "ends", "signed": "2021"}, "no-end"),
    ({"public": False}, "no-end"),
    ({"public": False, "signed": None}, "no-end"),
]


@pytest.mark.parametrize(("facts", "status"), FOLLOWED)
def test_what_followed_counts_from_its_own_day(facts, status):
    assert status_of(followed(**facts)) == status


# the day on which the relation ended → status then
ENDS = [("2020-06-15", "ended"), ("2020-06-16", "no-end"), ("2020-06", "maybe-over"), ("2021", "no-end")]


@pytest.mark.parametrize(("day", "status"), ENDS)
def test_the_end_of_the_relation_that_it_made_counts_from_its_day(day, status):
    pair = factories.pair()
    agreement = released(factories.agreement(pairs=(pair,), signed="2010"))
    released(factories.stage(pair, "sister-city", reached="2010", agreement=agreement))
    released(factories.stage(pair, "ended", reached=day))

    assert status_of(agreement) == status


# the relation, from, until → the status of the text of 2010 that made it, long after
LIVES = [
    ("2010", "2011", "ended"),
    ("2010-05", "2010-06", "ended"),
    (None, "2011", "ended"),
    ("/2012", "2013", "ended"),
    ("2010-05-04", "2010-05-04", "ended"),
    ("2010", "2010", "maybe-over"),
    ("2010-05", "2010", "maybe-over"),
    ("2010", "2010-05", "maybe-over"),
    ("/2012", "2011", "maybe-over"),
    ("2010/", "2011", "maybe-over"),
    ("2012", "2011", "no-end"),
    ("2012/", "2011", "no-end"),
]


@pytest.mark.parametrize(("reached", "ended", "status"), LIVES)
def test_a_relation_has_ended_by_an_earlier_day_if_it_surely_had_begun_before(reached, ended, status):
    pair = factories.pair()
    agreement = released(factories.agreement(pairs=(pair,), signed="2010"))
    released(factories.stage(pair, "sister-city", reached=reached, agreement=agreement))
    released(factories.stage(pair, "ended", reached=ended))

    assert status_of(agreement) == status


@pytest.mark.parametrize(("day", "status"), [*ENDS, (None, "no-end")])
def test_the_end_of_a_party_counts_from_its_day(day, status):
    gone = factories.place(ended=day)

    assert status_of(released(factories.agreement(gone, factories.place(), signed="2010"))) == status


# when it was signed, when its parties ended → the status of the text long after
OUTLIVED = [
    ("2010", ["2010"], "ended"),
    ("2010-05-04", ["2010-05-04"], "ended"),
    ("2010-05-04", ["2010-05"], "ended"),
    ("/2012", ["2009"], "ended"),
    ("2010-05-04", ["2010-05-03"], "maybe-over"),
    ("2010", ["2009"], "maybe-over"),
    ("2010/", ["2009"], "maybe-over"),
    ("2010", ["2009", "2012"], "ended"),
    ("2010", ["2008", "2009"], "maybe-over"),
]


@pytest.mark.parametrize(("signed", "ended", "status"), OUTLIVED)
def test_the_end_of_a_party_ends_by_an_earlier_day_what_was_not_surely_signed_after_it(signed, ended, status):
    parties = [factories.place(ended=day) for day in (*ended, None)][:2]

    assert status_of(released(factories.agreement(*parties, signed=signed))) == status


def test_on_every_earlier_day_each_agreement_is_found_under_its_status_and_no_other():
    for state, facts in product(AgreementState, [facts for facts, _status in STATED]):
        factories.agreement(**(facts | {"state": state}))
    for facts, _status in FOLLOWED:
        followed(**facts)
    for day, _status in ENDS:
        released(factories.agreement(factories.place(ended=day), factories.place(), signed="2010"))
    for signed, ended, _status in OUTLIVED:
        released(factories.agreement(factories.place(ended=ended[0]), factories.place(), signed=signed))
    at = now()

    for day in (THEN + timedelta(days) for days in (-4000, -400, -1, 0, 1, 2, 400, 2000)):
        assert told_in_sql(at, day) == told_when_loaded(at, day), day
    assert found_in_lists(at, THEN) == told_in_sql(at, THEN)
