"""Who signs, how, and for how long.

An agreement of three parties of three kinds, a party known by the source's words alone, a deputy who signs for somebody
absent, a signing online, and a letter of intent are of fictional places. The bundle known by its count is that of June
2014 with cities of central and eastern Europe; the renewal with a gap is that of Ningbo's plans with Nottingham.
"""

from datetime import date
from types import SimpleNamespace

import pytest

from newsroom.cooperation.models import Agreement, Event
from newsroom.languages import EN, LANGUAGES, ZH
from newsroom.people.models import Institution
from newsroom.places.models import Pair
from newsroom.publishing import clock
from tests.records.reading import in_order

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def ports(house):
    """Two fictional cities, a school of one of them, and those who sign for them."""
    it = SimpleNamespace(haimen=house.city("海湾城", "Haiwan"), anbei=house.city("安北", "Anbei"))
    it.school = house.enter(
        Institution, name_zh="海湾大学", name_en="Haiwan University", kind="university", place=it.haimen
    )
    it.deputy = house.person("林岳", "Lin Yue")
    it.mayor = house.person("沈海", "Shen Hai")
    return it


def test_three_parties_of_three_kinds_stand_in_their_order_and_make_no_pair(house, ports):
    parties = [
        {"place": ports.haimen, "signatory": ports.mayor, "signed_as_zh": "市长", "signed_as_en": "Mayor"},
        {"institution": ports.school},
        {"words_zh": "中东欧城市", "words_en": "CEE cities"},
    ]
    signed = house.enter(
        Agreement, title_zh="三方协议", title_en="Three parties", kind="contract", rows={"parties": parties}
    )
    story = house.publish(zh="三方签约", en="Three sign", agreements=[signed], year=2020)

    for language, names in (
        (ZH, ("海湾城", "海湾大学", "中东欧城市")),
        (EN, ("Haiwan", "Haiwan University", "CEE cities")),
    ):
        for page in (house.read(signed, language), house.read("/agreements/", language), house.read(story, language)):
            assert in_order(page, *names)
        assert {ZH: "市长", EN: "Mayor"}[language] in house.read(signed, language)
        pages = house.reader.get(signed.address_in(language)).text
        assert ports.haimen.address_in(language) in pages and ports.school.address_in(language) in pages
    assert not Pair.objects.exists()
    gathered = house.everything()
    assert '"parties": ["Haiwan", "Haiwan University", "CEE cities"]' in gathered["/en/agreements.json"]
    assert "Haiwan; Haiwan University; CEE cities" in gathered["/en/agreements.csv"]


def test_a_party_in_the_source_s_words_only_is_shown_in_the_language_that_is_known(house, ports):
    parties = [{"place": ports.haimen}, {"words_zh": "参会城市"}]
    signed = house.enter(Agreement, title_en="Green initiative", kind="declaration", rows={"parties": parties})
    house.release(signed)

    assert '<span lang="zh-Hans">参会城市</span>' in house.reader.get(signed.address_in(EN)).text
    assert in_order(house.read(signed, ZH), "海湾城", "参会城市")


@pytest.mark.parametrize(
    "party",
    [{}, {"words_en": "Both", "place": "haimen"}, {"place": "haimen", "institution": "school"}],
    ids=["none", "place and words", "place and institution"],
)
def test_a_party_is_exactly_one_of_three(house, ports, party):
    row = {key: getattr(ports, value, value) for key, value in party.items()} | {"signed_as_en": "Mayor"}

    answer = house.desk.send(Agreement, title_en="Wrong", rows={"parties": [row]})

    assert "A party is one of three: a place, an institution, or words." in answer.text
    assert 'value="Mayor"' in answer.text
    assert not Agreement.objects.exists()


def test_a_deputy_signs_for_somebody_who_was_not_there(house, ports):
    """The signature is the deputy's; for whom stands in the words, and the absent mayor is named by nothing."""
    for_mayor = {"signed_as_zh": "副市长（代市长签署）", "signed_as_en": "Deputy Mayor, for the Mayor"}
    parties = [{"place": ports.haimen, "signatory": ports.deputy, **for_mayor}, {"place": ports.anbei}]
    signed = house.enter(
        Agreement, title_zh="备忘录", title_en="Memorandum", kind="memorandum", rows={"parties": parties}
    )
    house.release(signed)

    for language, name, words in ((ZH, "林岳", "副市长（代市长签署）"), (EN, "Lin Yue", "Deputy Mayor, for the Mayor")):
        assert in_order(house.read(signed, language), name, words)
        assert signed.name_in(language) in house.read(ports.deputy, language)
        assert house.status(ports.mayor, language) == 404


