"""What readers see moves only inside the amendment that changes its source; its page names each value that moves."""

import pytest

from newsroom.cooperation.in_step import keep_in_step, mark_all_typed, out_of_step
from newsroom.cooperation.models import Agreement, Appearance, Delegation, Event, Stage
from newsroom.places.models import Pair, Place
from newsroom.publishing import clock
from newsroom.publishing.amending.amendments import amend, besides
from newsroom.publishing.models import Amendment, LogEntry, Verb
from newsroom.publishing.release import release
from tests import factories
from tests.records.entering import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def towns() -> list[Place]:
    return [factories.place(name, slug=name.lower()) for name in ("Harbourton", "Rivermouth", "Eastford")]


@pytest.fixture
def public(towns) -> tuple[Event, Agreement, Stage]:
    """Return an event, an agreement at it and its stage, each in step, all of them released."""
    home, other, _third = towns
    pair = factories.pair(home, other)
    event = factories.event(pair, held="2020-05-04", delegation=factories.delegation(other))
    agreement = factories.agreement(home, other, pairs=(pair,), event=event, signed="2020-05-04", signed_in=pair.first)
    stage = factories.stage(pair, "sister-city", reached="2020-05-04", agreement=agreement)
    mark_all_typed()
    release(event, by=factories.user("publisher"))
    assert all(record.objects.get().is_approved(clock.moment()) for record in (Event, Agreement, Stage))
    return event, agreement, stage


def days() -> list[str]:
    return [str(Event.objects.get().held), str(Agreement.objects.get().signed), str(Stage.objects.get().reached)]


def proposed(desk: Desk, record, **typed) -> Amendment:
    answer = desk.post(f"/admin/cooperation/{record._meta.model_name}/{record.pk}/amend/", **typed)
    assert answer.status_code == 302, answer.text
    return Amendment.objects.latest("pk")


def approval_page(client, amendment: Amendment, user="publisher") -> str:
    client.force_login(factories.user(user))
    return client.get(f"/admin/publishing/amendment/{amendment.pk}/approve/").text


def test_the_page_names_each_value_that_moves_and_the_approval_moves_them_all(desk, client, public):
    event, _agreement, _stage = public
    amendment = proposed(desk, event, held="2020-05-05")
    assert days() == ["2020-05-04"] * 3

    shown = approval_page(client, amendment)
    moving = besides(amendment)

    assert shown.count("2020年5月5日") == 3
    assert len(moving) == 2 and days() == ["2020-05-04"] * 3
    assert not LogEntry.objects.filter(verb__in=[Verb.MOVE, Verb.AMEND]).exists()

    amend(amendment, by=factories.user("publisher"), minor=True)

    assert days() == ["2020-05-05"] * 3
    assert LogEntry.objects.filter(verb=Verb.MOVE).count() == 2


def test_what_a_person_typed_is_not_moved_by_an_amendment(desk, public):
    event, _agreement, _stage = public
    Agreement.objects.update(typed=("signed",))

    amendment = proposed(desk, event, held="2020-05-05")

    assert besides(amendment) == []
    amend(amendment, by=factories.user("publisher"), minor=True)
    assert days() == ["2020-05-05", "2020-05-04", "2020-05-04"]


def test_an_amendment_carries_the_proposals_of_its_own_record(desk, public, towns):
    _event, agreement, _stage = public

    amendment = proposed(desk, agreement, **{"parties-1-place": towns[2]})
    assert {pair.slug for pair in agreement.pairs.all()} == {"harbourton-rivermouth"}
    (pair,) = amendment.after["links"]["pairs"]
    assert Pair.objects.get(pk=pair).slug == "eastford-harbourton"
    amend(amendment, by=factories.user("publisher"), minor=True)

    assert {pair.slug for pair in agreement.pairs.all()} == {"eastford-harbourton"}


