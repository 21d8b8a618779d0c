"""On an installation made before addresses followed their sources, one is a person's unless it is what is proposed."""

from collections.abc import Iterable

import pytest
from django.db.models import Model

from newsroom.articles import deeds
from newsroom.cooperation.models import Agreement
from newsroom.languages import EN
from newsroom.publishing import clock
from newsroom.publishing.amending import snapshots
from newsroom.publishing.amending.amendments import amend, decline
from newsroom.publishing.models import Amendment
from newsroom.publishing.release import release
from tests import factories
from tests.upgrading import Scene, amendment, journey

pytestmark = pytest.mark.django_db

BEFORE = [("articles", "0004_what_was_let_out"), ("cooperation", "0013_whose_values_are")]
BEFORE += [("people", "0003_differing_of"), ("places", "0002_records_whole_since")]


def proposed(records: Iterable[Model]) -> set[str]:
    """Return the slugs of those records whose slug is what is proposed."""
    now = [type(record).objects.get(pk=record.pk) for record in records]
    return {record.slug for record in now if record.slug_proposed}


class Named(Scene):
    """Places, bodies and people whose slugs are made of their names, or are not."""

    def __init__(self) -> None:
        place, home = factories.place("Rivermouth", slug="rivermouth", country="NZ"), factories.place("Harbourton")
        in_chinese = {"name_en": "", "name_zh": "北港", "other_names": "甬\nNorthport"}
        self.places = [
            *(place, home, factories.place("Rivermouth", slug="rivermouth-harbourton", parent=home)),
            *(factories.place(slug=slug, **in_chinese) for slug in ("north-port", "northport")),
        ]
        self.bodies = [
            factories.institution("Port Office", slug=slug, place=place, short_en="PO" if slug == "po" else "")
            for slug in ("port-office", "port-office-rivermouth", "po", "by-hand")
        ]
        slugs = ("jane-smith", "jane-smith-2", "jane-smith-4")
        self.people = [factories.person("Jane Smith", slug=slug) for slug in slugs]


class Dated(Scene):
    """Events, delegations and agreements whose slugs are made of days, places and kinds, or are not."""

    def __init__(self) -> None:
        place = factories.place(slug="westhaven")
        pair = factories.pair(place, factories.place(slug="eastford"))
        both = ["meeting", "opening"]
        self.events = [
            factories.event(slug=f"2030-05-04-westhaven-{kind}", kinds=kinds, held="2030-05-04")
            for kind, kinds in (("opening", both), ("meeting", both), ("visit", []))
        ]
        for event in self.events:
            event.places.add(place)
        self.delegations = [
            factories.delegation(place, slug="2030-05-westhaven-delegation", days="2030-05"),
            factories.delegation(slug="2030-05-party-delegation", days="2030-05", kind="party"),
            factories.delegation(slug="spring-visit", name_en="Spring Visit"),
            factories.delegation(slug="autumn-visit", name_en="Spring Visit"),
        ]
        factories.stop(self.delegations[0], self.events[2])
        signed = {"title_en": "", "title_zh": "备忘录", "signed": "2030-05-04", "kind": "memorandum"}
        self.agreements = [
            factories.agreement(place, slug="2030-05-04-westhaven-memorandum", **signed),
            factories.agreement(slug="2030-05-04-memorandum", **signed),
            factories.agreement(slug=f"{pair.slug}-memorandum", pairs=(pair,), **signed),
            factories.agreement(slug="signed", **signed | {"title_en": "Signed"}),
            factories.agreement(slug="by-hand", **signed),
        ]


# how many cities signed, year and slug of the story from before, whether its newer headline was discarded
# → whether year and slug are proposed
STORIES = [
    ("two", 2029, "two-ports-sign", False, (True, True)),
    ("three", 2030, "three-cities-sign", False, (False, False)),
    ("four", 2029, "four-cities-sign", True, (True, True)),
]


