"""What events and delegations are called where nobody has named them."""

import pytest
from django.utils.translation import override

from newsroom.cooperation.models import Delegation, Event
from newsroom.cooperation.wording import listed
from newsroom.languages import EN, ZH
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def ganzhou():
    return factories.place("Ganzhou", name_zh="赣州")


@pytest.fixture
def ningbo():
    return factories.place("Ningbo", name_zh="宁波")


def named(event):
    return Event.objects.with_names().get(pk=event.pk)


def test_an_event_is_called_by_its_own_name_where_it_has_one():
    event = factories.event(name_en="Ningbo Week in Aachen")

    assert named(event).name_in(EN) == "Ningbo Week in Aachen"


def test_an_own_name_known_in_one_script_stands_beneath_a_made_one():
    name = named(factories.event(name_zh="宁波周")).name_in(EN).original

    assert (name, name.lang) == ("宁波周", "zh-Hans")


def test_an_event_that_received_a_delegation_is_a_visit(ganzhou, ningbo):
    event = factories.event(delegation=factories.delegation(ganzhou))
    event.places.add(ningbo)

    assert named(event).name_in(EN) == "Visit of a delegation from Ganzhou to Ningbo"


def test_a_visit_is_named_in_chinese_with_the_chinese_names(ganzhou, ningbo):
    event = factories.event(delegation=factories.delegation(ganzhou))
    event.places.add(ningbo)

    name = named(event).name_in(ZH)

    assert "赣州" in name and "宁波" in name and name.lang == "zh-Hans"


# kinds as typed → the name in English and in Chinese; every kind is told, by precedence
NAMES = [
    ([], "Occasion in Ningbo", "宁波举行活动"),
    (["meeting"], "Meeting in Ningbo", "宁波举行会谈"),
    (["forum", "anniversary"], "Anniversary and forum in Ningbo", "宁波举行周年纪念活动和论坛"),
    (["meeting", "anniversary"], "Anniversary and meeting in Ningbo", "宁波举行周年纪念活动和会谈"),
    (
        ["exhibition", "meeting", "performance", "trade", "opening"],
        "Opening, exhibition, trade promotion, performance and meeting in Ningbo",
        "宁波举行启用仪式、展览、经贸推介会、演出和会谈",
    ),
    (["signing"], "Signing in Ningbo", "在宁波签约"),
    (["signing", "forum"], "Forum and signing in Ningbo", "宁波举行论坛并签约"),
    (["honour", "signing"], "Signing and conferral of an honour in Ningbo", "宁波签约和授予荣誉"),
    (["decision"], "Decision in Ningbo", "宁波作出决定"),
    (["decision", "greeting"], "Exchange of greetings and decision in Ningbo", "宁波互致问候和作出决定"),
    (["honour"], "Conferral of an honour in Ningbo", "宁波授予荣誉"),
]


@pytest.mark.parametrize(("kinds", "english", "chinese"), NAMES)
def test_an_event_without_a_delegation_is_named_by_all_its_kinds_and_its_place(ningbo, kinds, english, chinese):
    event = factories.event(kinds=kinds)
    event.places.add(ningbo)

    assert (named(event).name_in(EN), named(event).name_in(ZH)) == (english, chinese)


def test_every_kind_of_event_has_its_place_in_the_order_of_precedence():
    assert Event.Kind.values == [
        *("anniversary", "forum", "opening", "exhibition", "trade", "performance", "meeting"),
        *("signing", "honour", "greeting", "decision"),
    ]


# kind, mode → the name of what two places did apart or online
BETWEEN_TWO = [
    ("signing", "online", "Signing of Ningbo and Ganzhou, online", "宁波和赣州以线上方式签约"),
    ("signing", "apart", "Signing of Ningbo and Ganzhou", "宁波和赣州签约"),
    ("meeting", "online", "Meeting of Ningbo and Ganzhou, online", "宁波和赣州以线上方式举行会谈"),
    ("anniversary", "apart", "Anniversary of Ningbo and Ganzhou", "宁波和赣州举行周年纪念活动"),
    ("greeting", "apart", "Greetings between Ningbo and Ganzhou", "宁波和赣州互致问候"),
]


@pytest.mark.parametrize(("kind", "mode", "english", "chinese"), BETWEEN_TWO)
def test_two_places_are_told_with_what_they_did(ningbo, ganzhou, kind, mode, english, chinese):
    event = factories.event(kinds=[kind], mode=mode)
    event.places.set([ningbo, ganzhou])

    assert (named(event).name_in(EN), named(event).name_in(ZH)) == (english, chinese)


def test_who_is_at_home_in_the_place_does_not_visit_it(ningbo, ganzhou):
    university = factories.institution("University", name_zh="大学", place=ningbo)
    district = factories.place("Jiangbei", name_zh="江北", parent=ningbo)
    for senders, is_visit in (((university,), False), ((district,), False), ((ningbo,), False), ((), True)):
        event = factories.event(delegation=factories.delegation(*senders), kinds=[])
        event.places.add(ningbo)

        assert named(event).is_visit() is is_visit
        assert named(event).name_in(EN).startswith("Visit") is is_visit
    mixed = factories.event(delegation=factories.delegation(university, ganzhou), kinds=[])
    mixed.places.add(ningbo)
    assert named(mixed).is_visit()


