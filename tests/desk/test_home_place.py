"""Another home place moves what rests on it, once the page of the settings has named each value and had it ticked."""

import pytest
from django.urls import reverse

from newsroom.cooperation.models import Agreement, Event
from newsroom.masthead.models import SiteSettings
from newsroom.places.models import Pair
from newsroom.publishing import clock
from newsroom.publishing.models import LogEntry, Verb
from newsroom.publishing.release import release
from tests import factories
from tests.desk.typing import form_of, send
from tests.records.entering import Desk

PAGE = reverse("admin:masthead_sitesettings_change", args=[1])


@pytest.fixture
def towns(db) -> list:
    SiteSettings.objects.create(pk=1, name_en="Harbourton Desk", name_zh="虚构站", home="harbourton")
    return [factories.place(name, slug=name.lower()) for name in ("Harbourton", "Rivermouth", "Eastford")]


@pytest.fixture
def signed(towns, client) -> tuple[Event, Agreement]:
    """Return an agreement of three places and the event at which it was signed, both public."""
    desk = Desk(client, factories.user("editor", language="en"))
    event = desk.enter(Event, held="2020-05-04", places=[towns[0]])
    rows = {"parties": [{"place": town} for town in towns]}
    agreement = desk.enter(Agreement, rows, title_en="Signed", event=event)
    release(event, by=factories.user("publisher"))
    assert Agreement.objects.get().is_public(clock.moment())
    return event, agreement


def pairs(record) -> set[str]:
    return {pair.slug for pair in type(record).objects.get(pk=record.pk).pairs.all()}


def test_the_page_names_what_moves_before_it_does_and_a_tick_moves_all_of_it(publisher, signed):
    event, agreement = signed
    before, logged = pairs(agreement), LogEntry.objects.count()
    assert before == {"harbourton-rivermouth", "harbourton-eastford"}

    shown = send(publisher, PAGE, home="rivermouth").text

    assert SiteSettings.current().home == "harbourton"
    assert (pairs(event), pairs(agreement)) == (before, before)
    assert LogEntry.objects.count() == logged
    for named in (f"event: {event}", f"agreement: {agreement}"):
        assert f"{named}: pairs: Harbourton – Rivermouth, Harbourton – Eastford → " in shown, named
    ticked = form_of(shown) | {"moving": _offered(shown)}
    assert publisher.post(PAGE, ticked).status_code == 302

    assert SiteSettings.current().home == "rivermouth"
    assert pairs(event) == {"harbourton-rivermouth", "rivermouth-eastford"}
    assert pairs(agreement) == before | {"rivermouth-eastford"}
    moved = LogEntry.objects.order_by("pk")[logged:]
    assert {(entry.verb, entry.by.username) for entry in moved} >= {(Verb.MOVE, "publisher")}


def _offered(page: str) -> str:
    return page.partition('name="moving" value="')[2].partition('"')[0]


def test_a_tick_at_something_else_than_what_moves_is_no_tick(publisher, signed):
    shown = send(publisher, PAGE, home="rivermouth").text
    Agreement.objects.update(typed=("pairs",))

    again = publisher.post(PAGE, form_of(shown) | {"moving": _offered(shown)})

    assert again.status_code == 200 and _offered(again.text) not in ("", _offered(shown))
    assert SiteSettings.current().home == "harbourton"


def test_pairs_that_a_person_chose_stay_with_another_home_place(publisher, signed):
    event, agreement = signed
    before = pairs(agreement)
    for model in (Event, Agreement):
        model.objects.update(typed=("pairs",))

    assert send(publisher, PAGE, home="eastford").status_code == 302
    assert (SiteSettings.current().home, pairs(event), pairs(agreement)) == ("eastford", before, before)


def test_the_slug_of_a_pair_names_the_new_home_first_unless_readers_could_see_it(publisher, towns):
    home, one, other = towns
    draft, public = factories.pair(home, one), factories.pair(one, other)
    assert [draft.slug, public.slug] == ["harbourton-rivermouth", "eastford-rivermouth"]
    release(factories.event(public, held="2020-05-04"), by=factories.user("publisher"))

    shown = send(publisher, PAGE, home="rivermouth").text
    assert "harbourton-rivermouth → rivermouth-harbourton" in shown
    publisher.post(PAGE, form_of(shown) | {"moving": _offered(shown)})

    slugs = Pair.objects.in_bulk([draft.pk, public.pk])
    assert [slugs[draft.pk].slug, slugs[public.pk].slug] == ["rivermouth-harbourton", "eastford-rivermouth"]


def test_what_is_out_of_step_with_another_source_does_not_move_with_the_home_place(publisher, signed):
    _event, agreement = signed
    Agreement.objects.update(signed="", signed_earliest=None, signed_latest=None)

    shown = send(publisher, PAGE, home="rivermouth").text
    assert "signed on" not in shown.partition("errorlist")[2].partition("</ul>")[0]
    publisher.post(PAGE, form_of(shown) | {"moving": _offered(shown)})

    assert Agreement.objects.get().signed is None
    assert "rivermouth-eastford" in pairs(agreement)


def test_what_moves_with_what_moves_is_named_too(publisher, towns):
    pair = factories.pair(*towns[:2])
    agreement = factories.agreement(pairs=[pair], kind="sector", title_zh="合作协议", title_en="", slug_proposed=True)
    type(agreement).objects.update(slug="harbourton-rivermouth-sector")

    shown = send(publisher, PAGE, home="rivermouth").text
    assert "harbourton-rivermouth → rivermouth-harbourton" in shown
    assert "harbourton-rivermouth-sector → rivermouth-harbourton-sector" in shown
    publisher.post(PAGE, form_of(shown) | {"moving": _offered(shown)})

    assert Agreement.objects.get().slug == "rivermouth-harbourton-sector"


def test_the_tick_is_offered_only_where_the_home_place_changes(publisher, signed):
    assert 'name="moving"' not in publisher.get(PAGE).text
    assert "What moves with the home place" not in publisher.get(PAGE).text
    assert "What moves with the home place" in send(publisher, PAGE, home="rivermouth").text


def test_a_home_place_on_which_nothing_rests_asks_for_no_tick(publisher, towns):
    assert send(publisher, PAGE, home="eastford").status_code == 302
    assert SiteSettings.current().home == "eastford"
