"""Pages of pairs, agreements, people and the register as of another day: what was true then, of what is public now."""

import csv
import io
import json
import re
from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from newsroom.cooperation.models import Agreement, Appearance
from newsroom.people.models import Tenure
from tests import factories
from tests.pages_records.conftest import released, text_of

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 27, 4, tzinfo=UTC)  # on the office's clock, that of Shanghai
TODAY = date(2026, 11, 27)


@pytest.fixture(autouse=True, scope="module")
def at_noon():
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("newsroom.publishing.clock.moment", lambda: NOON)
        yield


@pytest.fixture(scope="module")
def two(at_noon, built_once):
    """Two places with one agreement of each of three times, a relation that began and ended, and visits."""
    home, partner = factories.place("Harbourton", name_zh="海州"), factories.place("Rivermouth", name_zh="河口")
    pair = factories.pair(home, partner)
    signed = {"pairs": (pair,), "kind": "framework"}
    released(factories.agreement(home, partner, title_en="Old", signed="2008-05-01", term="2008-05-01/2013", **signed))
    released(factories.agreement(home, partner, title_en="New", slug="new", signed="2015-05-01", **signed))
    released(factories.stage(pair, "friendly-exchange", reached="2008-05-01"))
    released(factories.stage(pair, "ended", reached="2018-01-31"))
    for day in ("2009-03-02", "2016-03-02"):
        sent = factories.delegation(partner, days=day)
        event = factories.event(pair, delegation=sent, held=day)
        event.places.set([home])
        released(event)
    return pair


@pytest.fixture(scope="module")
def person(at_noon, built_once):
    office = factories.office("Mayor of Rivermouth")
    someone = factories.person("Lin Yue", slug="lin-yue")
    for day, printed in (("2008-05-01", "Deputy Mayor"), ("2012-05-01", "Mayor"), ("2020-05-01", "Governor")):
        event = factories.event(factories.pair(), held=day)
        Appearance.objects.create(event=event, person=someone, parts=["attended"], printed_en=printed)
        released(event)
    Tenure.objects.create(person=someone, office=office, began="2011", ended="2014-06")
    return someone


PAGES = {
    "pair": lambda pair: pair.address_in("en"),
    "agreement": lambda _pair: "/en/agreements/new/",
    "register": lambda _pair: "/en/agreements/",
    "person": lambda _pair: "/en/people/lin-yue/",
}


@pytest.fixture(params=PAGES)
def address(request, two, person):
    return PAGES[request.param](two)


def asked(address: str, on: str) -> str:
    return f"{address}?{urlencode({'on': on})}"


def test_every_such_page_names_its_day_and_asks_for_another(client, address):
    page = text_of(client.get(address))

    assert f'datetime="{TODAY}"' in page
    assert f'name="on" type="date" value="{TODAY}" min="1000-01-01" max="{TODAY}"' in page
    assert "noindex" not in page


