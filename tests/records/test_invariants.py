"""What can never be true of a record: the database itself refuses it, whoever writes."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from newsroom.cooperation.models import Agreement, Appearance, Party, Sender, Stage, Stop, Visited
from newsroom.people.models import Institution, Office, Person, Tenure
from newsroom.places.models import Pair, Place, Succession
from newsroom.sources.models import Source
from tests import factories

pytestmark = pytest.mark.django_db


def refuses(rule: str, write, *args, **facts) -> None:
    """The database refuses this write, and names the rule where it can (SQLite gives no name to uniqueness)."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        write(*args, **facts)
    assert rule in str(refusal.value) or "UNIQUE constraint failed" in str(refusal.value)


def change(record, **facts) -> None:
    type(record).objects.filter(pk=record.pk).update(**facts)


# Names


@pytest.mark.parametrize("model", [Place, Institution, Person])
def test_a_record_has_a_name_in_at_least_one_script(model):
    refuses("is_named", model.objects.create, slug="nameless")


def test_an_office_has_a_name_in_at_least_one_script():
    refuses("is_named", Office.objects.create)


# Places and pairs


def test_a_place_is_not_part_of_itself():
    place = factories.place()

    refuses("places_place_is_not_part_of_itself", change, place, parent=place)


def test_a_place_does_not_succeed_itself():
    place = factories.place()

    refuses("does_not_succeed_itself", Succession.objects.create, predecessor=place, successor=place)


def test_a_place_succeeds_another_once():
    link = {"predecessor": factories.place(), "successor": factories.place()}
    Succession.objects.create(**link)

    refuses("places_place_succeeds_once", Succession.objects.create, **link)


@pytest.mark.parametrize(
    "where", [{"longitude": 181, "latitude": 0}, {"longitude": 0, "latitude": -91}, {"latitude": 1}]
)
def test_a_place_stands_on_the_globe(where):
    refuses("places_place_stands_on_the_globe", factories.place, **where)


def test_a_pair_is_two_different_places_in_order():
    one, other = factories.place(), factories.place()
    words = {"slug": "one-other", "reverse_slug": "other-one"}

    refuses("two_different_places", Pair.objects.create, first=other, second=one, **words)
    refuses("two_different_places", Pair.objects.create, first=one, second=one, **words)


def test_a_pair_stands_once():
    pair = factories.pair()
    words = {"slug": "another", "reverse_slug": "word"}

    refuses("places_pair_stands_once", Pair.objects.create, first=pair.first, second=pair.second, **words)


def test_a_pair_does_not_continue_itself():
    pair = factories.pair()

    refuses("places_pair_does_not_continue_itself", change, pair, continues=pair)


# People and offices


def test_an_office_is_of_a_place_or_of_an_institution():
    whose = {"place": factories.place(), "institution": factories.institution()}

    refuses("people_office_is_of_a_place_or_of_an_institution", factories.office, **whose)


def test_a_term_of_office_is_written_only_where_an_end_of_it_is_known():
    held = {"person": factories.person(), "office": factories.office()}

    refuses("people_tenure_has_a_known_beginning_or_end", Tenure.objects.create, **held)


def test_a_term_of_office_does_not_end_before_it_begins():
    held = {"person": factories.person(), "office": factories.office(), "began": "2020-03", "ended": "2020-02"}

    refuses("people_tenure_does_not_end_before_it_begins", Tenure.objects.create, **held)


def test_a_term_of_office_may_end_in_the_month_in_which_it_began():
    held = {"person": factories.person(), "office": factories.office(), "began": "2020-03", "ended": "2020"}

    assert Tenure.objects.create(**held).pk


# Who was there


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"role": "member"},
        {"delegation": True},
        {"delegation": True, "role": "member", "side": "guest"},
        {"delegation": True, "role": "member", "parts": ["spoke"]},
        {"event": True, "side": "guest"},
        {"event": True, "role": "member", "parts": ["spoke"]},
        {"delegation": True, "event": True, "role": "member", "parts": ["spoke"]},
    ],
)
def test_an_appearance_is_on_one_delegation_or_at_one_event(facts):
    facts = facts | {"person": factories.person()}
    facts |= {"delegation": factories.delegation()} if facts.get("delegation") else {}
    facts |= {"event": factories.event()} if facts.get("event") else {}

    refuses("appearance_is_on_one_delegation_or_at_one_event", Appearance.objects.create, **facts)


@pytest.mark.parametrize(
    "facts",
    [
        {"event": True, "place": True, "institution": True},
        {"event": True, "place": True, "side": "guest"},
        {"event": True, "institution": True, "side": "neither"},
        {"place": True},
        {"institution": True},
    ],
)
def test_somebody_stands_for_one_place_or_institution_and_only_at_an_event(facts):
    where = {"event": factories.event(), "parts": ["spoke"]} if facts.get("event") else {}
    where = where or {"delegation": factories.delegation(), "role": "member"}
    bodies = {name: getattr(factories, name)() for name in ("place", "institution") if facts.get(name)}
    facts = {"person": factories.person(), "side": facts.get("side", ""), **where, **bodies}

    refuses("stands_for_one_or_has_a_side", Appearance.objects.create, **facts)


