"""The demonstration is entered as an editor would enter it, once, and what was changed since stays."""

import re
from datetime import date, timedelta

import pytest

from newsroom.articles.models import Article, Edition, Version
from newsroom.cooperation.models import Agreement, Appearance, Delegation, Event, Stage
from newsroom.dates import Day
from newsroom.demo import reading
from newsroom.demo.afterwards import correct
from newsroom.demo.load import load
from newsroom.languages import EN, LANGUAGES, ZH
from newsroom.masthead import house_style
from newsroom.masthead.models import SiteSettings
from newsroom.people.models import Institution, Office, Person
from newsroom.places.models import Pair, Place
from newsroom.publishing import clock
from newsroom.publishing.amending.amendments import waiting_for
from newsroom.publishing.models import Amendment, LogEntry
from newsroom.sources.models import Source
from newsroom.terms.models import Term
from newsroom.website.models import Page
from tests import factories
from tests.machines.conftest import reached
from tests.machines.test_languages_of_pages import one_sided
from tests.machines.test_values import said
from tests.pages_records.test_demonstration_day import text_of
from tests.photos import sent

pytestmark = pytest.mark.django_db

FIRST = "ningbo-ganzhou-framework-agreement"
COUNTED = [Agreement, Appearance, Article, Delegation, Edition, Event, Institution, Office, Page, Pair, Person]
COUNTED += [Place, Source, Stage, Term, Version, LogEntry, Amendment]


def plain(kind: str, _language: str, **_facts) -> bytes:
    """Hand in a plain picture, which is sooner developed, large where one of its kind is for sharing.

    That each is drawn from what stands in its file is tried in `test_demo_pictures`.
    """
    return sent.picture("PNG", size=(1200, 800) if kind == "years" else sent.SIZE)


def load_with_plain_pictures():
    """Load the demonstration as its command does, with pictures that are sooner developed; return what `load` does."""
    factories.user("editor")
    factories.user("publisher")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("newsroom.demo.pictures.drawn", plain)
        return load()


@pytest.fixture(scope="module", autouse=True)
def loaded(built_once):
    return load_with_plain_pictures()


def versions_of(slug: str) -> list[Version]:
    return list(Version.objects.filter(edition__article__slug=slug).order_by("edition__language", "number"))


def test_every_story_file_became_a_story(loaded):
    assert [article.slug for article in loaded] == [story["slug"] for story in reading.stories()]


def test_every_story_that_is_no_draft_is_public_unless_it_waits_or_was_withdrawn():
    now = clock.moment()
    public = set(Article.objects.public(now).values_list("slug", flat=True))
    meant = {
        story["slug"]
        for story in reading.stories()
        if story["state"] == "public" and story["public_from"] <= now and "withdrawn" not in story
    }
    assert public == meant


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_story_is_public_in_both_languages_since_the_moment_of_its_page(language):
    version = Version.objects.get(edition__article__slug=FIRST, edition__language=language)
    assert version.is_public(clock.moment())
    assert version.public_from.isoformat() == "2019-08-19T09:18:20+00:00"


def test_no_story_was_approved_by_somebody_who_wrote_it():
    approved = Version.objects.exclude(approved_by=None).select_related("submitted_by", "approved_by")
    assert {(version.submitted_by.username, version.approved_by.username) for version in approved} == {
        ("editor", "publisher")
    }


def test_nothing_that_a_draft_alone_tells_is_public():
    now = clock.moment()
    for story in reading.stories():
        if story["state"] == "draft":
            slugs = [row["slug"] for row in story["events"]]
            assert Event.objects.filter(slug__in=slugs).exists()
            assert not Event.objects.approved(now).filter(slug__in=slugs).exists()


def test_those_who_travelled_stand_in_the_order_of_precedence_heads_first():
    company = Appearance.objects.filter(delegation__slug="2019-08-18-ganzhou-ningbo").select_related("person")
    assert [row.role for row in company] == ["head"] * 2 + ["member"] * 7
    assert [row.person.name_en for row in company][:3] == ["Li Bingjun", "Zeng Wenming", "Li Mingsheng"]


