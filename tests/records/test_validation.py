"""What the desk does with what cannot be: the form again, a sentence at the field, every typed word kept."""

import pytest

from newsroom.cooperation.models import Agreement, Appearance, Delegation, Event
from newsroom.people.models import Institution, Office, Person
from newsroom.places.models import Pair, Place
from newsroom.sources.models import Source
from tests import factories
from tests.records.entering import refused

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("model", "field", "typed"),
    [
        (Place, "name_en", {}),
        (Place, "slug", {"name_en": "Ningbo"}),
        (Person, "name_zh", {"name_en": "Zheng Shanjie"}),
        (Person, "honorific_en", {"name_en": "Zheng Shanjie"}),
        (Institution, "short_zh", {"name_en": "CNITECH"}),
        (Office, "name_en", {}),
        (Event, "venue_zh", {"held": "2019"}),
        (Event, "held_words", {"held": "2019"}),
        (Agreement, "title_zh", {"title_en": "Agreement"}),
        (Agreement, "called_en", {"title_en": "Agreement"}),
        (Source, "title_en", {}),
    ],
)
def test_text_longer_than_its_column_comes_back_on_either_database(desk, model, field, typed):
    longer = "x" * (model._meta.get_field(field).max_length + 1)

    answer = desk.send(model, **typed | {field: longer})

    assert "at most" in refused(answer)[field]
    assert longer in answer.text
    assert not model.objects.exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("2019-02-30", "There is no such day in the calendar"),
        ("2019-13", "There is no month 13"),
        ("18 August", "A day without a year is not a date"),
        ("soon", "This is not understood as a day"),
        ("2019-08-20/2019-08-18", "A range does not end before it begins"),
        ("2019-08-18pm/2019-08-18am", "A range does not end before it begins"),
    ],
)
def test_a_day_that_cannot_be_comes_back_as_typed(desk, typed, sentence):
    answer = desk.send(Event, held=typed, venue_en="Town hall")

    assert sentence in refused(answer)["held"]
    assert typed in answer.text
    assert "Town hall" in answer.text


def test_a_name_in_no_script_is_asked_for(desk):
    assert "at least one" in refused(desk.send(Place, slug="nowhere"))["name_en"]


def test_a_name_known_in_chinese_alone_is_asked_for_a_latin_address_word(desk):
    answer = desk.send(Person, name_zh="郑栅洁")

    assert "type one, such as zheng-shanjie" in refused(answer)["slug"]
    assert "郑栅洁" in answer.text


def test_an_address_word_in_chinese_comes_back(desk):
    assert "slug" in refused(desk.send(Place, name_zh="宁波", slug="宁波"))


def test_an_address_word_that_is_taken_comes_back(desk):
    factories.place("Ningbo", slug="ningbo")

    assert "already exists" in refused(desk.send(Place, name_en="Ningbo", slug="ningbo"))["slug"]


def test_a_place_off_the_globe_comes_back(desk):
    assert "−180 to 180" in refused(desk.send(Place, name_en="Nowhere", longitude="181", latitude="0"))["latitude"]


def test_a_longitude_without_a_latitude_comes_back(desk):
    assert "together" in refused(desk.send(Place, name_en="Nowhere", longitude="121"))["latitude"]


def test_a_surname_that_is_no_part_of_the_name_comes_back(desk):
    answer = desk.send(Person, name_en="Zheng Shanjie", surname_en="Shan")

    assert "beginning or the end" in refused(answer)["surname_en"]


def test_a_pair_of_one_place_with_itself_comes_back(desk):
    ningbo = factories.place("Ningbo")

    assert "two different places" in refused(desk.send(Pair, first=ningbo, second=ningbo))["second"]


def test_a_pair_that_stands_comes_back_in_either_order(desk):
    pair = factories.pair()

    answer = desk.send(Pair, first=pair.second, second=pair.first)

    assert "is in the records already" in refused(answer)["second"]


