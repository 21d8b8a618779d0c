"""Stories and relations that lack, or dispute, what others have.

The article that stands alone is that of a meeting for liaisons in July 2024; the places whose relation is disputed, was
ended or waited for an event in vain are fictional.
"""

from types import SimpleNamespace

import pytest

from newsroom.cooperation.models import Delegation, Event, Stage
from newsroom.languages import EN, LANGUAGES, ZH
from newsroom.places.models import Pair
from newsroom.sources.models import Source
from tests.record_cases.house import telling
from tests.records.reading import in_order

pytestmark = pytest.mark.django_db


def test_a_story_with_no_pair_and_no_delegation_stands_alone(house):
    ningbo = house.city("宁波", "Ningbo")
    somebody = house.person("焦双林", "Jiao Shuanglin", surname_zh="焦", surname_en="Jiao")
    printed = {"printed_en": "Deputy Director General of Ningbo Foreign Affairs Office"}
    row = {"person": somebody, "side": "neither", "parts": ["spoke"], **printed}
    meeting = house.enter(Event, places=[ningbo], held="2024-07-17", kinds=["meeting"], rows={"appearances": [row]})
    headline = "Liaison offices meet"
    story = house.publish(en=headline, zh="联络处会议", events=[meeting], year=2024)

    for language, day in ((EN, "17 July 2024"), (ZH, "2024年7月17日")):
        page = house.read(story, language)
        assert in_order(page, {EN: headline, ZH: "联络处会议"}[language], day)
        assert somebody.name_in(language) in page and printed["printed_en"] in page
        assert {EN: headline, ZH: "联络处会议"}[language] in house.read("/news/", language)
        assert 'class="pair"' not in house.reader.get(story.address_in(language)).text.partition("<main")[2]
    assert not Pair.objects.exists() and not Delegation.objects.exists()
    assert "Delegation" not in house.read(story, EN) and "代表团" not in house.read(story, ZH)


def test_a_story_that_reports_nothing_at_all_is_told_by_its_words_alone(house):
    story = house.publish(en="A desk opens", zh="采编处设立", year=2024)

    for language in LANGUAGES:
        assert {EN: "A desk opens", ZH: "采编处设立"}[language] in house.read(story, language)


def test_an_event_with_several_pairs_stands_on_the_page_of_each(house):
    """A delegation that two places sent to a third concerns two pairs, proposed from the senders and the place."""
    home, one, other = house.city("海湾城", "Haiwan"), house.city("安北", "Anbei"), house.city("南港", "Nangang")
    senders = {"senders": [{"place": one}, {"place": other}]}
    company = house.enter(Delegation, rows=senders)
    event = house.enter(Event, places=[home], held="2019-05", rows={"stops": [{"delegation": company}]})
    story = house.publish(en="Two came together", zh="两市同访", events=[event])

    pairs = list(event.pairs.all())
    assert {frozenset(pair.in_order("en")) for pair in pairs} == {frozenset((home, one)), frozenset((home, other))}
    for language in LANGUAGES:
        for pair in pairs:
            assert event.name_in(language) in house.read(pair, language)
            assert {EN: "Two came together", ZH: "两市同访"}[language] in house.read(pair, language)
            assert pair.address_in(language) in house.reader.get(story.address_in(language)).text
            assert pair.address_in(language) in house.reader.get(event.address_in(language)).text


@pytest.fixture(scope="module")
def pair(house):
    return house.enter(Pair, first=house.city("海湾城", "Haiwan"), second=house.city("安北", "Anbei"))


def cited(house, title_zh: str, title_en: str, **says) -> dict:
    page = house.enter(Source, title_zh=title_zh, title_en=title_en, outlet_zh="海湾日报", outlet_en="Haiwan Daily")
    return {"source": page, **says}


def test_a_founding_date_on_which_sources_differ_is_shown_with_both(house, pair):
    sources = [
        cited(house, "三十年", "Thirty years", says_zh="", says_en=""),
        cited(house, "二十九年", "Twenty-nine years", says_zh="2004年", says_en="2004"),
    ]
    stage = house.enter(Stage, pair=pair, kind="sister-city", reached="2005-03", rows={"citations": sources})
    house.release(stage)

    english, chinese = house.read(pair, EN), house.read(pair, ZH)
    assert in_order(english, "Relation", "Sister cities", "since March 2005")
    assert in_order(english, "Thirty years", "Twenty-nine years", "This source says: 2004")
    assert in_order(chinese, "关系", "友好城市", "2005年3月")
    assert in_order(chinese, "三十年", "二十九年", "2004年")


