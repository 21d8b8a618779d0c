"""On an installation made before addresses followed their sources, one is a person's unless it is what is proposed."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from newsroom.articles import deeds
from newsroom.articles.models import Article
from newsroom.cooperation.models import Agreement, Delegation, Event
from newsroom.languages import EN
from newsroom.people.models import Institution, Person
from newsroom.places.models import Place
from newsroom.publishing import clock
from newsroom.publishing.amending import snapshots
from newsroom.publishing.amending.amendments import amend, decline
from newsroom.publishing.models import Amendment
from newsroom.publishing.release import release
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)  # it migrates, which PostgreSQL refuses in the midst of other work

BEFORE = [("articles", "0004_what_was_let_out"), ("cooperation", "0013_whose_values_are")]
BEFORE += [("people", "0003_differing_of"), ("places", "0002_records_whole_since")]


def back() -> None:
    MigrationExecutor(connection).migrate(BEFORE)  # in one plan: each command renders every model anew


def upgrade() -> None:
    call_command("migrate", verbosity=0)


def upgraded() -> None:
    """Take the database back to the migrations of then, and upgrade it."""
    back()
    upgrade()


def proposed(model: type) -> set[str]:
    return set(model.objects.filter(slug_proposed=True).values_list("slug", flat=True))


def test_a_slug_from_before_is_a_person_s_unless_it_is_what_is_proposed():
    place = factories.place("Rivermouth", slug="rivermouth", country="NZ")
    factories.place("Rivermouth", slug="rivermouth-harbourton", parent=factories.place("Harbourton", slug="home"))
    factories.place(name_en="", name_zh="北港", slug="north-port", other_names="甬\nNorthport")
    factories.place(slug="northport", name_en="", name_zh="北港", other_names="甬\nNorthport")
    for slug in ("port-office", "port-office-rivermouth", "po", "by-hand"):
        factories.institution("Port Office", slug=slug, place=place, short_en="PO" if slug == "po" else "")
    for slug in ("jane-smith", "jane-smith-2", "jane-smith-4"):
        factories.person("Jane Smith", slug=slug)

    upgraded()

    assert proposed(Place) == {"rivermouth", "rivermouth-harbourton", "northport"}
    assert proposed(Institution) == {"port-office", "port-office-rivermouth", "po"}
    assert proposed(Person) == {"jane-smith", "jane-smith-2"}


def test_slugs_made_of_days_places_and_kinds_are_known_again():
    place = factories.place(slug="rivermouth")
    pair = factories.pair(place, factories.place(slug="eastford"))
    day = {"held": "2030-05-04"}
    for slug in ("2030-05-04-rivermouth-opening", "2030-05-04-rivermouth-meeting"):
        factories.event(slug=slug, kinds=["meeting", "opening"], **day).places.add(place)
    visit = factories.event(slug="2030-05-04-rivermouth-visit", kinds=[], **day)
    visit.places.add(place)
    factories.stop(factories.delegation(place, slug="2030-05-rivermouth-delegation", days="2030-05"), visit)
    factories.delegation(slug="2030-05-party-delegation", days="2030-05", kind="party")
    factories.delegation(slug="spring-visit", name_en="Spring Visit")
    factories.delegation(slug="autumn-visit", name_en="Spring Visit")
    signed = {"title_en": "", "title_zh": "备忘录", "signed": "2030-05-04", "kind": "memorandum"}
    factories.agreement(place, slug="2030-05-04-rivermouth-memorandum", **signed)
    factories.agreement(slug="2030-05-04-memorandum", **signed)
    factories.agreement(slug=f"{pair.slug}-memorandum", pairs=(pair,), **signed)
    factories.agreement(slug="signed", **signed | {"title_en": "Signed"})
    factories.agreement(slug="by-hand", **signed)

    upgraded()

    assert proposed(Event) == {"2030-05-04-rivermouth-opening", "2030-05-04-rivermouth-visit"}
    assert proposed(Delegation) == {"2030-05-rivermouth-delegation", "2030-05-party-delegation", "spring-visit"}
    assert proposed(Agreement) == {
        *("2030-05-04-rivermouth-memorandum", "2030-05-04-memorandum", "eastford-rivermouth-memorandum", "signed")
    }


# year and slug of a story from before, whether its newer headline was discarded → whether year and slug are proposed
STORIES = [
    (2029, "two-ports-sign", False, (True, True)),
    (2030, "two-cities-sign", False, (False, False)),
    (2029, "two-cities-sign", True, (True, True)),
]


@pytest.mark.parametrize(("year", "slug", "discarded", "expected"), STORIES)
def test_year_and_slug_of_a_story_are_those_of_its_events_and_its_last_english_headline(
    year, slug, discarded, expected
):
    editor = factories.user("editor")
    events = [factories.event(held=day) for day in ("2030-05-04", "2029-12")]
    article = factories.article(events=events, year=year, slug=slug)
    deeds.discard(deeds.begin(article, EN, by=editor, headline="Two cities sign"), by=editor)
    Article.objects.get().editions.get().versions.update(state="approved")
    last = deeds.begin(article, EN, by=editor, headline="Two ports sign")
    if discarded:
        deeds.discard(last, by=editor)

    upgraded()

    article = Article.objects.get()
    assert (article.year_proposed, article.slug_proposed) == expected


def test_amendments_from_before_waiting_and_decided_are_kept():
    editor, publisher = factories.user("editor"), factories.user("publisher")
    agreements = [factories.agreement(factories.place(), title_en=f"Signed {n}", slug=f"signed-{n}") for n in "1234"]
    for agreement in agreements:
        release(agreement, by=publisher)
    back()
    amendments = []
    for agreement, slug in zip(agreements, ("signed-1", "other-2", "signed-3", "signed-4"), strict=True):
        before, after = snapshots_of(agreement), snapshots_of(agreement)
        after["fields"] |= {"title_en": "Renewed", "slug": slug}
        facts = {"record": agreement, "proposed_by": editor, "proposed_at": clock.moment()}
        amendments.append(Amendment.objects.create(before=before, after=after, **facts))
    Amendment.objects.filter(pk=amendments[3].pk).update(
        state=Amendment.State.DECLINED, decided_by=publisher, decided_at=clock.moment()
    )

    upgrade()

    assert proposed(Agreement) == {f"signed-{n}" for n in "1234"}
    for amendment in amendments:
        amendment.refresh_from_db()
    amend(amendments[0], by=publisher, minor=True)
    amend(amendments[1], by=publisher, minor=True)
    decline(amendments[2], by=publisher, reason="Not so.")
    found = Agreement.objects.order_by("pk").values_list("title_en", "slug", "slug_proposed")
    assert list(found) == [
        ("Renewed", "signed-1", True),
        ("Renewed", "other-2", False),
        ("Signed 3", "signed-3", True),
        ("Signed 4", "signed-4", True),
    ]
    assert amendments[3].state == Amendment.State.DECLINED


def snapshots_of(record) -> dict:
    taken = snapshots.take(record)
    assert "slug_proposed" not in taken["fields"]
    return taken