def test_a_page_of_another_day_is_for_no_index_and_no_cache(client, address):
    plain, asked_for = client.get(address), client.get(asked(address, "2012-01-01"))
    page = text_of(asked_for)

    assert plain.headers["Cache-Control"] == "public, no-cache"
    assert "X-Robots-Tag" not in plain.headers
    assert asked_for.headers["Cache-Control"] == "no-store"
    assert asked_for.headers["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in page
    assert f'<link rel="canonical" href="http://testserver{address}">' in page
    assert '<time datetime="2012-01-01">1 January 2012</time>' in page


def test_the_switch_of_language_paper_and_large_type_keep_the_day(client, address):
    page = text_of(client.get(asked(address, "2012-01-01")))
    other = address.replace("/en/", "/zh/")

    assert f'href="{other}?on=2012-01-01" lang="zh-Hans"' in page
    assert f'<p class="printed">http://testserver{address}?on=2012-01-01</p>' in page
    assert f'data-foot="http://testserver{address}?on=2012-01-01"' in page
    assert f'href="{address}?on=2012-01-01&amp;type=large"' in page


BAD = ["2012-13-01", "2012-02-30", "0001-01-01", "gossip", "2012-01-01/2013-01-01", "<script>", "9" * 300]
UNREAD = {"en": "No day could be read in the address", "zh": "网址中的日期无法识别"}
AHEAD = {"en": "That day is still ahead", "zh": "这一天尚未到来"}


def test_what_is_no_day_is_said_in_the_readers_language_and_todays_answer_shown(client, address):
    for language, sentence in UNREAD.items():
        response = client.get(asked(address.replace("/en/", f"/{language}/"), "2012"))
        page = text_of(response)

        assert response.status_code == 200
        assert sentence in page
        assert f'value="{TODAY}"' in page
        assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("on", BAD)
def test_nothing_that_is_no_day_fails_or_is_repeated(client, two, on):
    response = client.get(asked(two.address_in("en"), on))

    assert response.status_code == 200
    assert UNREAD["en"] in text_of(response)
    assert on not in text_of(response).partition("<main")[2]


def test_a_day_ahead_is_not_answered(client, address):
    for language, sentence in AHEAD.items():
        there = address.replace("/en/", f"/{language}/")
        assert sentence in text_of(client.get(asked(there, str(TODAY + timedelta(1)))))
        assert sentence not in text_of(client.get(asked(there, str(TODAY))))
        assert sentence not in text_of(client.get(asked(there, "")))


@pytest.mark.parametrize("on", ["2012-01-01", "1 January 2012", "2012年1月1日"])
def test_a_day_may_be_written_as_people_write_it(client, address, on):
    assert '<time datetime="2012-01-01">1 January 2012</time>' in text_of(client.get(asked(address, on)))


def facts(client, pair, on: str) -> dict[str, tuple[str, str]]:
    found = client.get(asked(pair.address_in("en"), on)).context["facts"]
    return {row["term"]: (str(row["fact"]), str(row["note"])) for row in found}


# day → relation, visits, agreements, last contact
TIMES = [
    ("2007-01-01", None, "0", ("0", ""), None),
    ("2008-05-01", ("Friendly exchange", "since 1 May 2008"), "0", ("1", "1 in force"), "1 May 2008"),
    ("2009-03-02", ("Friendly exchange", "since 1 May 2008"), "1", ("1", "1 in force"), "2 March 2009"),
    (
        "2014-01-01",
        ("Friendly exchange", "since 1 May 2008"),
        "1",
        ("1", "the relation stands; no agreement with an end date is in force"),
        "2 March 2009",
    ),
    ("2015-05-01", ("Friendly exchange", "since 1 May 2008"), "1", ("2", "1 with no end stated"), "1 May 2015"),
    ("2018-01-31", ("Ended", "on 31 January 2018"), "2", ("2", "1 with no end stated"), "2 March 2016"),
]


@pytest.mark.parametrize(("on", "relation", "visits", "agreements", "contact"), TIMES)
def test_the_facts_of_a_pair_are_of_the_day(client, two, on, relation, visits, agreements, contact):
    told = facts(client, two, on)

    assert (told.get("Relation"), told["Visits on record"][0], told["Agreements"]) == (relation, visits, agreements)
    assert told.get("Last contact", (None,))[0] == contact


def test_a_pair_shows_the_same_records_whatever_the_day(client, two):
    today, then = (
        client.get(address).context for address in (two.address_in("en"), asked(two.address_in("en"), "2007-01-01"))
    )

    for shown in ("ladder", "plot"):
        assert then[shown] == today[shown]
    assert [len(year["entries"]) for year in then["years"]] == [len(year["entries"]) for year in today["years"]]


def test_no_absence_is_said_of_an_earlier_day(client, two):
    assert client.get(two.address_in("en")).context["gaps"]
    assert client.get(asked(two.address_in("en"), "2012-01-01")).context["gaps"] == []


def test_all_links_through_a_timeline_keep_the_day(client, two, monkeypatch):
    monkeypatch.setattr("newsroom.profiles.pair.parts.PART", 2)
    monkeypatch.setattr("newsroom.profiles.pair.records.PART", 2)

    way = client.get(asked(two.address_in("en"), "2012-01-01") + "&page=2").context["way"]

    links = [way["newer"], way["older"], *(address for _year, address, _here in way["years"])]
    assert links and all("on=2012-01-01" in link for link in links)
    second = text_of(client.get(asked(two.address_in("en"), "2012-01-01") + "&page=2"))
    assert f'<link rel="canonical" href="http://testserver{two.address_in("en")}?page=2">' in second
    assert '<input type="hidden" name="page" value="2">' in second


def test_the_status_of_an_agreement_is_of_the_day(client, two):
    for on, status in (("2015-04-30", "not yet signed"), ("2015-05-01", "no end stated")):
        assert client.get(asked("/en/agreements/new/", on)).context["agreement"]["status"] == status
    assert "尚未签署" in text_of(client.get(asked("/zh/agreements/new/", "2015-04-30")))


def register(client, question: str) -> dict[str, str]:
    rows = client.get(f"/en/agreements/?{question}").context["agreements"]
    return {str(row["title"]): row["status"] for row in rows}


def test_the_register_tells_and_finds_statuses_of_the_day(client, two):
    assert register(client, "on=2010-01-01") == {"New": "not yet signed", "Old": "in force"}
    assert register(client, "on=2010-01-01&status=in-force") == {"Old": "in force"}
    assert register(client, "on=2010-01-01&status=not-yet") == {"New": "not yet signed"}
    assert register(client, "on=2014-01-01&status=in-force") == {}
    assert register(client, "status=expired") == {"Old": "expired"}


def test_the_register_offers_the_statuses_of_the_day(client, two):
    def offered(question: str) -> dict:
        (way,) = [way for way in client.get(f"/en/agreements/?{question}").context["ways"] if way["name"] == "status"]
        return {choice["value"]: choice["count"] for choice in way["menu"]}

    assert offered("") == {"no-end": 1, "expired": 1}
    assert offered("on=2010-01-01") == {"in-force": 1, "not-yet": 1}
    assert "not-yet" in offered("on=2010-01-01&status=in-force")
    assert "not-yet" not in offered("status=expired")


def test_every_link_and_form_of_the_register_keeps_the_day(client, two):
    response = client.get("/en/agreements/?status=in-force&on=2010-01-01")
    page, context = text_of(response), response.context

    assert {chip["without"] for chip in context["chips"]} == {"?on=2010-01-01"}
    offers = [link["address"] for way in context["ways"] for link in way["links"]]
    assert offers and all("on=2010-01-01" in link for link in offers)
    assert page.count('<input type="hidden" name="on" value="2010-01-01">') == 1
    assert '<input type="hidden" name="status" value="in-force">' in page
    assert 'href="/en/agreements.csv?status=in-force&amp;on=2010-01-01"' in page
    assert '<link rel="canonical" href="http://testserver/en/agreements/?status=in-force">' in page


def test_an_untidy_question_is_tidied_with_its_day(client, two):
    response = client.get("/en/agreements/?on=2010-01-01&kind=&status=in-force")

    assert response.headers["Location"] == "/en/agreements/?status=in-force&on=2010-01-01"
    assert response.headers["Cache-Control"] == "no-store"


def test_the_files_of_the_register_are_of_the_day_and_carry_it(client, two):
    response = client.get("/en/agreements.csv?on=2010-01-01")
    rows = list(csv.DictReader(io.StringIO(text_of(response).removeprefix("\ufeff"))))

    assert {row["title_en"]: (row["status"], row["as_of"]) for row in rows} == {
        "New": ("not yet signed", "2010-01-01"),
        "Old": ("in force", "2010-01-01"),
    }
    assert "agreements-2010-01-01.csv" in response.headers["Content-Disposition"]
    assert (response.headers["Cache-Control"], response.headers["X-Robots-Tag"]) == ("no-store", "noindex")
    (row,) = json.loads(text_of(client.get("/en/agreements.json?on=2010-01-01&status=in-force")))
    assert (row["status"], row["as_of"]) == ("in force", "2010-01-01")
    assert "agreements.csv" in client.get("/en/agreements.csv").headers["Content-Disposition"]


def test_a_file_of_a_day_that_cannot_be_told_is_that_of_today_and_says_so(client, two):
    rows = json.loads(text_of(client.get("/en/agreements.json?on=2999-01-01")))

    assert {row["as_of"] for row in rows} == {str(TODAY)}


# day → held, perhaps held, printed that day, last before, first after
OFFICES = [
    ("2007-01-01", [], [], [], [], ["Deputy Mayor"]),
    ("2008-05-01", [], [], ["Deputy Mayor"], [], ["Mayor"]),
    ("2011-06-15", [], ["Mayor of Rivermouth"], [], ["Deputy Mayor"], ["Mayor"]),
    ("2011-12-31", ["Mayor of Rivermouth"], [], [], ["Deputy Mayor"], ["Mayor"]),
    ("2012-05-01", ["Mayor of Rivermouth"], [], ["Mayor"], ["Deputy Mayor"], ["Governor"]),
    ("2014-06-01", ["Mayor of Rivermouth"], [], [], ["Mayor"], ["Governor"]),
    ("2014-06-02", [], ["Mayor of Rivermouth"], [], ["Mayor"], ["Governor"]),
    ("2014-07-01", [], [], [], ["Mayor"], ["Governor"]),
    ("2021-01-01", [], [], [], ["Governor"], []),
]


@pytest.mark.parametrize(("on", "held", "open_", "that_day", "before", "after"), OFFICES)
def test_an_office_is_held_only_inside_a_recorded_term(client, person, on, held, open_, that_day, before, after):
    then = client.get(asked("/en/people/lin-yue/", on)).context["then"]

    assert [str(row["office"]) for row in then["held"]] == held
    assert [str(row["office"]) for row in then["open"]] == open_
    told = {name: [str(row["offices"]) for row in then[name]] for name in ("that_day", "before", "after")}
    assert told == {"that_day": that_day, "before": before, "after": after}


def test_a_term_without_a_recorded_end_is_not_held_for_ever(client, person):
    term = Tenure.objects.get()
    term.ended = None
    term.save()

    assert client.get(asked("/en/people/lin-yue/", "2013-01-01")).context["then"]["held"] == []
    page = text_of(client.get(asked("/en/people/lin-yue/", "2013-01-01")))
    assert "Whether it was held is not on record" in page
    assert "是否在任未见记载" in text_of(client.get(asked("/zh/people/lin-yue/", "2013-01-01")))


@pytest.mark.parametrize("on", ["2010-01-01", "2016-01-01", ""])
def test_a_hidden_record_stays_hidden_whatever_the_day(client, two, on):
    home, partner = two.first, two.second
    old = Agreement.objects.get(title_en="Old")
    hush = {"pairs": (two,), "title_en": "Hush", "slug": "hush", "signed": "2009-05-01"}
    factories.agreement(home, partner, follows=old, following="replaces", **hush)
    factories.stage(two, "ended", reached="2009-06-01")
    pages = [two.address_in("en"), "/en/agreements/", "/en/agreements.csv", f"{old.address_in('en')}"]

    told = [text_of(client.get(asked(page, on))) for page in pages]

    assert not any("Hush" in page for page in told)
    assert client.get(asked("/en/agreements/hush/", on)).status_code == 404
    if on == "2010-01-01":
        assert facts(client, two, on)["Relation"][0] == "Friendly exchange"
        assert register(client, "on=2010-01-01")["Old"] == "in force"


@pytest.mark.parametrize("kind", ["institution", "event", "place", "front", "pairs"])
def test_a_page_that_prints_a_status_or_relation_names_its_day(client, two, kind):
    agreement = Agreement.objects.get(title_en="New")
    body = factories.institution("Harbourton Port", place=two.first)
    agreement.parties.create(institution=body, order=5)
    event = two.events.order_by("pk").last()
    Agreement.objects.filter(pk=agreement.pk).update(event=event)
    page = {
        "institution": body.address_in("en"),
        "event": event.address_in("en"),
        "place": two.first.address_in("en"),
        "front": "/en/",
        "pairs": "/en/pairs/",
    }[kind]
    for language in ("en", "zh"):
        assert f'<time datetime="{TODAY}">' in text_of(client.get(page.replace("/en/", f"/{language}/"))), language


MAIN, LINKED = re.compile(r"(?s)<main.*</main>"), re.compile(r'<a\b[^>]*?\shref="(/[^"]*)"')
ANSWERING = re.compile(r"/en/(pairs/[^/]+/|agreements/|agreements/[^/]+/|agreements\.\w+|people/[^/]+/)$")


@pytest.fixture
def linked(two, person):
    """The two, with links to a signatory, a member of a bundle, a story, an institution."""
    new = Agreement.objects.get(slug="new")
    Agreement.objects.filter(pk=new.pk).update(follows=Agreement.objects.get(title_en="Old"), following="carries-out")
    new.parties.filter(place=two.first).update(signatory=person)
    released(
        factories.agreement(
            factories.institution(), two.second, pairs=(two,), slug="of-a-body", signed="2011", part_of=new
        )
    )
    factories.published(factories.article(slug="told", agreements=[new], pairs=[two]), "en")
    return two


def test_links_to_pages_that_answer_for_a_day_carry_it_and_all_others_do_not(client, linked, address):
    page = text_of(client.get(asked(address, "2017-01-01")))
    links = {link.replace("&amp;", "&") for link in LINKED.findall(MAIN.search(page)[0])}
    carried = {link for link in links if parse_qs(urlsplit(link).query).get("on") == ["2017-01-01"]}

    assert carried == {link for link in links if ANSWERING.match(urlsplit(link).path)} != set()
    assert all(client.get(link).status_code == 200 for link in carried)
    assert 'href="/en/agreements/"' in page.partition("<main")[0]
    assert not [link for link in LINKED.findall(text_of(client.get(address))) if "on=" in link]