def test_an_agreement_that_was_signed_online_says_so(house, ports):
    event = house.enter(Event, places=[ports.haimen, ports.anbei], held="2021-05-06", kinds=["meeting"], mode="online")
    parties = [{"place": ports.haimen, "signatory": ports.mayor}, {"place": ports.anbei, "signatory": ports.deputy}]
    signed = house.enter(
        *(Agreement, {"parties": parties}),
        title_zh="合作协议",
        title_en="Cooperation",
        event=event,
        signed="2021-05-06",
    )
    house.publish(zh="云签约", en="Signed online", events=[event], agreements=[signed])

    assert signed.signed_in is None
    for language, online, away in ((ZH, "线上", "签署地"), (EN, "online", "Signed in")):
        page = house.read(signed, language)
        assert online in page and away not in page
        assert online in house.read(event, language).lower()
    assert Pair.objects.get().in_order("en") in [(ports.haimen, ports.anbei), (ports.anbei, ports.haimen)]


@pytest.fixture(scope="module")
def bundle(house):
    """Twenty-two agreements in education, of which one is named: three years with Varna."""
    it = SimpleNamespace(ningbo=house.city("宁波", "Ningbo"), varna=house.city("瓦尔纳", "Varna"))
    it.event = house.enter(Event, places=[it.ningbo], held="2014-06-09", kinds=["forum"])
    facts = {"event": it.event, "kind": "sector", "signed": "2014-06-09"}
    mayors = [{"place": it.ningbo}, {"words_zh": "中东欧城市", "words_en": "CEE cities"}]
    it.all = house.enter(
        *(Agreement, {"parties": mayors}),
        title_zh="22项教育合作协议",
        title_en="Agreements in education",
        count="22",
        **facts,
    )
    it.named = house.enter(
        *(Agreement, {"parties": [{"place": it.ningbo}, {"place": it.varna}]}),
        title_zh="三年教育交流协议",
        title_en="Three-year strategic educational exchange agreement",
        part_of=it.all,
        term_words="three years",
        **facts,
    )
    it.pair = Pair.objects.get(agreements=it.named)
    it.story = house.publish(zh="宁波与中东欧", en="With Europe", events=[it.event], agreements=[it.all, it.named])
    return it


def test_a_bundle_known_by_its_count_says_how_many_and_names_the_one_that_is_known(house, bundle):
    for language in LANGUAGES:
        page = house.read(bundle.all, language)
        assert "22" in page and bundle.named.name_in(language) in page
        assert bundle.all.name_in(language) in house.read(bundle.named, language)
        for shown in (house.read(bundle.story, language), house.read("/agreements/", language)):
            assert bundle.all.name_in(language) in shown and bundle.named.name_in(language) in shown
    assert "three years" in house.read(bundle.named, EN)
    assert '"count": 22' in house.everything()["/en/agreements.json"]


def test_a_named_member_of_a_bundle_is_not_counted_again(house, bundle):
    assert in_order(house.read(bundle.pair, EN), "Agreements", "1", "with no end stated")

    bundle.all = house.amend(bundle.all, pairs=[bundle.pair])
    assert in_order(house.read(bundle.pair, EN), "Agreements", "22")
    assert "23" not in house.read(bundle.pair, EN).partition("Agreements")[2][:20]
    assert in_order(house.read(bundle.pair, ZH), "协议", "22")


def test_an_agreement_is_not_part_of_itself_nor_in_a_circle(house, bundle):
    for whole in (bundle.named, bundle.all):
        assert "part of one another in a circle" in house.propose(bundle.all, part_of=whole).text


def test_a_letter_of_intent_is_a_kind_of_its_own_and_may_be_carried_out_later(house, ports):
    parties = {"parties": [{"place": ports.haimen}, {"place": ports.anbei}]}
    intent = house.enter(
        *(Agreement, parties), title_zh="合作意向书", title_en="Letter of intent on ports", kind="intent", signed="2018"
    )
    signed = house.enter(
        *(Agreement, parties),
        title_zh="合作协议",
        title_en="Agreement on ports",
        kind="sector",
        signed="2019",
        follows=intent,
        following="carries-out",
    )
    house.publish(zh="从意向到协议", en="From intent to agreement", agreements=[intent, signed], year=2019)

    english, chinese = house.read(intent, EN), house.read(intent, ZH)
    assert "Letter of intent" in english and "意向书" in chinese
    assert in_order(english, "Carried out by", "Agreement on ports", "2019")
    assert in_order(house.read(signed, EN), "Carries out", "Letter of intent on ports", "2018")
    assert in_order(house.read(signed, ZH), "合作意向书", "2018年")
    assert "Letter of intent on ports" in house.read("/agreements/?kind=intent", EN)
    assert "Agreement on ports" not in house.read("/agreements/?kind=intent", EN)


