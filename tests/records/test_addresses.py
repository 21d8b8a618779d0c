"""The address word that is proposed where none was typed."""

import pytest

from newsroom.cooperation.models import Agreement, Delegation, Event
from newsroom.people.models import Institution, Person
from newsroom.places.models import Pair, Place
from newsroom.publishing.addresses import propose_slug
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Ningbo", "ningbo"),
        ("Xi’an", "xian"),
        ("Ōita", "oita"),
        ("Łódź", "lodz"),
        ("Ningbo Yunsheng Holdings Co., Ltd.", "ningbo-yunsheng-holdings-co-ltd"),
        ("宁波", ""),
        ("宁波 Ningbo", ""),
        ("Ярославль", ""),
        ("2019", ""),
    ],
)
def test_a_latin_name_makes_the_word_and_no_other_is_spelled_out(name, word):
    assert propose_slug(Place, name) == word


def test_the_first_latin_text_is_taken():
    assert propose_slug(Place, "", "宁波", "Ningbo", "Ningpo") == "ningbo"


def test_a_namesake_gets_what_tells_it_apart_then_a_number():
    for word in ("wilmington", "wilmington-delaware"):
        factories.place("Wilmington", slug=word)

    assert propose_slug(Place, "Wilmington", apart_by="North Carolina") == "wilmington-north-carolina"
    assert propose_slug(Place, "Wilmington", apart_by="Delaware") == "wilmington-delaware-2"


def test_a_record_may_keep_its_own_word():
    place = factories.place("Ningbo", slug="ningbo")

    assert propose_slug(Place, "Ningbo", record=place) == "ningbo"


def test_a_long_name_is_cut_to_what_the_column_holds():
    word = propose_slug(Place, "Ningbo " * 40)

    assert len(word) <= 120 and not word.endswith("-")


def test_a_second_place_of_one_name_is_addressed_by_what_it_is_part_of(desk):
    factories.place("Wilmington", slug="wilmington")
    state = factories.place("North Carolina", slug="north-carolina", country="US")

    assert desk.enter(Place, name_en="Wilmington", parent=state).slug == "wilmington-north-carolina"


def test_two_people_of_one_name_get_two_addresses(desk):
    words = [desk.enter(Person, name_zh="王勇", name_en="Wang Yong").slug for _time in range(2)]

    assert words == ["wang-yong", "wang-yong-2"]


def test_a_name_found_among_the_other_names_makes_the_word(desk):
    assert desk.enter(Place, name_zh="宁波", other_names="甬\r\nNingpo", country="CN").slug == "ningpo"


def test_an_institution_is_addressed_by_its_short_name(desk):
    assert desk.enter(Institution, name_en="Institute of Materials", short_en="CNITECH").slug == "cnitech"


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ({"held": "2019-08-18pm", "kinds": ["meeting", "opening"]}, "2019-08-18-ningbo-opening"),
        ({"held": "2019-08", "kinds": []}, "2019-08-ningbo"),
        ({"held": "2019/2020", "kinds": ["forum"]}, "2019-ningbo-forum"),
        ({"held": "", "kinds": ["forum"]}, "ningbo-forum"),
    ],
)
def test_an_event_is_addressed_by_its_day_its_place_and_what_it_was(desk, typed, word):
    ningbo = factories.place("Ningbo", slug="ningbo")

    assert desk.enter(Event, places=[ningbo], **typed).slug == word


def test_a_delegation_is_addressed_by_its_days_and_its_first_sender(desk):
    ganzhou = factories.place("Ganzhou", slug="ganzhou")

    delegation = desk.enter(Delegation, days="2016-11-02/2016-11-06", rows={"senders": [{"place": ganzhou}]})

    assert delegation.slug == "2016-11-02-ganzhou-delegation"


def test_an_agreement_without_an_english_title_is_addressed_by_its_pair_and_kind(desk):
    pair = factories.pair(factories.place(slug="ningbo"), factories.place(slug="ganzhou"))

    agreement = desk.enter(Agreement, title_zh="合作框架协议", kind="framework", pairs=[pair])

    assert agreement.slug == f"{pair.slug}-framework"


def test_an_agreement_of_which_no_pair_is_chosen_is_addressed_by_its_day_its_parties_and_its_kind(desk):
    parties = [{"place": factories.place(slug="ningbo")}, {"institution": factories.institution(slug="jxust")}]

    typed = {"title_zh": "备忘录", "kind": "memorandum", "signed": "2018-11-28"}
    assert desk.enter(Agreement, rows={"parties": parties}, **typed).slug == "2018-11-28-ningbo-jxust-memorandum"
    assert desk.enter(Agreement, **typed).slug == "2018-11-28-memorandum"


def test_a_pair_named_in_either_order_is_addressed_by_the_alphabet(desk):
    ningbo, aachen = factories.place(slug="ningbo"), factories.place(slug="aachen")

    pair = desk.enter(Pair, first=ningbo, second=aachen)

    assert (pair.slug, pair.reverse_slug) == ("aachen-ningbo", "ningbo-aachen")


def test_the_address_of_a_pair_follows_a_new_one_of_its_place(desk):
    place = factories.place(slug="ningpo", country="CN")
    pair = factories.pair(place, factories.place(slug="aachen"))

    desk.change(place, slug="ningbo")

    pair.refresh_from_db()
    assert (pair.slug, pair.reverse_slug) == ("aachen-ningbo", "ningbo-aachen")