def test_a_later_source_that_differs_is_added_by_an_amendment(house, pair):
    stage = house.enter(Stage, pair=pair, kind="sister-city", reached="2005")
    house.release(stage)

    house.amend(stage, rows={"citations": [cited(house, "另说", "Elsewhere", says_zh="2004年", says_en="2004")]})

    assert "This source says: 2004" in house.read(pair, EN) and "2004年" in house.read(pair, ZH)


def test_a_relation_that_one_side_ended_says_which_side_and_when(house, pair):
    begun = house.enter(Stage, pair=pair, kind="sister-city", reached="1990")
    ended = house.enter(
        *(Stage,),
        pair=pair,
        kind="ended",
        reached="2021-05",
        ended_by=pair.second,
        word_zh="终止",
        word_en="terminated",
    )
    for stage in (begun, ended):
        house.release(stage)

    english, chinese = house.read(pair, EN), house.read(pair, ZH)
    assert in_order(english, "Relation", "Ended", "May 2021")
    assert "ended by Anbei" in english and "terminated" in english and "1990" in english
    assert in_order(chinese, "关系", "已终止", "2021年5月")
    assert "由 安北 终止" in chinese or "由安北终止" in chinese
    assert "Ended" in house.read("/pairs/?by=relation", EN)


def test_only_an_end_has_a_side_that_ended_it(house, pair):
    answer = house.desk.send(Stage, pair=pair, kind="sister-city", ended_by=pair.first)

    assert "Only where a relation ended can a side have ended it." in answer.text


@pytest.fixture(scope="module")
def announced(house, pair):
    """A forum that was announced for a day that has passed, and of which nothing more is known."""
    it = SimpleNamespace(pair=pair)
    facts = {"kinds": ["forum"], "state": "announced", "pairs": [pair]}
    it.event = house.enter(Event, places=[pair.first], held="2020-03-01", **facts)
    it.story = house.publish(en="A forum is announced", zh="论坛预告", events=[it.event], year=2020)
    return it


def test_an_announced_event_that_never_took_place_is_said_to_be_announced_and_counts_for_nothing(house, announced):
    for language, words in ((EN, "announced"), (ZH, "已预告")):
        for page in (announced.event, announced.pair):
            assert words in house.read(page, language).lower()
    assert in_order(house.read(announced.pair, EN), "Visits on record", "0", "Last contact", "not on record")


def test_that_it_was_called_off_is_an_amendment_that_readers_are_told_of(house, announced):
    house.amend(announced.event, state="called-off", note_en="The forum was called off.")

    for language, words in ((EN, "called off"), (ZH, "已取消")):
        for page in (announced.event, announced.pair):
            assert words in house.read(page, language).lower()
    assert "The forum was called off." in house.read("/corrections/", EN)
    assert in_order(house.read(announced.pair, EN), "Visits on record", "0", "Last contact", "not on record")


def test_a_story_says_of_its_event_that_it_was_announced_or_called_off(house, announced):
    assert in_order(house.read(announced.story, EN), "Event", "1 March 2020 · announced", "On the record", "Announced")
    assert "已预告" in house.read(announced.story, ZH)

    house.amend(announced.event, state="called-off")

    assert in_order(house.read(announced.story, EN), "1 March 2020 · called off", "On the record", "Called off")
    assert "已取消" in house.read(announced.story, ZH)


def test_an_event_ahead_that_no_delegation_makes_a_stop_may_be_announced(house, pair):
    ahead = house.enter(Event, places=[pair.first], held="2999-05", kinds=["forum"], state="announced", pairs=[pair])
    house.publish(en="A forum far ahead", zh="远期论坛", events=[ahead])

    assert telling({address: house.read(ahead, EN) for address in ["page"]}, "May 2999") == ["page"]
    assert in_order(house.read(pair, EN), "Last contact", "not on record")
