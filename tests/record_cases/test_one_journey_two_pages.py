"""One trip that a send-off page and a return page tell of: one delegation, several events, several stories.

The journeys are those of a Ningbo delegation to Romania in November 2018 and of one to Waitakere in September 2008.
"""

import pytest
from django.utils import timezone

from newsroom.cooperation.models import Agreement, Delegation, Event
from newsroom.languages import EN, LANGUAGES, ZH
from newsroom.masthead.models import SiteSettings
from newsroom.places.models import Pair
from newsroom.publishing import clock
from newsroom.sources.models import Source
from tests.record_cases.house import telling
from tests.records.reading import in_order

pytestmark = pytest.mark.django_db

STOPS = [
    ("布拉索夫", "Brasov", "2018-11-27", "11月27日"),
    ("克卢日纳波卡", "Cluj-Napoca", "2018-11-28", "28日"),
    ("布加勒斯特", "Bucharest", "2018年11月29日上午", "29日上午"),
]


@pytest.fixture(scope="module")
def ningbo(house):
    return house.city("宁波", "Ningbo", country="CN")


@pytest.fixture(scope="module")
def company(house, ningbo):
    """The delegation to Romania, as the send-off page tells of it."""
    head, member = house.person("郑栅洁", "Zheng Shanjie"), house.person("施惠芳", "Shi Huifang")
    printed = {"printed_zh": "省委副书记、市委书记"}
    travellers = [{"person": head, "role": "head", **printed}, {"person": member, "role": "member"}]
    page = house.enter(Source, kind="press", outlet_zh="宁波日报", title_zh="代表团启程", published="2018-11-21")
    return house.enter(
        Delegation,
        kind="government",
        days="2018-11-21/",
        rows={"senders": [{"place": ningbo}], "appearances": travellers, "citations": [{"source": page}]},
    )


@pytest.fixture(scope="module")
def stops(house, company):
    mayor = house.person("博克", "Emil Boc")
    hosts = {"Cluj-Napoca": [{"person": mayor, "parts": ["attended", "hosted"], "printed_zh": "克卢日纳波卡市市长"}]}
    return {
        en: house.enter(
            Event,
            places=[house.city(zh, en, country="RO")],
            held=held,
            held_inferred=True,
            held_words=words,
            rows={"stops": [{"delegation": company}], "appearances": hosts.get(en, [])},
        )
        for zh, en, held, words in STOPS
    }


@pytest.fixture(scope="module")
def memorandum(house, ningbo, stops):
    cluj, mayor = stops["Cluj-Napoca"].places.get(), stops["Cluj-Napoca"].appearances.get().person
    secretary = stops["Cluj-Napoca"].received()[0].appearances.get(role="head").person
    return house.enter(
        Agreement,
        title_zh="进一步加强两市友好交流合作的备忘录",
        kind="memorandum",
        event=stops["Cluj-Napoca"],
        signed="2018-11-28",
        rows={"parties": [{"place": ningbo, "signatory": secretary}, {"place": cluj, "signatory": mayor}]},
    )


@pytest.fixture(scope="module")
def send_off(house, ningbo, company):
    """The departure is an occasion of its own, with a story of its own."""
    leaving = house.enter(
        Event,
        places=[ningbo],
        held="2018-11-21",
        rows={"stops": [{"delegation": company}]},
        name_zh="启程",
        name_en="Departure",
    )
    return house.publish(zh="郑栅洁率团启程", en="A delegation leaves", events=[leaving], year=2018)


def test_until_the_return_page_is_approved_nothing_tells_of_the_stops(house, send_off, stops, memorandum):
    hidden = (
        "Cluj",
        "克卢日",
        "Brasov",
        "布拉索夫",
        "Bucharest",
        "布加勒斯特",
        "友好交流合作的备忘录",
        "Emil Boc",
        "博克",
    )
    delegation = Delegation.objects.get()

    assert telling(house.everything(search=("Cluj", "博克")), *hidden) == [
        "/zh/search/?q=Cluj", "/zh/search/?q=博克", "/en/search/?q=Cluj", "/en/search/?q=博克"
    ]  # fmt: skip
    for language in LANGUAGES:
        for page in (delegation, send_off):
            assert not [word for word in hidden if word in house.read(page, language)]
        assert "Nothing was found" in house.found("Cluj") and "Nothing was found" in house.found("博克")
    for record in (*stops.values(), memorandum, *Pair.objects.all()):
        assert house.status(record) == 404


@pytest.fixture(scope="module")
def back(house, send_off, stops, memorandum):
    reported = {"events": list(stops.values()), "agreements": [memorandum]}
    return house.publish(zh="两市签署备忘录", en="A memorandum is signed", year=2018, **reported)


