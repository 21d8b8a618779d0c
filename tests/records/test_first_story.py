"""The first story's records, entered by hand in an empty desk: Ganzhou's delegation in Ningbo, August 2019."""

import pytest

from newsroom.cooperation.models import Agreement, Delegation, Event
from newsroom.masthead.models import SiteSettings
from newsroom.people.models import Institution, Office, Person
from newsroom.places.models import Pair, Place
from newsroom.sources.models import Source
from tests import factories
from tests.records.entering import Desk

pytestmark = pytest.mark.django_db

OFFICES = {
    "jiangxi": ("江西省委副书记", "Deputy Secretary, CPC Jiangxi Provincial Committee"),
    "ganzhou party": ("赣州市委书记", "Secretary, CPC Ganzhou Municipal Committee"),
    "ganzhou deputy": ("赣州市委副书记", "Deputy Secretary, CPC Ganzhou Municipal Committee"),
    "ganzhou mayor": ("赣州市市长", "Mayor of Ganzhou"),
    "zhejiang": ("浙江省委副书记", "Deputy Secretary, CPC Zhejiang Provincial Committee"),
    "ningbo party": ("宁波市委书记", "Secretary, CPC Ningbo Municipal Committee"),
    "ningbo deputy": ("宁波市委副书记", "Deputy Secretary, CPC Ningbo Municipal Committee"),
    "ningbo mayor": ("宁波市市长", "Mayor of Ningbo"),
}
HEADS = [
    ("李炳军", "Li Bingjun", "jiangxi", "ganzhou party"),
    ("曾文明", "Zeng Wenming", "ganzhou deputy", "ganzhou mayor"),
]
MEMBERS = [
    ("", "Li Mingsheng"),
    ("高世文", "Gao Shiwen"),
    ("邱建军", "Qiu Jianjun"),
    ("严水石", "Yan Shuishi"),
    ("胡聚文", "Hu Juwen"),
    ("徐兵", "Xu Bing"),
    ("", "Lan Yun"),
]
HOSTS = [
    ("郑栅洁", "Zheng Shanjie", "zhejiang", "ningbo party"),
    ("裘东耀", "Qiu Dongyao", "ningbo deputy", "ningbo mayor"),
    ("施惠芳", "Shi Huifang"),
    ("褚银良", "Chu Yinliang"),
    ("李关定", "Li Guanding"),
    ("张良才", "Zhang Liangcai"),
]


@pytest.fixture
def desk(client):
    SiteSettings.objects.create(pk=1, home="ningbo")
    return Desk(client, factories.user("editor", language="en"))


@pytest.fixture
def story(desk):
    """Enter everything that the page says, in the order in which an editor meets it."""
    ningbo = desk.enter(Place, name_zh="宁波", name_en="Ningbo", country="CN")
    ganzhou = desk.enter(Place, name_zh="赣州", name_en="Ganzhou", country="CN")
    bodies = institutions(desk, ningbo)
    offices = {key: desk.enter(Office, name_zh=zh, name_en=en) for key, (zh, en) in OFFICES.items()}
    source = desk.enter(Source, title_en="Ningbo and Ganzhou sign framework agreement on cooperation")
    travellers = people(desk, HEADS, offices, role="head") + people(desk, MEMBERS, offices, role="member")
    delegation = desk.enter(
        Delegation,
        kind="government",
        rows={"senders": [{"place": ganzhou}], "appearances": travellers, "citations": [{"source": source}]},
    )
    event = meeting(
        desk, ningbo, delegation, people(desk, HOSTS, offices, side="host", part="attended"), bodies, source
    )
    sign(desk, event, "Ningbo-Ganzhou", [{"place": ningbo}, {"place": ganzhou}])
    sign(desk, event, "CNITECH-JXUST", [{"institution": bodies["CNITECH"]}, {"institution": bodies["JXUST"]}])
    return Event.objects.get()


