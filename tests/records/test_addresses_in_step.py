"""A proposed address follows what it is made from until a person types one; once readers could see it, it stays."""

from datetime import timedelta

import pytest

from newsroom.articles import deeds
from newsroom.articles.models import Article, Version
from newsroom.cooperation.models import Agreement, Delegation, Event
from newsroom.languages import EN
from newsroom.masthead.models import SiteSettings
from newsroom.people.models import Institution, Person
from newsroom.places.deeds import merge_places
from newsroom.places.models import Pair, Place
from newsroom.publishing import clock
from newsroom.publishing.amending.amendments import amend, besides
from newsroom.publishing.models import Amendment, LogEntry, Verb
from newsroom.publishing.release import release, retract
from tests import factories
from tests.desk.typing import send

pytestmark = pytest.mark.django_db


def now(record):
    return type(record).objects.get(pk=record.pk)


def slug(record) -> str:
    return now(record).slug


# a record's model and what is typed → its slug, what is typed later → its slug then
OWN = [
    (Place, {"name_en": "Rivermout", "country": "NZ"}, "rivermout", {"name_en": "Rivermouth"}, "rivermouth"),
    (Person, {"name_en": "Jane Smit"}, "jane-smit", {"name_en": "Jane Smith"}, "jane-smith"),
    (Person, {"name_en": "Jane Smit"}, "jane-smit", {"name_en": "", "name_zh": "简"}, "jane-smit"),
    (Institution, {"name_en": "Port of Eastford"}, "port-of-eastford", {"short_en": "PoE"}, "poe"),
    (Delegation, {"days": "2030-05-04"}, "2030-05-04-government-delegation", {"name_en": "Spring"}, "spring"),
    (Agreement, {"title_en": "Signd"}, "signd", {"title_en": "Signed"}, "signed"),
    (Event, {"held": "2030-05-04", "kinds": ["forum"]}, "2030-05-04-forum", {"held": "2030"}, "2030-forum"),
]


@pytest.mark.parametrize(("model", "typed", "first", "later", "then"), OWN)
def test_a_slug_follows_the_name_from_which_it_was_proposed(desk, model, typed, first, later, then):
    record = desk.enter(model, **typed)
    assert record.slug == first

    assert desk.change(record, **later).slug == then


@pytest.mark.parametrize(("model", "typed", "first", "later", "_then"), OWN)
def test_a_typed_slug_stays_until_it_is_emptied(desk, model, typed, first, later, _then):
    record = desk.change(desk.enter(model, **typed), slug="by-hand")

    assert desk.change(record, **later).slug == "by-hand"

    desk.change(record, **{name: typed.get(name, "") for name in later})
    assert desk.change(record, slug="").slug == first
    assert now(record).slug_proposed


def test_a_slug_that_no_form_proposed_stays(desk):
    place = factories.place("Rivermout", slug="rivermout", country="NZ")

    assert desk.change(place, name_en="Rivermouth").slug == "rivermout"


def test_a_slug_typed_as_it_would_be_proposed_follows(desk):
    place = desk.enter(Place, name_en="Rivermout", slug="rivermout", country="NZ")

    assert desk.change(place, name_en="Rivermouth").slug == "rivermouth"


def test_a_namesake_keeps_its_number_when_the_other_is_gone(desk):
    one, other = (desk.enter(Person, name_en="Jane Smith") for _time in range(2))
    desk.change(one, name_en="Joan Smith")

    assert desk.change(other, name_zh="简·史密斯").slug == "jane-smith-2"


def test_the_form_shows_what_would_be_proposed_beside_what_was_typed(desk):
    place = desk.enter(Place, name_en="Rivermouth", slug="by-hand", country="NZ")
    page = f"/admin/places/place/{place.pk}/change/"
    assert "Proposed: rivermouth; typed by a person." in desk.client.get(page).text

    desk.change(place, slug="")

    assert "typed by a person" not in desk.client.get(page).text


