"""The status of an agreement that others extend or amend, today and on an earlier day."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import now

from newsroom.cooperation.models import Agreement
from newsroom.cooperation.status import Status, is_inferred
from newsroom.dates import Length
from tests import factories
from tests.pages_records.conftest import released
from tests.records.statuses import found_in_lists, told_in_sql, told_when_loaded

pytestmark = pytest.mark.django_db

DAY = date(2020, 6, 15)
FIVE_YEARS = Length(60)


@pytest.fixture
def today(monkeypatch):
    monkeypatch.setattr("newsroom.cooperation.queries.today_at", lambda _at: DAY)


@pytest.fixture
def later_today(monkeypatch):
    monkeypatch.setattr("newsroom.cooperation.queries.today_at", lambda _at: date(2026, 11, 27))


def loaded(agreement: Agreement, day: date = DAY) -> Agreement:
    return Agreement.objects.with_status(now(), day).get(pk=agreement.pk)


def status_of(agreement: Agreement, day: date = DAY) -> Status | None:
    """Return the status in the loaded form, after it was held to the form in SQL."""
    told = loaded(agreement, day).status_on(day)
    (in_sql,) = Agreement.objects.filter(pk=agreement.pk).statuses(now(), day)
    assert (told or "") == in_sql
    return told


def after(agreement: Agreement, *, public: bool = True, **facts) -> Agreement:
    """Return a text that extends this one; of 2019, without a stated term."""
    follower = factories.agreement(follows=agreement, **({"signed": "2019", "following": "extends"} | facts))
    return released(follower) if public else follower


def extended(own: dict | None = None, **facts) -> Agreement:
    """Return a public agreement of 2010 until the end of 2018 that another one extends."""
    agreement = released(factories.agreement(**({"signed": "2010", "term": "2010/2018"} | (own or {}))))
    after(agreement, **facts)
    return agreement


# what extends it → status; the first makes it true, each other one changes one thing
BY_EXTENSION = [
    ({}, "extended"),
    ({"term": "2019/2020-06-15"}, "extended"),
    ({"term": "2019/2020-06-14"}, "expired"),
    ({"term_length": FIVE_YEARS}, "extended"),
    ({"term_length": FIVE_YEARS, "term_reckoned": "unknown"}, "extended"),
    ({"term_length": Length(5)}, "expired"),
    ({"term": "2019/2020-06-14", "term_extendable": True}, "term-over"),
    ({"public": False}, "expired"),
    ({"state": "planned"}, "expired"),
    ({"state": "initialled"}, "expired"),
    ({"state": "ended-early"}, "expired"),
    ({"signed": "2020-06-16"}, "expired"),
    ({"signed": "2020"}, "expired"),
    ({"signed": None}, "extended"),
    ({"term": "2020-06-16/"}, "expired"),
    ({"term": "2020-06-15/"}, "extended"),
    ({"kind": "minutes"}, "extended"),
    ({"following": "amends"}, "expired"),
    ({"following": "carries-out"}, "expired"),
    ({"following": "renews"}, "renewed"),
]


@pytest.mark.usefixtures("today")
@pytest.mark.parametrize(("facts", "status"), BY_EXTENSION)
def test_after_its_own_end_a_text_is_what_its_extension_says(facts, status):
    assert status_of(extended(**facts)) == status


# the extended text itself, what extends it → status
BY_ITSELF = [
    ({"term": "2010/2020-06-15"}, {}, "in-force"),
    ({"term": "2010/2020-06-15"}, {"term": "/2019"}, "in-force"),
    ({"term": "2020-06-16/2030"}, {}, "ahead"),
    ({"term": None}, {}, "extended"),
    ({"term": None}, {"term": "/2019"}, "expired"),
    ({"term": None, "term_runs_on": True}, {"term": "/2019"}, "term-over"),
    ({"term": None}, {"term": "/2019", "public": False}, "no-end"),
    ({"term": None}, {"following": "amends", "term": "/2019"}, "no-end"),
    ({"term": None, "kind": "intent"}, {}, "extended"),
    ({"term": None, "kind": "intent"}, {"term": "/2019"}, "expired"),
    ({"term": None, "kind": "intent"}, {"public": False}, None),
    ({"term": None, "term_length": FIVE_YEARS, "term_reckoned": "unknown"}, {}, "extended"),
    ({"term_extendable": True}, {}, "extended"),
    ({"term_extendable": True}, {"term": "/2019"}, "term-over"),
    ({"state": "ended-early"}, {}, "ended-early"),
    ({"state": "planned", "signed": "2030"}, {}, "planned"),
]


@pytest.mark.usefixtures("today")
@pytest.mark.parametrize(("own", "facts", "status"), BY_ITSELF)
def test_its_own_state_and_its_own_term_while_that_runs_count_first(own, facts, status):
    assert status_of(extended(own, **facts)) == status


# what extends the extension → statuses of the text and of its first extension, which ran until 2019
CHAINED = [
    ({}, "extended", "extended"),
    ({"term": "/2020-06-14"}, "expired", "expired"),
    ({"public": False}, "expired", "expired"),
    ({"signed": "2020-06-16"}, "expired", "expired"),
    ({"following": "amends"}, "expired", "expired"),
    ({"following": "ends"}, "expired", "ended"),
    ({"following": "renews"}, "term-over", "renewed"),
    ({"following": "replaces"}, "term-over", "replaced"),
]


@pytest.mark.usefixtures("today")
@pytest.mark.parametrize(("facts", "of_text", "of_first"), CHAINED)
def test_an_extension_may_be_extended_in_its_turn(facts, of_text, of_first):
    agreement = extended(term="/2019")
    first = agreement.followed_by.get()
    after(first, **facts)

    assert (status_of(agreement), status_of(first)) == (of_text, of_first)


@pytest.mark.usefixtures("today")
def test_a_chain_of_any_length_counts_as_far_as_readers_see_each_link():
    agreement = last = extended(term="/2018")
    links = []
    for _number in range(5):
        last = last.followed_by.get()
        links.append(after(last, term="/2018"))
    after(last.followed_by.get(), term="/2030")
    assert status_of(agreement) == "extended"

    Agreement.objects.filter(pk=links[2].pk).update(public_from=None)
    assert status_of(agreement) == "expired"
    assert status_of(links[3]) == "extended"


@pytest.mark.usefixtures("today")
def test_of_several_extensions_the_latest_end_counts():
    agreement = extended(term="/2019")
    after(agreement, term="/2030")
    assert status_of(agreement) == "extended"

    after(agreement, following="ends")
    assert status_of(agreement) == "ended"


@pytest.mark.usefixtures("today")
def test_a_circle_of_extensions_that_the_forms_refuse_ends():
    agreement = extended(term="/2019")
    Agreement.objects.filter(pk=agreement.pk).update(follows=agreement.followed_by.get(), following="extends")
    assert status_of(agreement) == "expired"


# what extends it → status, whether that is inferred
INFERRED = [
    ({"term": "/2030"}, "extended", False),
    ({"term": "/2030", "term_inferred": True}, "extended", True),
    ({"term": "2019/", "term_inferred": True}, "extended", False),
    ({"signed": "2019-06-15", "term_length": FIVE_YEARS}, "extended", False),
    ({"signed": "2019-06", "term_length": FIVE_YEARS}, "extended", True),
    ({"signed": "2019-06-15", "signed_inferred": True, "term_length": FIVE_YEARS}, "extended", True),
    ({"term": "2019-01-01/", "term_length": FIVE_YEARS}, "extended", False),
    ({"term": "2019/", "term_length": FIVE_YEARS}, "extended", True),
    ({"signed": None, "term_length": FIVE_YEARS}, "extended", False),
    ({"term": "/2019", "term_inferred": True}, "expired", True),
    ({"term": "/2019", "term_inferred": True, "term_minimum": True}, "term-over", True),
    ({"term": "/2030", "term_inferred": True, "public": False}, "expired", False),
]


@pytest.mark.usefixtures("today")
@pytest.mark.parametrize(("facts", "status", "inferred"), INFERRED)
def test_what_is_inferred_of_the_extension_is_inferred_of_what_it_extends(facts, status, inferred):
    agreement = loaded(extended(**facts))
    assert (agreement.status_on(DAY), is_inferred(agreement, agreement.status_on(DAY))) == (status, inferred)


@pytest.mark.usefixtures("today")
def test_a_status_that_rests_on_a_stated_end_is_not_inferred_for_another_extension():
    agreement = extended(term="/2030", term_inferred=True)
    after(agreement, term="/2031")
    assert not is_inferred(loaded(agreement), Status.EXTENDED)


@pytest.mark.usefixtures("today")
def test_while_its_own_term_runs_nothing_inferred_of_its_extension_matters():
    agreement = loaded(extended({"term": "2010/2020"}, term="/2030", term_inferred=True))
    assert not is_inferred(agreement, agreement.status_on(DAY))


# what extends it → status then, on a day before today
THEN = [
    ({}, "extended"),
    ({"signed": "2020-06-15"}, "extended"),
    ({"signed": "2020-06-16"}, "expired"),
    ({"signed": "2020-06"}, "maybe-over"),
    ({"signed": None}, "maybe-over"),
    ({"signed": None, "term": "2020-06-15/"}, "extended"),
    ({"signed": None, "term": "2020-06-16/"}, "expired"),
    ({"signed": "2020-06-16", "term": "2020-06-01/"}, "expired"),
    ({"term": "/2020-06-14"}, "expired"),
    ({"state": "ended-early"}, "maybe-over"),
    ({"state": "ended-early", "term": "/2020-06-14"}, "expired"),
    ({"state": "planned"}, "expired"),
    ({"public": False}, "expired"),
    ({"public": False, "signed": None}, "expired"),
    ({"following": "amends", "signed": None}, "expired"),
]


@pytest.mark.usefixtures("later_today")
@pytest.mark.parametrize(("facts", "status"), THEN)
def test_of_an_earlier_day_an_extension_counts_from_its_own_day(facts, status):
    assert status_of(extended(**facts)) == status


# the extended text itself, what extends it → status then
ITSELF_THEN = [
    ({"state": "ended-early"}, {}, "maybe-over"),
    ({"state": "ended-early"}, {"term": "/2020-06-14"}, "ended-early"),
    ({"term": None}, {"signed": None}, "no-end"),
    ({"term": "2010/2020"}, {"signed": None}, "in-force"),
    ({"signed": "2020-06-16"}, {}, "not-yet"),
]


@pytest.mark.usefixtures("later_today")
@pytest.mark.parametrize(("own", "facts", "status"), ITSELF_THEN)
def test_of_an_earlier_day_its_own_state_and_term_count_first(own, facts, status):
    assert status_of(extended(own, **facts)) == status


@pytest.mark.usefixtures("later_today")
@pytest.mark.parametrize(
    ("signed", "status"), [("2020-06-15", "expired"), ("2020", "maybe-over"), ("2021", "extended")]
)
def test_an_extension_counts_until_a_text_ended_it(signed, status):
    agreement = extended()
    after(agreement.followed_by.get(), following="ends", signed=signed)

    assert status_of(agreement) == status


@pytest.mark.parametrize("when", ["today", "later_today"])
def test_on_every_day_each_extended_agreement_is_found_under_its_status_and_no_other(request, when):
    request.getfixturevalue(when)
    texts = [extended(**facts) for facts, _status in [*BY_EXTENSION, *THEN]]
    texts += [extended(own, **facts) for own, facts, _status in [*BY_ITSELF, *ITSELF_THEN]]
    for facts, *_statuses in CHAINED:
        texts.append(extended(term="/2019"))
        after(texts[-1].followed_by.get(), **facts)
    at = now()

    for day in (DAY + timedelta(days) for days in (-4000, -200, -1, 0, 1, 400, 2000)):
        assert told_in_sql(at, day) == told_when_loaded(at, day), day
    assert found_in_lists(at, DAY) == told_in_sql(at, DAY)
