"""The first story's records, entered by hand in an empty desk: Ganzhou's delegation in Ningbo, August 2019."""

import pytest

from newsroom.cooperation.models import Agreement, Delegation, Event
from newsroom.languages import EN, ZH
from newsroom.masthead.models import SiteSettings
from newsroom.people.models import Institution, Office, Person
from newsroom.places.models import Pair, Place
from newsroom.sources.models import Source
from tests import factories
from tests.records.entering import Desk
from tests.records.reading import in_order, publish, read

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
        desk, ningbo, delegation, people(desk, HOSTS, offices, parts=["attended", "hosted"]), bodies, source
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
        rows={
            "stops": [{"delegation": delegation}],
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


def test_the_records_hold_all_that_the_page_says(story):
    assert (str(story.held), story.held_inferred, story.held_words) == ("2019-08-18pm", True, "afternoon of August 18")
    assert [row.institution.short_en or row.institution.name_en for row in story.visited.all()] == [
        "CNITECH",
        "Ningbo Yunsheng Holdings Co., Ltd.",
    ]
    travellers = list(story.received()[0].appearances.all())
    assert [row.person.name_en for row in travellers if row.role == "head"] == ["Li Bingjun", "Zeng Wenming"]
    assert [row.offices.count() for row in travellers] == [2, 2, 0, 0, 0, 0, 0, 0, 0]
    assert [row.order for row in travellers] == list(range(1, 10))
    assert not Agreement.objects.filter(parties__signatory__isnull=False).exists()

    # Proposed where the editor left it empty
    first = story.appearances.first()
    assert first.printed_zh == "浙江省委副书记、宁波市委书记"
    assert first.printed_en.startswith("Deputy Secretary, CPC Zhejiang Provincial Committee; Secretary, CPC Ningbo")
    pair = Pair.objects.get()
    assert [list(record.pairs.all()) for record in (story, *story.agreements.order_by("pk"))] == [[pair], [pair], []]
    assert {agreement.signed_in.name_en for agreement in story.agreements.all()} == {"Ningbo"}
    assert (pair.slug, story.slug) == ("ningbo-ganzhou", "2019-08-18-ningbo-meeting")
    assert story.received()[0].slug == "ganzhou-delegation"


NAMES = {ZH: 0, EN: 1}


def shown(people, language: str) -> list[str]:
    """Return names as a page in `language` shows them: in the script that is known."""
    return [names[NAMES[language]] or names[1 - NAMES[language]] for names in people]


DAYS = {EN: "18 August 2019, afternoon", ZH: "2019年8月18日下午"}


def test_the_whole_visit_is_read_back_in_both_languages(client, story):
    publish(events=[story], agreements=story.agreements.all())

    for language in (EN, ZH):
        event = read(client, story.address_in(language))
        assert DAYS[language] in event
        assert in_order(event, *shown(HOSTS, language))
        for page in (event, read(client, story.received()[0].address_in(language))):
            assert in_order(page, *shown([*HEADS, *MEMBERS], language))
        for key in ("zhejiang", "ningbo party", "ganzhou mayor"):
            assert OFFICES[key][NAMES[language]] in event
        assert "Ningbo Yunsheng Holdings Co., Ltd." in event
        for agreement in story.agreements.all():
            assert agreement.title_en in event
            assert agreement.title_en in read(client, agreement.address_in(language))
        pair = read(client, Pair.objects.get().address_in(language))
        assert in_order(pair, *(("宁波", "赣州") if language == ZH else ("Ningbo", "Ganzhou")))
        for record in (*Person.objects.all(), *Institution.objects.all(), *Place.objects.all()):
            assert record.name_in(language) in read(client, record.address_in(language))
    page = client.get(story.received()[0].address_in(ZH)).text
    assert '<span lang="en">Lan Yun</span>' in page
    assert '<span lang="en">高世文' not in page
