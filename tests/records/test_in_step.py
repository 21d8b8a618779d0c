"""What was proposed stays in step with its source until a person changes it; then it is theirs."""

import pytest

from newsroom.cooperation.in_step import keep_in_step, mark_typed
from newsroom.cooperation.models import Agreement, Appearance, Delegation, Event, Stage
from newsroom.people.models import Institution
from newsroom.places.models import Pair, Place
from newsroom.publishing import clock
from newsroom.publishing.models import LogEntry, Verb
from tests import factories
from tests.records.entering import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def towns():
    return [factories.place(name, slug=name.lower()) for name in ("Harbourton", "Rivermouth", "Eastford", "Northport")]


def pairs(record) -> set[str]:
    return {pair.slug for pair in type(record).objects.get(pk=record.pk).pairs.all()}


def signing(record) -> tuple:
    record = Agreement.objects.get(pk=record.pk)
    return str(record.signed or ""), record.signed_inferred, record.signed_in and record.signed_in.slug


def reached(record) -> tuple:
    record = Stage.objects.get(pk=record.pk)
    return str(record.reached or ""), record.reached_inferred


def entered(desk: Desk, *parties, **typed) -> Agreement:
    rows = {"parties": [{"place": place} for place in parties]}
    return desk.enter(Agreement, rows, **{"title_en": "Signed", **typed})


def test_the_pairs_of_an_agreement_follow_a_corrected_party(desk, towns):
    home, wrong, right, _other = towns
    agreement = entered(desk, home, wrong)
    assert pairs(agreement) == {"harbourton-rivermouth"}

    desk.change(agreement, **{"parties-1-place": right})

    assert pairs(agreement) == {"eastford-harbourton"}


def test_an_event_carries_the_pairs_of_all_the_agreements_that_were_added_later(desk, towns):
    home, *others = towns
    event = desk.enter(Event, held="2030-05-04", places=[home])
    for number, other in enumerate((*others, factories.place("Southport", slug="southport"))):
        entered(desk, home, other, event=event, slug=f"signed-{number}")

    assert len(pairs(event)) == 4


def test_an_event_gives_up_the_pair_of_an_agreement_that_moved_or_is_gone(desk, towns):
    home, one, *_others = towns
    first, second = (desk.enter(Event, held="2030-05-04", places=[home], slug=f"held-{n}") for n in (1, 2))
    agreement = entered(desk, home, one, event=first)

    desk.change(agreement, event=second)
    assert (pairs(first), pairs(second)) == (set(), {"harbourton-rivermouth"})

    desk.client.post(f"/admin/cooperation/agreement/{agreement.pk}/delete/", {"post": "yes"})
    assert pairs(second) == set()


def test_the_pairs_of_an_event_follow_its_places_and_the_senders_of_its_delegation(desk, towns):
    home, one, other, third = towns
    delegation = desk.enter(Delegation, {"senders": [{"place": one}]}, days="2030-05", name_en="Came")
    event = desk.enter(Event, {"stops": [{"delegation": delegation}]}, held="2030-05-04", places=[home])
    assert pairs(event) == {"harbourton-rivermouth"}

    desk.change(delegation, **{"senders-0-place": other})
    assert pairs(event) == {"eastford-harbourton"}

    desk.change(event, places=[third])
    assert pairs(event) == {"eastford-northport"}


def test_the_pairs_of_an_event_follow_its_stops_and_the_bodies_for_which_people_stood(desk, towns):
    home, one, other, third = towns
    body = factories.institution(place=other)
    stood = {"person": factories.person(), "institution": body, "parts": ["spoke"]}
    rows = {"stops": [{"delegation": factories.delegation(one)}], "appearances": [stood]}
    event = desk.enter(Event, rows, held="2030-05-04", places=[home])
    assert pairs(event) == {"harbourton-rivermouth", "eastford-harbourton"}

    desk.change(body, place=third)
    assert pairs(event) == {"harbourton-rivermouth", "harbourton-northport"}

    desk.change(event, **{"stops-0-DELETE": True})
    assert pairs(event) == {"harbourton-northport"}

    desk.change(event, **{"appearances-0-institution": "", "appearances-0-place": other})
    assert pairs(event) == {"eastford-harbourton"}

    desk.change(other, level=Place.Level.COUNTRY, country="NZ")
    assert pairs(event) == set()