def test_four_leaders_held_two_offices_each_on_that_day():
    event = Event.objects.get(slug="2019-08-18-ningbo-meeting")
    people = event.appearances.all() | Appearance.objects.filter(delegation__stops__event=event)
    leaders = people.exclude(printed_en="").select_related("person")
    held = {row.person.name_en: {office.name_zh for office in row.offices.all()} for row in leaders}
    assert held["Zheng Shanjie"] == {"浙江省委副书记", "宁波市委书记"}
    assert held["Zeng Wenming"] == {"赣州市委副书记", "赣州市市长"}
    assert {len(offices) for offices in held.values()} == {2}
    assert event.appearances.count() == 6


def test_offices_are_printed_as_they_are_called_where_the_story_says_nothing_else():
    row = Appearance.objects.get(person__slug="li-bingjun")
    assert row.printed_zh == "江西省委副书记、赣州市委书记"
    assert (
        row.printed_en
        == "Deputy Secretary, CPC Jiangxi Provincial Committee; Secretary, CPC Ganzhou Municipal Committee"
    )


def test_a_person_whose_characters_are_not_known_keeps_the_latin_name_in_both_languages():
    name = Person.objects.get(slug="lan-yun").name_in(ZH)
    assert (name, name.lang) == ("Lan Yun", "en")


def test_no_signatory_is_named_where_none_was_printed():
    for agreement in Article.objects.get(slug=FIRST).agreements.all():
        assert [party.signatory for party in agreement.parties.all()] == [None, None]


def test_every_record_of_a_story_cites_its_source():
    url = "http://www.nbyz.gov.cn/art/2019/8/19/art_131303_9270523.html"
    article = Article.objects.get(slug=FIRST)
    delegation = Delegation.objects.get(slug="2019-08-18-ganzhou-ningbo")
    for record in [article, *article.events.all(), *article.agreements.all(), delegation]:
        assert [citation.source.url_in(EN) for citation in record.citations.all()] == [url]


def test_the_demonstration_is_a_working_newsroom_of_twenty_years():
    now = clock.moment()
    public = Article.objects.public(now)
    assert public.count() >= 25
    assert {2005, 2025} <= set(public.values_list("year", flat=True))
    assert Pair.objects.public(now).count() >= 12


def test_one_story_shows_its_own_picture_where_it_is_shared_and_another_a_drawn_one(client):
    chosen = Article.objects.filter(shown__for_sharing=True).distinct().get()
    drawn = Article.objects.get(slug=FIRST)
    assert re.search(r'"og:image" content="[^"]*/share-50-49/1200\.jpg"', client.get(chosen.address_in(EN)).text)
    assert f'"og:image" content="http://testserver/og/en/{drawn.pk}.png"' in client.get(drawn.address_in(EN)).text


def test_one_journey_is_told_by_two_stories():
    stops = Delegation.objects.get(slug="2018-11-21-ningbo-europe").events.all()
    assert {stop.state for stop in stops} == {"announced", "took-place"}
    assert stops.count() == 5
    told = Article.objects.filter(events__in=stops).distinct().values_list("slug", flat=True)
    assert set(told) == {"ningbo-delegation-leaves-for-three-countries", "ningbo-cluj-napoca-memorandum"}


def test_an_event_cites_the_page_of_every_story_that_reports_it():
    event = Event.objects.get(slug="2018-11-28-cluj-napoca-signing")
    assert event.citations.count() == 2


def test_a_pair_goes_on_in_the_city_that_took_its_city_over():
    pair = Pair.objects.get(slug="ningbo-auckland")
    assert pair.continues.slug == "ningbo-waitakere"
    assert [place.slug for place in Place.objects.get(slug="waitakere").successors.all()] == ["auckland"]


def test_what_became_of_a_pair_without_an_agreement_is_public_with_its_story():
    stage = Stage.objects.get(pair__slug="ningbo-auckland")
    assert Stage.objects.get(pair=stage.pair.continues, kind="taken-over").reached == stage.reached
    assert stage.agreement is None
    assert stage.is_public(clock.moment())