def test_a_place_does_not_succeed_itself(desk):
    place = factories.place("Waitakere")

    answer = desk.send(Place, place, rows={"passed_into": [{"successor": place}]})

    assert refused(answer)["successor"]


def test_places_do_not_succeed_one_another_in_a_circle(desk):
    one, other = (factories.place(name, country="NZ") for name in ("Waitakere", "Auckland"))
    desk.change(one, rows={"passed_into": [{"successor": other}]})

    answer = desk.send(Place, other, rows={"passed_into": [{"successor": one}]})

    assert "circle" in refused(answer)["successor"]


def test_places_are_not_part_of_one_another_in_a_circle(desk):
    country = factories.place("China")
    city = factories.place("Ningbo", parent=country)

    assert "circle" in refused(desk.send(Place, country, parent=city))["parent"]


def test_pairs_do_not_continue_one_another_in_a_circle(desk):
    old = factories.pair()
    new = factories.pair()
    desk.change(new, continues=old)

    assert "circle" in refused(desk.send(Pair, old, continues=new))["continues"]


@pytest.mark.parametrize("link", ["follows", "part_of"])
def test_agreements_do_not_go_in_circles(desk, link):
    how = {"following": "renews"} if link == "follows" else {}
    first = factories.agreement()
    second = factories.agreement(**{link: first} | how)

    answer = desk.send(Agreement, first, **{link: second} | how)

    assert "circle" in refused(answer)[link]


@pytest.mark.parametrize("link", ["follows", "part_of"])
def test_an_agreement_is_not_linked_to_itself(desk, link):
    agreement = factories.agreement()

    answer = desk.send(Agreement, agreement, **{link: agreement, "following": "renews" if link == "follows" else ""})

    assert refused(answer)[link]


def test_an_agreement_that_follows_another_says_how(desk):
    answer = desk.send(Agreement, title_en="Second plan", follows=factories.agreement())

    assert "and how" in refused(answer)["following"]


def test_an_agreement_has_a_title(desk):
    assert "title" in refused(desk.send(Agreement, slug="untitled"))["title_en"]


def test_a_party_that_is_two_things_comes_back_with_what_was_typed(desk):
    parties = [{"place": factories.place("Ningbo"), "institution": factories.institution(), "words_en": "CEE cities"}]

    answer = desk.send(Agreement, title_en="Two things at once", rows={"parties": parties})

    assert "one of three" in refused(answer)["words_en"]
    assert "CEE cities" in answer.text and "Two things at once" in answer.text


def test_a_party_of_which_only_the_signatory_is_known_comes_back(desk):
    parties = [{"signed_as_en": "Deputy Mayor, for the Mayor"}]

    answer = desk.send(Agreement, title_en="By whom", rows={"parties": parties})

    assert "one of three" in refused(answer)["words_en"]
    assert "Deputy Mayor, for the Mayor" in answer.text


def test_a_site_that_is_two_things_comes_back(desk):
    visited = [{"institution": factories.institution(), "words_en": "the old harbour"}]

    assert "one of the two" in refused(desk.send(Event, held="2019", slug="e", rows={"visited": visited}))["words_en"]


def test_a_sender_that_is_two_things_comes_back(desk):
    senders = [{"place": factories.place(), "institution": factories.institution()}]

    assert "one of the two" in refused(desk.send(Delegation, rows={"senders": senders}))["institution"]


@pytest.mark.parametrize(
    ("kind", "country", "is_refused"),
    [
        ("congress", "DE", True),
        ("cppcc", "DE", True),
        ("council", "CN", True),
        ("congress", "CN", False),
        ("cppcc", "CN", False),
        ("council", "DE", False),
        ("government", "CN", False),
        ("congress", "", False),
        ("council", "", False),
    ],
)
def test_a_congress_is_of_the_chinese_mainland_and_a_council_is_not(desk, kind, country, is_refused):
    place = factories.place("Rivermouth", parent=factories.place(country=country))
    body = factories.institution(place=place)
    sent = [
        desk.send(Institution, name_en="Assembly", kind=kind, place=place.pk),
        desk.send(Delegation, kind=kind, name_en="Guests", rows={"senders": [{"place": place.pk}]}),
        desk.send(Delegation, kind=kind, name_en="Others", rows={"senders": [{"institution": body.pk}]}),
    ]

    assert [answer.status_code for answer in sent] == [200 if is_refused else 302] * 3
    if is_refused:
        assert all("of the Chinese mainland" in str(refused(answer)) for answer in sent)