@pytest.fixture
def signed(desk, towns) -> tuple[Event, Agreement, Stage]:
    """Return an event, an agreement at it and the stage that this one made, as the desk enters them."""
    home, other, *_more = towns
    event = desk.enter(Event, held="2030-05-04", held_inferred=True, places=[home])
    stage = {"pair": factories.pair(home, other), "kind": "sister-city"}
    rows = {"parties": [{"place": home}, {"place": other}], "stages": [stage]}
    agreement = desk.enter(Agreement, rows, title_en="Signed", event=event)
    return event, agreement, Stage.objects.get()


def test_a_corrected_day_of_an_event_moves_with_its_mark_to_what_was_signed_there_and_to_its_stages(desk, signed):
    event, agreement, stage = signed
    assert (signing(agreement), reached(stage)) == (("2030-05-04", True, "harbourton"), ("2030-05-04", True))

    desk.change(event, held="2030-05-05", held_inferred=False)

    assert (signing(agreement), reached(stage)) == (("2030-05-05", False, "harbourton"), ("2030-05-05", False))


# what of the event is changed → day and place of signing
SIGNED_AT = [
    ({"held": ""}, ("", False, "harbourton")),
    ({"held": "2030-05"}, ("2030-05", True, "harbourton")),
    ({"mode": "apart"}, ("", False, None)),
    ({"state": "called-off"}, ("", False, None)),
    ({"mode": "online"}, ("2030-05-04", True, "harbourton")),
    ({"places": []}, ("2030-05-04", True, None)),
]


@pytest.mark.parametrize(("changed", "expected"), SIGNED_AT)
def test_day_and_place_of_signing_follow_what_is_said_of_the_event(desk, signed, changed, expected):
    event, agreement, stage = signed

    desk.change(event, **changed)

    assert (signing(agreement), reached(stage)) == (expected, expected[:2])


def test_a_typed_day_stays_and_moves_the_stage_alone(desk, signed):
    event, agreement, stage = signed
    desk.change(agreement, signed="2030-05-06", signed_inferred=False)
    assert reached(stage) == ("2030-05-06", False)

    desk.change(event, held="2030-05-05")

    assert (signing(agreement), reached(stage)) == (("2030-05-06", False, "harbourton"), ("2030-05-06", False))


def test_a_typed_day_of_a_stage_stays(desk, signed):
    event, agreement, stage = signed
    desk.change(stage, reached="2031")

    desk.change(event, held="2030-05-05")

    assert (signing(agreement)[0], reached(stage)[0]) == ("2030-05-05", "2031")


# what a person makes of the proposal → whether it is theirs
CHANGES = [
    ({"signed": "2030-05-06"}, True),
    ({"signed": ""}, True),
    ({"signed_inferred": False}, True),
    ({"signed": "2030-05-04"}, False),
    ({"signed": "4 May 2030"}, False),
    ({"title_en": "Signed there"}, False),
]


@pytest.mark.parametrize(("typed", "theirs"), CHANGES)
def test_a_value_is_a_person_s_once_they_changed_it(desk, signed, typed, theirs):
    event, agreement, _stage = signed
    before = signing(desk.change(agreement, **typed))

    desk.change(event, held="2030-07")

    assert (signing(agreement) == before) == theirs
    assert ("signed" in Agreement.objects.get(pk=agreement.pk).typed) == theirs


def test_the_form_shows_both_and_takes_the_proposal_back(desk, signed):
    event, agreement, stage = signed
    agreement = desk.change(agreement, signed="2030-05-06", signed_inferred=False)
    address = f"/admin/cooperation/agreement/{agreement.pk}/change/"
    assert "Proposed: 4 May 2030 (inferred); typed by a person" in desk.client.get(address).text

    desk.change(agreement, back=["signed"])

    assert (signing(agreement), reached(stage)) == (("2030-05-04", True, "harbourton"), ("2030-05-04", True))
    assert "typed by a person" not in desk.client.get(address).text
    desk.change(event, held="2030-07")
    assert signing(agreement)[0] == "2030-07"