def test_a_delegation_that_is_at_home_is_told_with_the_place_or_by_the_kind(ningbo):
    university = factories.institution("University", name_zh="大学", place=ningbo)
    for kinds, english, chinese in (
        ([], "Delegation from University in Ningbo", "大学代表团在宁波参加活动"),
        (["meeting"], "Meeting in Ningbo", "宁波举行会谈"),
    ):
        event = factories.event(delegation=factories.delegation(university), kinds=kinds)
        event.places.add(ningbo)

        assert (named(event).name_in(EN), named(event).name_in(ZH)) == (english, chinese)


@pytest.mark.parametrize(
    ("mode", "name"),
    [("online", "Forum of Ningbo, online"), ("apart", "Forum of Ningbo"), ("hybrid", "Forum in Ningbo")],
)
def test_the_name_says_how_people_met(ningbo, mode, name):
    event = factories.event(kinds=["forum"], mode=mode)
    event.places.add(ningbo)

    assert named(event).name_in(EN) == name


def test_an_event_of_which_nothing_is_known_still_has_a_name():
    assert named(factories.event(kinds=[])).name_in(EN) == "Occasion"


def test_a_delegation_is_named_by_its_kind_and_its_senders(ganzhou):
    institute = factories.institution("Institute of Materials", short_en="CNITECH")
    delegation = factories.delegation(ganzhou, institute)

    assert delegation.name_in(EN) == "Government delegation of Ganzhou and CNITECH"


def test_a_delegation_without_senders_is_named_by_its_kind():
    assert factories.delegation(kind="media").name_in(EN) == "Media delegation"


@pytest.mark.parametrize(
    ("kind", "chinese", "english"),
    [
        ("congress", "赣州人大代表团", "People’s congress delegation of Ganzhou"),
        ("cppcc", "赣州政协代表团", "CPPCC delegation of Ganzhou"),
        ("party", "赣州党代表团", "Party delegation of Ganzhou"),
        ("party-government", "赣州党政代表团", "Party and government delegation of Ganzhou"),
        ("council", "赣州议会代表团", "Delegation of councillors of Ganzhou"),
    ],
)
def test_congress_cppcc_party_and_council_are_told_apart(ganzhou, kind, chinese, english):
    delegation = factories.delegation(ganzhou, kind=kind)

    assert (delegation.name_in(ZH), delegation.name_in(EN)) == (chinese, english)


def test_three_names_are_listed_with_a_comma_and_an_and():
    with override(EN):
        names = listed(["Ningbo", "Aachen", "Auckland"])

    assert names == "Ningbo, Aachen and Auckland"


def test_names_are_made_without_a_question_to_the_database(ganzhou, ningbo, django_assert_num_queries):
    delegation = factories.delegation(ganzhou)
    event = factories.event(delegation=delegation)
    event.places.add(ningbo)
    event, delegation = named(event), Delegation.objects.with_names().get(pk=delegation.pk)

    with django_assert_num_queries(0):
        event.name_in(EN)
        delegation.name_in(ZH)


# level, name, other names → the name among parties and senders
FULL = [
    ("district", "江北", "江北区\n江北新区", "江北区"),
    ("prefecture", "湖畔", "湖畔盟\nLakeside League", "湖畔盟"),
    ("prefecture", "延边", "延吉\n延边朝鲜族自治州", "延边朝鲜族自治州"),
    ("county", "东津", "東津\n东津县", "东津县"),
    ("town", "东津", "东津镇", "东津镇"),
    ("province", "河东", "河东省", "河东省"),
    ("city", "海州", "海州市\n海州地区", "海州"),
    ("county-city", "河口", "河口市\n河口县", "河口"),
    ("county", "东津", "", "东津"),
    ("county", "东津", "北县\n东津老街", "东津"),
]


@pytest.mark.parametrize(("level", "name", "others", "full"), FULL)
def test_units_are_kept_in_chinese_among_parties_senders_and_places(level, name, others, full):
    place = factories.place("Eastford", name_zh=name, level=level, other_names=others)
    delegation = factories.delegation(place)
    party = factories.agreement(place).parties.get()
    event = factories.event(kinds=[])
    event.places.add(place)

    assert delegation.name_in(ZH) == f"{full}政府代表团"
    assert party.name_in(ZH) == full
    assert named(event).name_in(ZH) == f"{full}举行活动"
    assert party.name_in(EN) == "Eastford"


def test_a_region_keeps_the_name_that_the_office_chose():
    region = factories.place("Hong Kong", name_zh="香港", level="province", other_names="香港特别行政区", country="CN")

    assert region.full_in(ZH) == region.name_in(ZH)