def test_only_somebody_who_was_represented_has_a_representative():
    facts = {"event": factories.event(), "represented_by": factories.person()}

    refuses("only_the_represented", Appearance.objects.create, person=factories.person(), parts=["spoke"], **facts)
    assert Appearance.objects.create(person=factories.person(), parts=["message", "represented"], **facts).pk


def test_a_delegation_is_at_an_event_once_and_its_stops_are_numbered_from_one():
    delegation, event = factories.delegation(), factories.event()
    factories.stop(delegation, event, 1)

    refuses("delegation_is_at_an_event_once", factories.stop, delegation, event, 2)
    refuses("numbered_from_one", factories.stop, delegation, factories.event(), 0)


def test_an_appearance_has_a_person_or_a_printed_office():
    refuses("has_a_person_or_an_office", Appearance.objects.create, delegation=factories.delegation(), role="member")


def test_somebody_unknown_appears_with_the_office_alone():
    row = Appearance.objects.create(delegation=factories.delegation(), role="member", printed_en="A vice mayor")

    assert row.pk


def test_a_person_is_on_a_delegation_once():
    person = factories.person()
    delegation = factories.delegation(members=(person,))

    refuses("once", Appearance.objects.create, delegation=delegation, person=person, role="head")


def test_a_person_is_at_an_event_once():
    person = factories.person()
    event = factories.event(people=(person,))

    refuses("once", Appearance.objects.create, event=event, person=person, parts=["spoke"])


def test_several_people_unknown_may_stand_on_one_delegation():
    delegation = factories.delegation()

    for office in ("A vice mayor", "A secretary"):
        Appearance.objects.create(delegation=delegation, role="member", printed_en=office)

    assert delegation.appearances.count() == 2


@pytest.mark.parametrize("kinds", ["", "institution words_en"])
def test_a_site_is_an_institution_or_words(kinds):
    what = {kind: factories.institution() if kind == "institution" else "the harbour" for kind in kinds.split()}

    refuses("site_is_an_institution_or_words", Visited.objects.create, event=factories.event(), **what)


@pytest.mark.parametrize("kinds", ["", "place institution"])
def test_a_sender_is_a_place_or_an_institution(kinds):
    what = {kind: getattr(factories, kind)() for kind in kinds.split()}

    refuses("sender_is_a_place_or_an_institution", Sender.objects.create, delegation=factories.delegation(), **what)


# What was signed


@pytest.mark.parametrize("kinds", ["", "place institution", "place words_en", "institution words_zh"])
def test_a_party_is_exactly_one_of_place_institution_and_words(kinds):
    what = {kind: "cities" if "words" in kind else getattr(factories, kind)() for kind in kinds.split()}

    refuses("party_is_one_of", Party.objects.create, agreement=factories.agreement(), **what)


def test_an_agreement_has_a_title():
    refuses("agreement_has_a_title", factories.agreement, title_en="")


@pytest.mark.parametrize(
    ("link", "rule"), [("follows", "does_not_follow_itself"), ("part_of", "is_not_part_of_itself")]
)
def test_an_agreement_is_not_linked_to_itself(link, rule):
    agreement = factories.agreement()
    how = {"following": "renews"} if link == "follows" else {}

    refuses(rule, change, agreement, **{link: agreement} | how)


def test_an_agreement_that_follows_another_says_how():
    refuses("says_how_it_follows", factories.agreement, follows=factories.agreement())
    refuses("says_how_it_follows", factories.agreement, following="renews")


def test_what_came_of_an_agreement_is_said():
    refuses("follow_up_says_something", factories.agreement().follow_ups.create, happened="2020")


def test_only_an_end_has_a_side_that_ended_it():
    pair = factories.pair()

    refuses("only_an_end_has_an_ender", factories.stage, pair, "contact", ended_by=pair.first)
    assert factories.stage(pair, "ended", ended_by=pair.first).pk


# Days and sources


def test_a_range_does_not_end_before_it_begins():
    event = factories.event()

    refuses("held_ends_after_it_begins", change, event, held_earliest="2020-01-01", held_latest="2019-01-01")


def test_a_day_and_its_columns_do_not_part():
    event = factories.event()

    refuses("held_is_known_by_its_ends", change, event, held_earliest=None, held_latest=None)


def test_a_source_has_a_title_or_an_address():
    refuses("sources_source_has_a_title_or_an_address", Source.objects.create, outlet_en="Ningbo Daily")


# Nothing that a record points to is deleted


def test_what_a_record_points_to_is_kept():
    place, person, body = factories.place(), factories.person(), factories.institution()
    pair = factories.pair(place)
    event = factories.event(pair, people=(person,))
    factories.site(event, body)
    stage = factories.stage(pair, agreement=factories.agreement(body, event=event))

    for kept in (place, person, body, pair, stage.agreement, event):
        with pytest.raises(ProtectedError):
            kept.delete()


def test_every_rule_is_written_in_this_database():
    tables = [
        Place,
        Succession,
        Pair,
        Office,
        Tenure,
        Appearance,
        Party,
        Sender,
        Stop,
        Visited,
        Agreement,
        Stage,
        Source,
    ]
    wanted = {rule.name for model in tables for rule in model._meta.constraints}

    with connection.cursor() as cursor:
        found = {
            name for model in tables for name in connection.introspection.get_constraints(cursor, model._meta.db_table)
        }

    assert wanted <= found