def institutions(desk, ningbo) -> dict[str, Institution]:
    name = "Ningbo Institute of Materials Technology & Engineering, CAS"
    words = {"name_zh": "中国科学院宁波材料技术与工程研究所", "name_en": name, "short_en": "CNITECH"}
    cnitech = desk.enter(Institution, kind="institute", place=ningbo, **words)
    name = "Jiangxi University of Science and Technology"
    jxust = desk.enter(Institution, kind="university", name_zh="江西理工大学", name_en=name, short_en="JXUST")
    yunsheng = desk.enter(Institution, kind="company", place=ningbo, name_en="Ningbo Yunsheng Holdings Co., Ltd.")
    return {"CNITECH": cnitech, "JXUST": jxust, "Yunsheng": yunsheng}


def meeting(desk, ningbo, delegation, hosts, bodies, source) -> Event:
    return desk.enter(
        Event,
        held="2019年8月18日下午",
        held_inferred=True,
        held_words="afternoon of August 18",
        places=[ningbo],
        kinds=["meeting"],
        delegation=delegation,
        rows={
            "appearances": hosts,
            "visited": [{"institution": bodies["CNITECH"]}, {"institution": bodies["Yunsheng"]}],
            "citations": [{"source": source}],
        },
    )


def sign(desk, event, whose: str, parties: list[dict]) -> Agreement:
    title = f"{whose} Framework Agreement on Cooperation"
    facts = {"kind": "framework", "event": event, "signed": "2019-08-18"}
    return desk.enter(Agreement, title_en=title, rows={"parties": parties}, **facts)


def people(desk, listed, offices, **facts) -> list[dict]:
    """Enter people with their offices; return their rows in the order of precedence."""
    rows = []
    for zh, en, *held in listed:
        surname = {"surname_zh": zh[:1], "surname_en": en.split()[0]}
        person = desk.enter(Person, name_zh=zh, name_en=en, **surname)
        rows.append(facts | {"person": person, "offices": [offices[key] for key in held]})
    return rows


def test_addresses_are_proposed_for_everything(story):
    words = {model: set(model.objects.values_list("slug", flat=True)) for model in (Place, Institution, Agreement)}

    assert words[Place] == {"ningbo", "ganzhou"}
    assert words[Institution] == {"cnitech", "jxust", "ningbo-yunsheng-holdings-co-ltd"}
    assert "ningbo-ganzhou-framework-agreement-on-cooperation" in words[Agreement]
    assert story.slug == "2019-08-18-ningbo-meeting"
    assert story.delegation.slug == "ganzhou-delegation"


def test_the_pair_is_proposed_for_the_event_and_its_agreement_home_place_first(story):
    pair = Pair.objects.get()

    assert pair.slug == "ningbo-ganzhou"
    assert list(story.pairs.all()) == [pair]
    assert [list(agreement.pairs.all()) for agreement in story.agreements.order_by("pk")] == [[pair], []]


def test_two_heads_stand_before_the_members_with_two_offices_each(story):
    appearances = list(story.delegation.appearances.all())

    assert [str(row.person) for row in appearances if row.role == "head"] == [
        "李炳军 Li Bingjun",
        "曾文明 Zeng Wenming",
    ]
    assert [row.offices.count() for row in appearances] == [2, 2, 0, 0, 0, 0, 0, 0, 0]


def test_offices_are_printed_as_proposed_from_the_offices_chosen(story):
    first = story.appearances.first()

    assert first.printed_zh == "浙江省委副书记、宁波市委书记"
    assert (
        first.printed_en
        == "Deputy Secretary, CPC Zhejiang Provincial Committee; Secretary, CPC Ningbo Municipal Committee"
    )


def test_the_day_keeps_its_half_and_says_that_the_year_is_inferred(story):
    assert (str(story.held), story.held_inferred, story.held_words) == (
        "2019-08-18pm",
        True,
        "afternoon of August 18",
    )


def test_the_sites_stand_in_the_order_in_which_they_were_visited(story):
    assert [row.institution.slug for row in story.visited.all()] == ["cnitech", "ningbo-yunsheng-holdings-co-ltd"]


def test_the_agreements_were_signed_where_the_event_was_and_nobody_is_said_to_have_signed(story):
    for agreement in story.agreements.all():
        assert agreement.signed_in.slug == "ningbo"
        assert not agreement.parties.filter(signatory__isnull=False).exists()