def test_a_person_stands_in_a_list_once(desk):
    row = {"person": factories.person(), "role": "member"}

    answer = desk.send(Delegation, rows={"appearances": [row, row]})

    assert "is on the delegation already" in refused(answer)["person"]


def test_a_person_added_to_a_list_in_which_they_stand_comes_back(desk):
    person = factories.person()
    event = factories.event(people=(person,))

    answer = desk.send(Event, event, rows={"appearances": [{"person": person, "parts": ["spoke", "hosted"]}]})

    assert "is listed at the event already" in refused(answer)["person"]


def test_who_travelled_does_not_stand_at_the_event_too(desk):
    person = factories.person()
    delegation = factories.delegation(members=(person,))
    event = factories.event(delegation=delegation)
    rows = {"appearances": [{"person": person, "side": "guest", "parts": ["spoke"]}]}

    answer = desk.send(Event, event, rows=rows)

    assert "came with the delegation" in refused(answer)["person"]


def test_who_stands_at_a_stop_does_not_travel_too(desk):
    person = factories.person()
    delegation = factories.delegation()
    event = factories.event(delegation=delegation, people=(person,))
    event.appearances.update(printed_en="Mayor of Harbourton")

    answer = desk.send(Delegation, delegation, rows={"appearances": [{"person": person, "role": "member"}]})

    assert "at an event of this journey" in refused(answer)["person"]


def test_somebody_unknown_needs_a_printed_office(desk):
    answer = desk.send(Delegation, rows={"appearances": [{"role": "head"}]})

    assert "Choose a person" in refused(answer)["printed_en"]


def test_a_row_that_was_added_and_left_as_it_came_is_passed_over(desk):
    delegation = desk.enter(Delegation, rows={"appearances": [{"role": "member"}]})

    assert not delegation.appearances.exists()


def test_a_half_filled_row_keeps_what_was_typed(desk):
    rows = [{"printed_en": "Vice mayor", "role": ""}]

    answer = desk.send(Delegation, size="12", rows={"appearances": rows})

    assert "required" in refused(answer)["role"]
    assert "Vice mayor" in answer.text and 'value="12"' in answer.text
    assert not Appearance.objects.exists()


def test_a_term_of_office_does_not_end_before_it_begins(desk):
    rows = {"tenures": [{"office": factories.office(), "began": "2020", "ended": "2019"}]}

    assert "does not end before" in refused(desk.send(Person, factories.person(), rows=rows))["ended"]


def test_a_term_of_office_of_which_neither_end_is_known_comes_back(desk):
    rows = {"tenures": [{"office": factories.office()}]}

    assert "only where" in refused(desk.send(Person, factories.person(), rows=rows))["ended"]


def test_an_office_of_a_place_and_of_an_institution_comes_back(desk):
    answer = desk.send(Office, name_en="Head", place=factories.place(), institution=factories.institution())

    assert "not of both" in refused(answer)["institution"]


@pytest.mark.parametrize("number", ["-1", "3000000000", "many"])
def test_a_number_that_no_column_holds_comes_back(desk, number):
    assert refused(desk.send(Delegation, size=number))["size"]


def test_a_character_that_no_database_keeps_comes_back(desk):
    assert "name_en" in refused(desk.send(Place, name_en="Ning\0bo"))


def test_a_choice_that_is_not_offered_comes_back(desk):
    assert "kinds" in refused(desk.send(Event, held="2019", kinds=["party"]))