def test_a_slug_follows_through_every_record_that_it_is_made_from(desk):
    place = desk.enter(Place, name_en="Rivermout", country="NZ")
    part = desk.enter(Place, name_en="Old Town", slug="old-town", parent=place)
    named = desk.enter(Place, name_en="Old Town", parent=place)
    pair = desk.enter(Pair, first=place, second=factories.place(slug="eastford"))
    event = desk.enter(Event, held="2030-05-04", kinds=["forum"], places=[place])
    delegation = desk.enter(Delegation, {"senders": [{"place": place}]}, days="2030-05")
    signed = {"title_zh": "备忘录", "signed": "2030-05-04", "kind": "memorandum"}
    agreement = desk.enter(Agreement, {"parties": [{"place": place}]}, **signed)
    of_pair = desk.enter(Agreement, pairs=[pair], title_zh="协议", kind="framework")
    theirs = desk.enter(Event, held="2030-05-04", places=[place], slug="theirs")

    desk.change(place, name_en="Rivermouth")

    assert [slug(one) for one in (place, part, named, pair, event, delegation, agreement, of_pair, theirs)] == [
        "rivermouth",
        "old-town",
        "old-town-rivermouth",
        "eastford-rivermouth",
        "2030-05-04-rivermouth-forum",
        "2030-05-rivermouth-delegation",
        "2030-05-04-rivermouth-memorandum",
        "eastford-rivermouth-framework",
        "theirs",
    ]
    moved = LogEntry.objects.on([event]).get(verb=Verb.MOVE)
    assert "2030-05-04-rivermout-forum → 2030-05-04-rivermouth-forum" in moved.note
    assert moved.by.username == "editor"


def test_the_slug_of_a_namesake_follows_the_place_of_an_institution(desk):
    one, other = (factories.place(slug=name) for name in ("harbourton", "rivermouth"))
    factories.institution("Port Office", slug="port-office")
    institution = desk.enter(Institution, name_en="Port Office", place=one)
    assert institution.slug == "port-office-harbourton"

    assert desk.change(institution, place=other).slug == "port-office-rivermouth"


def test_the_slug_of_what_was_signed_follows_the_day_of_the_event(desk):
    event = desk.enter(Event, held="2030-05-04", kinds=["signing"])
    body = factories.institution(slug="port-office")
    agreement = desk.enter(
        Agreement, {"parties": [{"institution": body}]}, title_zh="备忘录", kind="memorandum", event=event
    )
    assert agreement.slug == "2030-05-04-port-office-memorandum"

    desk.change(event, held="2030-05-05")

    assert (slug(event), slug(agreement)) == ("2030-05-05-signing", "2030-05-05-port-office-memorandum")


def test_a_merged_place_is_in_the_slugs_of_what_named_it(desk):
    wrong, right = (factories.place(slug=name) for name in ("rivermout", "rivermouth"))
    event = desk.enter(Event, held="2030-05-04", kinds=["forum"], places=[wrong])

    merge_places(wrong, right, by=factories.user("publisher"))

    assert slug(event) == "2030-05-04-rivermouth-forum"


def test_the_home_place_keeps_the_slug_by_which_the_settings_name_it(desk):
    place = desk.enter(Place, name_en="Harbourtown", country="NZ")
    SiteSettings.objects.create(pk=1, home=place.slug)

    assert desk.change(place, name_en="Harbourton").slug == "harbourtown"


def test_what_readers_could_see_keeps_its_slug(desk):
    place = desk.enter(Place, name_en="Rivermout", country="NZ")
    event = desk.enter(Event, held="2020-05-04", kinds=["forum"], places=[place])
    release(event, by=factories.user("publisher"))
    before = slug(event), slug(place)
    amendment = amended(desk, event, held="2020-05-05")
    assert [one for one in besides(amendment) if "2020-05-05-rivermout" in one.new] == []
    amend(amendment, by=factories.user("publisher"), minor=True)
    assert (slug(event), slug(place)) == before

    retract(now(event), by=factories.user("publisher"), reason="Not so.")
    desk.change(event, held="2020-05-06")
    desk.change(place, name_en="Rivermouth")
    assert (slug(event), slug(place)) == before


def amended(desk, record, **typed) -> Amendment:
    answer = desk.post(f"/admin/{record._meta.app_label}/{record._meta.model_name}/{record.pk}/amend/", **typed)
    assert answer.status_code == 302, answer.text
    return Amendment.objects.latest("pk")


# Stories

ADD = "/admin/articles/article/add/"


@pytest.fixture
def editor(client):
    client.force_login(factories.user("editor", language="en"))
    return client


def told(editor, *events: Event, **typed) -> Article:
    answer = send(editor, ADD, events=[event.pk for event in events], **{"en-headline": "Two cities sign"} | typed)
    assert answer.status_code == 302, answer.text
    return Article.objects.latest("pk")


def save(editor, article: Article, **typed) -> str:
    """Save the story's page; return where it then stands."""
    answer = send(editor, f"/admin/articles/article/{article.pk}/change/", **typed)
    assert answer.status_code == 302, answer.text
    return str(now(article))


def approved(article: Article, **facts) -> Version:
    """Approve the English words of a story."""
    version = Version.objects.get(edition__article=article, edition__language=EN)
    deeds.write(version, by=factories.user("editor"), body="<p>Two cities signed.</p>")
    deeds.submit(version, by=factories.user("editor"))
    deeds.approve(version, by=factories.user("publisher"), **facts)
    return version