def test_two_wilmingtons_are_two():
    assert Place.objects.filter(name_en="Wilmington").count() == 2
    assert Pair.objects.filter(slug__contains="wilmington").count() == 1


def test_twenty_two_agreements_are_one_record_and_one_of_them_is_named():
    bundle = Agreement.objects.get(count=22)
    assert [part.slug for part in bundle.parts.all()] == ["ningbo-varna-education-agreement"]


def test_a_plan_is_renewed():
    plan = Agreement.objects.get(slug="ningbo-nottingham-five-year-plan-2021")
    assert (plan.following, plan.follows.slug) == ("renews", "nottingham-ningbo-five-year-plan-2016")


def test_somebody_is_printed_with_the_office_of_the_day():
    rows = Appearance.objects.filter(person__slug="liu-qi").order_by("pk")
    assert [row.printed_zh for row in rows] == [
        "宁波市委副书记、宁波市市长",
        "宁波市委副书记、市长",
        "浙江省委常委、宁波市委书记",
    ]


def test_two_people_bear_one_name():
    assert Person.objects.filter(name_zh="王勇").count() == 2


def test_somebody_whose_name_is_not_known_appears_by_the_office():
    greeting = Event.objects.get(slug="2021-02-rouen-greeting")
    assert [(row.person, row.printed_zh) for row in greeting.appearances.all()] == [(None, "鲁昂市市长")]


def test_a_corrected_story_keeps_its_mistake_in_its_history():
    first, second = versions_of("zhejiang-and-jilin-meet-in-ningbo")
    assert "Qi Dongyao" in first.body
    assert "Qi Dongyao" not in second.body
    assert second.change_note.startswith("The name of Qiu Dongyao has been corrected.")
    assert second.is_public(clock.moment())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_of_the_list_finds_a_correction_of_words_and_what_was_withdrawn(client, language):
    article = Article.objects.get(slug="ningbo-daegu-ten-years")
    first, second = article.editions.get(language=language).versions.order_by("number")
    words = {EN: ("have been sister cities", "have been partners"), ZH: ("结为友好城市", "建立友好交流关系")}
    old, new = words[language]
    prefix, withdrawn = {EN: ("en", "withdrawn"), ZH: ("zh", "撤下")}[language]
    assert old in first.body and old not in second.body
    assert new in second.body and new not in first.body

    listed = client.get(f"/{prefix}/news/?year=2012").text.partition("<main")[2].partition("</main")[0]
    row = listed.partition(article.address_in(language))[2].partition("</li>")[0]
    assert {EN: "Corrected", ZH: "已更正"}[language] in row
    assert f'href="/{prefix}/corrections/"' in listed
    for page in (f"/{prefix}/corrections/", article.address_in(language)):
        assert withdrawn in client.get(page).text
    assert f"{article.address_in(language)}#corrections" in client.get(f"/{prefix}/about/").text


def test_what_was_corrected_or_withdrawn_at_loading_is_told_as_of_the_day_of_the_demonstration(client):
    loaded_on, day = clock.day_of(clock.moment()), reading.site()["settings"]["as_of"]
    assert day < loaded_on
    address = Article.objects.get(slug="ningbo-daegu-ten-years").address_in(EN)

    dated = re.findall(r"(Updated|Corrections)\s*2 July 2025\s", text_of(client.get(address)))
    assert dated == ["Updated", "Corrections"]
    assert said(client, address, "NewsArticle")["dateModified"] == f"{day}"
    assert [one["datePublished"] for one in said(client, address, "NewsArticle")["correction"]] == [f"{day}"]
    withdrawn = client.get(Article.objects.get(slug="ningbo-delegation-in-daegu").address_in(EN))
    assert (withdrawn.status_code, "Withdrawn on 2 July 2025." in text_of(withdrawn)) == (410, True)
    part = client.get("/sitemaps/stories-1.xml").text.partition(f"<loc>http://testserver{address}</loc>")[2]
    assert part.startswith(f"<lastmod>{day}T00:00:00+08:00</lastmod>")
    listed = ("/en/news/?year=2012", "/en/corrections/", "/en/feed/", "/zh/feed/", "/en/pairs/ningbo-daegu/feed/")
    for page in (*(client.get(one).text for one in listed), withdrawn.text):
        assert not any(words in page for words in (f"{loaded_on}", Day.on(loaded_on).printed(EN)))


