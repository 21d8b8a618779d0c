"""The page of a pair with two thousand entries: it reads as little as that of a pair with fifty."""

from collections import Counter
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from django.db import connection
from django.db.models.signals import post_init
from django.test.utils import CaptureQueriesContext

from newsroom.cooperation.index import AGREEMENTS
from newsroom.cooperation.models import Agreement, Delegation, Event, Party, Sender, Stage, Stop
from newsroom.dates import Day
from newsroom.places.models import Pair
from newsroom.profiles.pair.records import PART, between
from newsroom.publishing import clock
from tests import factories
from tests.pages_records.conftest import released, text_of

ADDRESS = "/en/pairs/haimen-anbei/"
MOST_QUESTIONS, MOST_ROWS = 35, 700


def fill(visit, entries: int) -> None:
    """Lay so many public entries between the two, the days of each kind spread over thirty years."""
    begun = clock.moment() - timedelta(hours=1)
    events = [Event(slug=f"e{n}", held=day(n), public_from=begun, kinds=["meeting"]) for n in range(entries // 2)]
    delegations = [Delegation(slug=f"d{n}") for n, _event in enumerate(events)]
    delegations, events = Delegation.objects.bulk_create(delegations), Event.objects.bulk_create(events)
    Stop.objects.bulk_create(
        Stop(event=event, delegation=sent) for event, sent in zip(events, delegations, strict=True)
    )
    places = visit.haimen, visit.anbei
    link(Event.pairs, ((event, visit.pair) for event in events))
    link(Event.places, ((event, places[n % 2]) for n, event in enumerate(events)))
    Sender.objects.bulk_create(
        Sender(delegation=delegation, place=places[1 - n % 2]) for n, delegation in enumerate(delegations)
    )
    agreements = Agreement.objects.bulk_create(
        Agreement(slug=f"a{n}", title_en=f"Text {n}", signed=day(n), public_from=begun)
        for n in range(entries - entries // 2)
    )
    link(Agreement.pairs, ((agreement, visit.pair) for agreement in agreements))
    bodies = [factories.institution() for _number in range(40)]
    Party.objects.bulk_create(
        Party(agreement=agreement, institution=bodies[n % 40]) for n, agreement in enumerate(agreements)
    )


def day(number: int) -> Day:
    return Day.on(date(1990, 1, 1) + timedelta(days=number * 11 % 10_000))


def link(field, ends) -> None:
    through, near, far = field.through, field.field.m2m_field_name(), field.field.m2m_reverse_field_name()
    through.objects.bulk_create(through(**{near: one, far: other}) for one, other in ends)


@contextmanager
def rows_read():
    """Count the records that are made out of rows of the database."""
    read = Counter()

    def note(sender, **_facts):
        read[sender.__name__] += 1

    post_init.connect(note)
    try:
        yield read
    finally:
        post_init.disconnect(note)


def test_what_fits_on_one_page_is_not_parted(client, visit):
    assert client.get(ADDRESS).context["way"] == {}
    assert client.get(f"{ADDRESS}?page=2").status_code == 404


def test_a_stage_is_counted_among_the_entries(db):
    pair = factories.pair()
    released(factories.stage(pair, reached="2001"))
    released(factories.stage(pair, reached=None))
    assert between(pair, clock.moment()).sums("en")["stage"] == {2001: 1, None: 1}
    assert Stage.objects.count() == 2 < PART


@pytest.fixture(scope="module")
def filled(built):
    """Lay everything between the two, for the rest of the file."""
    fill(built, 2_000)
    for number in range(8):
        stage = factories.stage(built.pair, "friendly-exchange", reached=f"199{number}", agreement=built.framework)
        released(stage)
    before = factories.pair(built.haimen, factories.place("Old Anbei"))
    released(factories.stage(before, "contact", reached="1985"))
    Pair.objects.filter(pk=built.pair.pk).update(continues=before)


@pytest.fixture
def busy(filled, db):
    """Return with the two thousand entries in the database."""


def test_every_part_of_two_thousand_entries_costs_few_questions_and_few_rows(client, busy):
    for page in ("", "?page=2", "?page=25", "?page=51"):
        with CaptureQueriesContext(connection) as queries, rows_read() as read:
            response = client.get(ADDRESS + page)
        assert response.status_code == 200
        assert len(queries) <= MOST_QUESTIONS
        assert read.total() <= MOST_ROWS, read


def test_the_parts_together_tell_everything_once_newest_first(client, busy, monkeypatch):
    for room in ("parts", "records", "page"):
        monkeypatch.setattr(f"newsroom.profiles.pair.{room}.PART", 200)
    told, page = [], 1
    while page:
        response = client.get(f"{ADDRESS}?page={page}")
        told += [entry for part in response.context["years"] for entry in part["entries"]]
        page = page + 1 if response.context["way"]["older"] else None
    addresses = [entry["address"] for entry in told if entry["address"]]
    assert len(told) == 2_003 + 8
    assert len(set(addresses)) == len(addresses) == 2_003
    days = [entry["day"].earliest for entry in told]
    assert days == sorted(days, reverse=True)


def test_each_year_leads_to_the_part_in_which_it_begins(client, busy):
    way = client.get(ADDRESS).context["way"]
    for year, address, here in (way["years"][0], way["years"][9], way["years"][-1]):
        page, _hash, anchor = address.partition("#")
        assert here is (page == "?")
        assert f'id="{anchor}"' in text_of(client.get(ADDRESS + page)) and str(year) in anchor


def test_a_part_that_does_not_exist_is_a_404(client, busy):
    for page in ("0", "-1", "52", "x", "1e3", "²", "9" * 30):
        assert client.get(ADDRESS, {"page": page}).status_code == 404
    assert "page=51" in client.get(f"{ADDRESS}?page=51").context["canonical"]


def test_more_agreements_than_the_rail_holds_lead_to_the_register(client, busy):
    AGREEMENTS.rebuild()  # they were laid past every deed
    (expired, endless) = sorted(client.get(ADDRESS).context["agreements"], key=lambda group: group["count"])
    assert (expired["count"], expired["all"]) == (1, "")
    assert (endless["count"], len(endless["agreements"])) == (1_001, 3)
    assert client.get(endless["all"]).context["listing"].count > 1_000