class Told(Scene):
    """Stories of STORIES."""

    def __init__(self) -> None:
        self.articles = [self.story(*case) for *case, _expected in STORIES]

    def story(self, number: str, year: int, slug: str, discarded: bool) -> Model:
        editor = factories.user("editor")
        events = [factories.event(held=day) for day in ("2030-05-04", "2029-12")]
        article = factories.article(events=events, year=year, slug=slug)
        deeds.discard(deeds.begin(article, EN, by=editor, headline=f"{number} cities sign"), by=editor)
        article.editions.get().versions.update(state="approved")
        last = deeds.begin(article, EN, by=editor, headline=f"{number} ports sign")
        if discarded:
            deeds.discard(last, by=editor)
        return article


class Amended(Scene):
    """Four agreements with an amendment of title and slug each, the last one declined."""

    def __init__(self) -> None:
        self.agreements = [
            factories.agreement(factories.place(), title_en=f"Signed {n}", slug=f"signed-{n}") for n in "1234"
        ]
        for agreement in self.agreements:
            release(agreement, by=factories.user("publisher"))

    def write(self) -> None:
        self.amendments = []
        for agreement, slug in zip(self.agreements, ("signed-1", "other-2", "signed-3", "signed-4"), strict=True):
            before, after = snapshots_of(agreement), snapshots_of(agreement)
            after["fields"] |= {"title_en": "Renewed", "slug": slug}
            self.amendments.append(amendment(agreement, before, after))
        Amendment.objects.filter(pk=self.amendments[3].pk).update(
            state=Amendment.State.DECLINED, decided_by=factories.user("publisher"), decided_at=clock.moment()
        )


def snapshots_of(record) -> dict:
    taken = snapshots.take(record)
    assert "slug_proposed" not in taken["fields"]
    return taken


upgraded = journey(BEFORE, Named, Dated, Told, Amended)


def test_a_slug_from_before_is_a_person_s_unless_it_is_what_is_proposed(upgraded):
    it = upgraded(Named)
    assert proposed(it.places) == {"rivermouth", "rivermouth-harbourton", "northport"}
    assert proposed(it.bodies) == {"port-office", "port-office-rivermouth", "po"}
    assert proposed(it.people) == {"jane-smith", "jane-smith-2"}


def test_slugs_made_of_days_places_and_kinds_are_known_again(upgraded):
    it = upgraded(Dated)
    assert proposed(it.events) == {"2030-05-04-westhaven-opening", "2030-05-04-westhaven-visit"}
    assert proposed(it.delegations) == {"2030-05-westhaven-delegation", "2030-05-party-delegation", "spring-visit"}
    assert proposed(it.agreements) == {
        *("2030-05-04-westhaven-memorandum", "2030-05-04-memorandum", "eastford-westhaven-memorandum", "signed")
    }


def test_year_and_slug_of_a_story_are_those_of_its_events_and_its_last_english_headline(upgraded):
    for article, (*_case, expected) in zip(upgraded(Told).articles, STORIES, strict=True):
        article.refresh_from_db()
        assert (article.year_proposed, article.slug_proposed) == expected, article.slug


def test_amendments_from_before_waiting_and_decided_are_kept(upgraded):
    it, publisher = upgraded(Amended), factories.user("publisher")
    assert proposed(it.agreements) == {f"signed-{n}" for n in "1234"}
    for one in it.amendments:
        one.refresh_from_db()
    amend(it.amendments[0], by=publisher, minor=True)
    amend(it.amendments[1], by=publisher, minor=True)
    decline(it.amendments[2], by=publisher, reason="Not so.")
    found = Agreement.objects.filter(pk__in=[one.pk for one in it.agreements]).order_by("pk")
    assert list(found.values_list("title_en", "slug", "slug_proposed")) == [
        ("Renewed", "signed-1", True),
        ("Renewed", "other-2", False),
        ("Signed 3", "signed-3", True),
        ("Signed 4", "signed-4", True),
    ]
    assert it.amendments[3].state == Amendment.State.DECLINED