def test_an_amendment_of_an_event_links_to_pairs_that_last_however_often_it_is_sent(desk, public, towns):
    event, _agreement, _stage = public
    made = [proposed(desk, event, places=[towns[2]])]
    address = f"/admin/cooperation/event/{event.pk}/amend/"

    again = desk.client.post(address, {"held": "2020-05-04"})

    assert again.status_code < 500 and list(Amendment.objects.all()) == made
    pairs = Pair.objects.filter(pk__in=made[0].after["links"]["pairs"])
    assert len(pairs) == len(made[0].after["links"]["pairs"]) and "eastford-rivermouth" in {one.slug for one in pairs}
    amend(made[0], by=factories.user("publisher"), minor=True)
    assert set(event.pairs.all()) == set(pairs)


def test_an_amendment_that_types_a_value_makes_it_a_person_s_and_one_can_take_it_back(desk, public):
    _event, agreement, _stage = public
    amend(proposed(desk, agreement, signed="2020-06"), by=factories.user("publisher"), minor=True)
    assert Agreement.objects.get().typed == ("signed",)

    amend(proposed(desk, agreement, back=["signed"]), by=factories.user("publisher"), minor=True)

    assert (Agreement.objects.get().typed, days()) == ((), ["2020-05-04"] * 3)


def test_a_public_record_is_never_moved_by_the_desk_and_its_page_says_what_is_out_of_step(desk, public, towns):
    event, *_rest = public
    Event.objects.filter(pk=event.pk).update(typed=())
    rows = {"parties": [{"place": towns[0]}, {"place": towns[2]}]}

    answer = desk.send(Agreement, rows=rows, title_en="Later", event=event)

    said = [str(one) for one in desk.client.get(answer.url).context["messages"]]
    assert any(str(event) in sentence and "not kept in step" in sentence for sentence in said)
    event = Event.objects.get()
    assert {pair.slug for pair in event.pairs.all()} == {"harbourton-rivermouth"}
    assert set(out_of_step(event)) == {"pairs"}
    page = desk.client.get(f"/admin/cooperation/event/{event.pk}/change/").text
    assert "Eastford" in page and "taken over when this record is next saved or amended" in page


def test_an_amendment_without_further_change_brings_a_record_into_step(desk, public, towns):
    event, *_rest = public
    desk.enter(Agreement, {"parties": [{"place": towns[0]}, {"place": towns[2]}]}, title_en="Later", event=event)

    amend(proposed(desk, event), by=factories.user("publisher"), minor=True)

    assert {pair.slug for pair in event.pairs.all()} == {"eastford-harbourton", "harbourton-rivermouth"}


def test_an_amendment_of_a_journey_moves_the_pairs_of_its_stops(desk, public, towns):
    amendment = proposed(desk, Delegation.objects.get(), **{"senders-0-place": towns[2]})
    assert ["Eastford" in one.new for one in besides(amendment)] == [True]

    amend(amendment, by=factories.user("publisher"), minor=True)

    pairs = {pair.slug for pair in Event.objects.get().pairs.all()}
    assert pairs == {"eastford-harbourton", "harbourton-rivermouth"}


def test_an_amendment_from_before_the_rule_keeps_what_it_does_not_know(desk, public):
    event, *_rest = public
    amendment = proposed(desk, event, name_en="Talks")
    for snapshot in (amendment.before, amendment.after):
        del snapshot["fields"]["typed"]
        for row in snapshot["rows"]["appearances"]:
            del row["fields"]["typed"]
    amendment.save()

    amend(amendment, by=factories.user("publisher"), minor=True)

    assert (Event.objects.get().name_en, Event.objects.get().typed) == ("Talks", ())


@pytest.mark.parametrize(("by_amendment", "printed"), [(False, "Mayor of Rivermouth"), (True, "Lord Mayor")])
def test_offices_printed_at_a_public_event_move_by_an_amendment_only(desk, towns, by_amendment, printed):
    office = factories.office("Mayor of Rivermouth")
    row = {"person": factories.person(), "offices": [office], "side": "guest", "parts": ["spoke"]}
    release(
        desk.enter(Event, {"appearances": [row]}, held="2020-05-04", places=[towns[0]]), by=factories.user("publisher")
    )
    office.name_en = "Lord Mayor"
    office.save()

    keep_in_step([office], clock.moment(), by=None, public=by_amendment)

    assert Appearance.objects.get().printed_en == printed