@pytest.fixture(scope="module")
def plans(house):
    """A plan of five years, and the one that renewed it a year after it had run out."""
    it = SimpleNamespace(ningbo=house.city("宁波", "Ningbo"), nottingham=house.city("诺丁汉", "Nottingham"))
    birmingham = house.city("伯明翰", "Birmingham")
    parties = {"parties": [{"place": it.nottingham}, {"place": it.ningbo}]}
    first = {"signed": "2016-02-26", "signed_in": birmingham, "term": "2016-02-26/2020", "term_words": "five years"}
    it.first = house.enter(*(Agreement, parties), title_en="Nottingham-Ningbo five year plan", kind="plan", **first)
    second = {"signed": "2021-12-06", "term": "2021-12-06/2025", "follows": it.first, "following": "renews"}
    it.second = house.enter(
        *(Agreement, parties), title_en="Development plan agreement (2021-2025)", kind="plan", **second
    )
    house.publish(en="Ningbo, Nottingham to cement ties", zh="续签", agreements=[it.first, it.second], year=2021)
    it.pair = Pair.objects.get(agreements=it.first)
    return it


def test_a_renewal_with_a_gap_in_the_terms_shows_both_terms_and_each_its_own_status(house, plans):
    first, second = house.read(plans.first, EN), house.read(plans.second, EN)
    assert in_order(
        first, "Renewed", "As of", "26 February 2016", "Birmingham", "26 February 2016", "2020", "five years"
    )
    assert in_order(first, "Renewed by", "Development plan agreement", "6 December 2021")
    assert in_order(second, "2021", "2025", "Renews", "Nottingham-Ningbo five year plan", "26 February 2016")
    assert in_order(house.read(plans.first, ZH), "已续签", "截至", "2016年2月26日", "伯明翰", "2020年")
    for day, statuses in (
        (date(2018, 1, 1), {"in-force", "not-yet"}),
        (date(2021, 6, 1), {"expired", "not-yet"}),
        (date(2022, 1, 1), {"renewed", "in-force"}),
    ):
        assert set(plans.pair.agreements.statuses(clock.moment(), day)) == statuses


def test_a_renewed_plan_is_counted_and_listed_with_the_one_that_it_renews(house, plans):
    for language in LANGUAGES:
        page = house.read(plans.pair, language)
        assert plans.first.title_en in page and plans.second.title_en in page
    assert in_order(house.read(plans.pair, EN), "Agreements", "2")
    assert plans.first.title_en in house.read("/agreements/?status=renewed", EN)
    assert plans.first.title_en not in house.read("/agreements/?status=expired", EN)
    assert house.read("/agreements/?status=ahead", EN).count("five year plan") == 0


def test_an_amendment_makes_a_renewal_an_extension(house, plans):
    house.amend(plans.second, following="extends", term="2021-12-06/2090")

    assert in_order(house.read(plans.first, EN), "Extended", "As of", "Extended by", "Development plan agreement")
    assert in_order(house.read(plans.second, ZH), "延长", "Nottingham-Ningbo five year plan")
    assert plans.first.title_en in house.read("/agreements/?status=extended", EN)


def test_two_agreements_do_not_follow_one_another_in_a_circle(house, plans):
    assert "circle" in house.propose(plans.first, follows=plans.second, following="renews").text
    assert "Say which agreement this one follows, and how." in house.propose(plans.second, following="").text


def test_what_was_approved_after_it_was_signed_shows_both_days(house, ports):
    parties = {"parties": [{"place": ports.haimen}, {"place": ports.anbei}]}
    signed = house.enter(
        *(Agreement, parties), title_zh="友城协议", title_en="Sister cities", kind="sister-city", signed="2008-04"
    )
    house.release(signed)
    assert "Approved on" not in house.read(signed, EN)

    congress = house.enter(
        Institution, name_zh="海湾市人大", name_en="Haiwan Congress", kind="other", place=ports.haimen
    )
    approvals = [{"approved": "2009-01-15", "institution": congress}, {"approved": "2009-03"}]
    signed = house.amend(signed, {"approvals": approvals})

    told = ("Signed on", "April 2008", "Approved on", "15 January 2009", "Haiwan Congress", "Approved on", "March 2009")
    assert in_order(house.read(signed, EN), *told)
    assert in_order(house.read(signed, ZH), "2008年4月", "批准", "2009年1月15日", "海湾市人大", "2009年3月")
    assert '"approved": ["2009-01-15 Haiwan Congress", "2009-03"]' in house.everything()["/en/agreements.json"]
    assert house.status(congress, EN) == 200