def test_the_log_keeps_the_moment_at_which_the_demonstration_was_corrected_and_withdrawn():
    loaded_since = min(LogEntry.objects.values_list("at", flat=True))
    assert clock.moment() - loaded_since < timedelta(days=1)
    corrected = versions_of("ningbo-daegu-ten-years")[1]
    assert loaded_since <= corrected.approved_at and corrected.public_from < corrected.approved_at


@pytest.mark.parametrize(
    ("as_of", "since"),
    [
        (None, lambda first, corrected: corrected.approved_at),
        (date(2020, 1, 2), lambda first, corrected: clock.start_of(date(2020, 1, 2))),
        (date(2005, 1, 1), lambda first, corrected: first.public_from),  # never before the words that it corrects
    ],
)
def test_a_correction_is_dated_where_the_site_is_a_demonstration_and_after_what_it_corrects(as_of, since):
    article, story = Article.objects.get(slug=FIRST), next(one for one in reading.stories() if one["slug"] == FIRST)
    words = {EN: story["article"]["editions"][EN] | {"headline": "Better"}}
    told = {"corrected": {EN: {"note": "Corrected."}}, "article": {"editions": words}}
    with house_style.apart():
        house_style.follow(SiteSettings(pk=1, as_of=as_of))
        correct(article, told, editor=factories.user("editor"), publisher=factories.user("publisher"))
        first, corrected = article.editions.get(language=EN).versions.order_by("number")
        assert corrected.public_from == since(first, corrected) == first.public_until
    assert corrected.is_public(clock.moment())


def test_a_withdrawn_story_leaves_its_event_to_the_story_that_it_repeated():
    edition = Edition.objects.get(article__slug="ningbo-delegation-in-daegu")
    assert edition.withdrawal_reason.startswith("This page repeated our report")
    assert Event.objects.get(slug="2012-07-19-daegu-anniversary").is_public(clock.moment())


def test_one_amendment_waits():
    plan = Agreement.objects.get(slug="nottingham-ningbo-five-year-plan-2016")
    assert Amendment.objects.get() == waiting_for(plan)
    assert str(plan.term) == "2016/2020"


def test_one_story_waits_far_ahead():
    waiting = Version.objects.waiting(clock.moment())
    assert {version.edition.article.slug for version in waiting} == {"forty-years-of-ningbo-and-wilmington"}


def test_a_second_load_adds_nothing():
    before = [model.objects.count() for model in COUNTED]
    assert load() == []
    assert [model.objects.count() for model in COUNTED] == before


def test_a_second_load_leaves_what_was_changed():
    Place.objects.filter(slug="ganzhou").update(name_en="Kanchow")
    Term.objects.filter(name_zh="意向书").delete()
    Article.objects.filter(slug=FIRST).update(slug="another-address")
    Version.objects.filter(edition__article__slug="another-address").update(byline="我们的编辑")
    SiteSettings.objects.update(name_en="Our own name")
    Page.objects.filter(slug="about").update(title_en="Who we are")

    assert load() == []

    assert Place.objects.get(slug="ganzhou").name_en == "Kanchow"
    assert not Term.objects.filter(name_zh="意向书").exists()
    assert {version.byline for version in versions_of("another-address")} == {"我们的编辑"}
    assert SiteSettings.current().name_en == "Our own name"
    assert Page.objects.get(slug="about").title_en == "Who we are"


def test_a_record_that_is_there_already_is_used_as_it_is():
    Article.objects.filter(slug=FIRST).delete()
    Person.objects.filter(slug="zheng-shanjie").update(honorific_en="Dr")

    assert [article.slug for article in load()] == [FIRST]

    assert Person.objects.get(slug="zheng-shanjie").honorific_en == "Dr"
    assert Person.objects.filter(name_en="Zheng Shanjie").count() == 1


@pytest.mark.long
def test_every_page_of_it_and_its_other_languages_name_each_other(client):
    assert not list(one_sided(reached(client), client))