def test_pairs_that_a_person_chose_or_took_away_stay(desk, towns):
    home, one, other, third = towns
    agreements = [entered(desk, home, one, slug=f"signed-{number}") for number in (1, 2)]
    chosen, none = (
        desk.change(agreement, pairs=found)
        for agreement, found in zip(agreements, ([factories.pair(home, third)], []), strict=True)
    )

    for agreement in agreements:
        desk.change(agreement, **{"parties-1-place": other})

    assert (pairs(chosen), pairs(none)) == ({"harbourton-northport"}, set())


def test_a_pair_that_is_made_is_a_source_for_agreements_of_three(desk, towns):
    _home, one, other, third = towns
    agreement = entered(desk, one, other, third)
    assert pairs(agreement) == set()

    desk.enter(Pair, first=one, second=other)

    assert pairs(agreement) == {"eastford-rivermouth"}


def test_pairs_follow_the_place_of_a_body_and_the_level_of_a_place(desk, towns):
    home, one, other, _third = towns
    body = desk.enter(Institution, name_en="Port", place=one, slug="port")
    agreement = desk.enter(Agreement, {"parties": [{"place": home}, {"institution": body}]}, title_en="Signed")
    assert pairs(agreement) == {"harbourton-rivermouth"}

    desk.change(body, place=other)
    assert pairs(agreement) == {"eastford-harbourton"}

    desk.change(other, level=Place.Level.COUNTRY, country="NZ")
    assert pairs(agreement) == set()


def test_offices_as_printed_follow_the_offices_until_they_are_typed(desk, towns):
    mayor, deputy = (factories.office(f"{rank} of Rivermouth") for rank in ("Mayor", "Deputy Mayor"))
    people = [{"person": factories.person(), "offices": [mayor], "side": "guest", "parts": ["spoke"]} for _ in range(2)]
    event = desk.enter(Event, {"appearances": people}, held="2030-05-04", places=[towns[0]])
    printed = Appearance.objects.values_list("printed_en", flat=True).order_by("pk")
    assert list(printed.all()) == ["Mayor of Rivermouth"] * 2
    desk.change(event, **{"appearances-1-printed_en": "Mayor of Rivermouth, for the city"})

    desk.change(event, **{"appearances-0-offices": [deputy], "appearances-1-offices": [deputy]})
    assert list(printed.all()) == ["Deputy Mayor of Rivermouth", "Mayor of Rivermouth, for the city"]

    desk.change(deputy, name_en="Vice Mayor of Rivermouth")
    assert list(printed.all()) == ["Vice Mayor of Rivermouth", "Mayor of Rivermouth, for the city"]

    desk.change(event, **{"appearances-1-back": ["printed_en"]})
    assert list(printed.all()) == ["Vice Mayor of Rivermouth"] * 2


def test_what_moved_is_logged_with_who_moved_it(desk, signed):
    event, agreement, stage = signed

    desk.change(event, held="2030-05-05")

    for record in (agreement, stage):
        entry = LogEntry.objects.on([record]).filter(verb=Verb.MOVE).latest("pk")
        assert (entry.by.username, "4 May 2030 → 5 May 2030" in entry.note) == ("editor", True)


# records that no form wrote: what a value is, what is proposed → whether it moves when the source does
UNSAID = [
    ("2030-05-04", True),
    ("", True),
    ("2030-05-03", False),
]


@pytest.mark.parametrize(("value", "moves"), UNSAID)
def test_a_value_of_unknown_origin_is_a_person_s_unless_it_is_what_is_proposed(value, moves):
    event = factories.event(held="2030-05-04")
    agreement = factories.agreement(event=event, signed=value or None)
    mark_typed([agreement])
    event.held = "2030-06"
    event.save()

    keep_in_step([event], clock.moment(), by=None)

    assert (signing(agreement)[0] == "2030-06") == moves


def test_the_address_of_a_draft_stays_too(desk, signed):
    event, agreement, _stage = signed
    before = event.slug, agreement.slug

    desk.change(event, held="2031-01-01", places=[])

    assert (Event.objects.get().slug, Agreement.objects.get().slug) == before


def test_a_pair_with_a_country_that_exists_is_not_proposed_either(desk, towns):
    home, other, *_more = towns
    country = factories.place("Northland", slug="northland", level=Place.Level.COUNTRY)
    for place in (other, country):
        factories.pair(home, place)

    assert pairs(entered(desk, home, other, country)) == {"harbourton-rivermouth"}