def test_the_slug_of_a_story_follows_its_english_headline(editor):
    article = told(editor, year="2030")

    assert save(editor, article, **{"en-headline": "Two ports sign"}) == "2030/two-ports-sign"
    assert save(editor, article, **{"zh-hans-headline": "两港签约"}) == "2030/two-ports-sign"
    assert save(editor, article, slug="signed") == "2030/signed"
    assert save(editor, article, **{"en-headline": "Two cities sign"}) == "2030/signed"
    assert save(editor, article, slug="") == "2030/two-cities-sign"


def test_a_discarded_headline_proposes_nothing(editor):
    article = told(editor, year="2030")
    version = Version.objects.get()
    deeds.discard(version, by=factories.user("editor"))
    assert str(now(article)) == "2030/two-cities-sign"

    deeds.begin(article, EN, by=factories.user("editor"), headline="Two ports sign")
    second = Version.objects.in_work().get()
    assert save(editor, article, **{"zh-hans-headline": "两港签约"}) == "2030/two-ports-sign"
    deeds.discard(second, by=factories.user("editor"))
    assert str(now(article)) == "2030/two-ports-sign"


@pytest.fixture
def events(db) -> list[Event]:
    return [factories.event(held=day) for day in ("2030-12-31", "2029-03")]


def test_the_year_of_a_story_follows_its_events(editor, events):
    later, earlier = events
    article = told(editor, later)
    assert article.year == 2030

    assert save(editor, article, events=[later.pk, earlier.pk]).startswith("2029/")
    assert save(editor, article, events=[later.pk]).startswith("2030/")
    assert save(editor, article, events=[]).startswith("2030/")


def test_the_year_of_a_story_follows_the_day_of_its_event(desk, editor, events):
    article = told(editor, *events[:1])

    desk.change(events[0], held="2031-01-01")

    assert now(article).year == 2031
    assert "2030 → 2031" in LogEntry.objects.on([article]).get(verb=Verb.MOVE).note


def test_a_typed_year_stays_until_it_is_emptied(desk, editor, events):
    article = told(editor, *events[:1], year="2028")
    page = f"/admin/articles/article/{article.pk}/change/"
    assert "Proposed: 2030; typed by a person." in editor.get(page).text

    desk.change(events[0], held="2031-01-01")
    assert now(article).year == 2028

    assert save(editor, article, year="").startswith("2031/")
    desk.change(events[0], held="2032-01-01")
    assert now(article).year == 2032


def test_a_year_in_which_another_story_has_the_slug_is_left_and_the_page_says_so(desk, editor, events):
    other = told(editor, year="2031", slug="signed")
    article = told(editor, *events[:1], slug="signed")

    desk.change(events[0], held="2031-01-01")

    assert [str(now(one)) for one in (article, other)] == ["2030/signed", "2031/signed"]
    page = editor.get(f"/admin/articles/article/{article.pk}/change/").text
    assert "Proposed: 2031; it stays as it is, because another record has that address." in page
    assert save(editor, article, slug="signed-too") == "2031/signed-too"


def test_a_story_that_readers_could_see_stays_where_it_is(desk, editor, events):
    article = told(editor, *events[:1])
    version = approved(article)
    amend(amended(desk, events[0], held="2031-01-01"), by=factories.user("publisher"), minor=True)
    assert str(now(article)) == "2030/two-cities-sign"

    deeds.withdraw(version.edition, by=factories.user("publisher"), reason="Not so.")
    retract(now(events[0]), by=factories.user("publisher"), reason="Not so.")
    desk.change(events[0], held="2032-01-01")
    assert str(now(article)) == "2030/two-cities-sign"


def test_a_story_that_waits_for_its_moment_moves_inside_the_amendment_of_its_event_alone(desk, editor, events):
    article = told(editor, *events[:1])
    approved(article, at=clock.moment() + timedelta(days=1))

    amendment = amended(desk, events[0], held="2031-01-01")
    assert [(one.old, one.new) for one in besides(amendment)] == [("2030", "2031")]
    assert now(article).year == 2030
    amend(amendment, by=factories.user("publisher"), minor=True)
    assert now(article).year == 2031

    desk.client.force_login(factories.user("editor"))
    send(editor, f"/admin/articles/article/{article.pk}/change/", year="2027", slug="elsewhere")
    assert str(now(article)) == "2031/two-cities-sign"


def test_a_slug_typed_in_an_amendment_is_a_person_s(desk, editor, events):
    article = told(editor, *events[:1])
    approved(article, at=clock.moment() + timedelta(days=1))

    amend(amended(desk, article, slug="by-hand"), by=factories.user("publisher"), minor=True)

    assert (str(now(article)), now(article).slug_proposed) == ("2030/by-hand", False)