def test_the_return_page_brings_every_stop_in_order_with_what_was_signed(house, send_off, stops, memorandum, back):
    delegation = Delegation.objects.get()
    for language, names in ((ZH, [zh for zh, *_ in STOPS]), (EN, [en for _, en, *_ in STOPS])):
        page = house.read(delegation, language)
        assert in_order(page, *names) and {ZH: "启程", EN: "Departure"}[language] in page
        card = house.read(back, language)
        assert in_order(card, *names) and memorandum.title_zh in card
        for record in (back, *stops.values()):
            assert {ZH: "郑栅洁", EN: "Zheng Shanjie"}[language] in house.read(record, language)
        signing = house.read(memorandum, language)
        assert {ZH: "博克", EN: "Emil Boc"}[language] in signing and {ZH: "郑栅洁", EN: "Zheng Shanjie"}[
            language
        ] in signing
        pair = Pair.objects.get(agreements=memorandum)
        assert memorandum.title_zh in house.read(pair, language)
    assert (Delegation.objects.count(), Event.objects.count()) == (1, 4)


def test_both_stories_lead_to_one_delegation_and_it_to_both(house, send_off, stops, memorandum, back):
    delegation = Delegation.objects.get()
    for language in LANGUAGES:
        page = house.reader.get(delegation.address_in(language)).text
        for article in (send_off, back):
            assert article.address_in(language) in page
            assert delegation.address_in(language) in house.reader.get(article.address_in(language)).text


def test_the_editions_print_different_offices_and_state_different_facts(house, ningbo):
    """Of three offices the Chinese page prints all, the English one prints one; each says something of its own."""
    head = house.person("巴音朝鲁", "Bayin Chaolu", other_names="Bayanqolu\nMr Chaolu")
    printed = {"printed_zh": "省委常委、宁波市委书记、市人大常委会主任"}
    printed["printed_en"] = "Chairman of the Standing Committee of Ningbo People’s Congress"
    page = house.enter(Source, title_zh="代表团出访", outlet_zh="中国宁波网", published="2008-09-09")
    delegation = house.enter(
        Delegation,
        size="12",
        rows={
            "senders": [{"place": ningbo}],
            "appearances": [{"person": head, "role": "head", **printed}],
            "citations": [{"source": page, "says_zh": "一行15人", "says_en": "15 people"}],
        },
    )
    waitakere = house.city("怀特克里", "Waitakere", country="NZ")
    event = house.enter(Event, places=[waitakere], held="2008-09-18", rows={"stops": [{"delegation": delegation}]})
    story = house.publish(
        zh="代表团访问怀特克里",
        body_zh="双方签署贸易协议。",
        en="Waitakere and Ningbo sign trade agreement",
        body_en="It is called the first of its kind.",
        events=[event],
    )

    for shown in (story, event, delegation, head):
        chinese, english = house.read(shown, ZH), house.read(shown, EN)
        assert printed["printed_zh"] in chinese and printed["printed_en"] not in chinese
        assert printed["printed_en"] in english and printed["printed_zh"] not in english
    assert "双方签署贸易协议。" in house.read(story, ZH) and "first of its kind" in house.read(story, EN)
    assert "12人" in house.read(delegation, ZH) and "一行15人" in house.read(delegation, ZH)
    assert "12 people" in house.read(delegation, EN) and "15 people" in house.read(delegation, EN)


@pytest.fixture(scope="module")
def ahead(house, company, ningbo):
    """A stop far ahead that a story already reports."""
    far = house.city("遥港", "Farport", country="NZ")
    stop = house.enter(
        Event,
        places=[far],
        held="2999-03-04",
        state="announced",
        rows={"stops": [{"delegation": company}]},
        name_en="Farport talks",
    )
    leaving = house.enter(
        Event, places=[ningbo], held="2018-11-21", rows={"stops": [{"delegation": company}]}, name_en="Departure"
    )
    story = house.publish(zh="启程", en="They leave", events=[leaving, stop], year=2018)
    return stop, story


def test_a_stop_ahead_is_shown_nowhere_even_if_a_story_reports_it(house, ahead):
    stop, story = ahead
    told = ("Farport", "遥港", "2999")

    assert [where for where in telling(house.everything(search=("Farport",)), *told) if "q=" not in where] == []
    assert "Nothing was found" in house.found("Farport")
    for language in LANGUAGES:
        for page in (story, stop.received()[0], stop.received()[0].appearances.first().person):
            assert not [word for word in told if word in house.read(page, language)]
        assert house.status(stop, language) == house.status(stop.places.get(), language) == 404


def test_a_stop_ahead_is_shown_from_the_day_on_which_it_begins(house, ahead):
    stop = Event.objects.get(pk=ahead[0].pk)

    with timezone.override(SiteSettings.current().zone):
        assert stop.public_from == clock.start_of(stop.held_earliest)


def test_a_stop_whose_day_was_put_right_is_shown_from_that_day(house, ahead):
    stop = house.amend(ahead[0], held="2018-11-30", state="took-place")

    assert stop.is_public(clock.moment())
    for language, name in ((EN, "Farport"), (ZH, "遥港")):
        assert name in house.read(stop.received()[0], language)
