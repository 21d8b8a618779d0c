"""The demonstration is entered as an editor would enter it, once, and what was changed since stays."""

import pytest

from newsroom.articles.models import Article, Edition, Version
from newsroom.cooperation.models import Agreement, Appearance, Delegation, Event, Stage
from newsroom.demo.load import load
from newsroom.languages import EN, LANGUAGES, ZH
from newsroom.masthead.models import SiteSettings
from newsroom.people.models import Institution, Office, Person
from newsroom.places.models import Pair, Place
from newsroom.publishing import clock
from newsroom.publishing.models import Act
from newsroom.sources.models import Source
from newsroom.terms.models import Term
from newsroom.website.models import Page
from tests import factories

pytestmark = pytest.mark.django_db

FIRST = "ningbo-ganzhou-framework-agreement"
DRAFT = "ningbo-irkutsk-sister-cities"
COUNTED = [Agreement, Appearance, Article, Delegation, Edition, Event, Institution, Office, Page, Pair, Person]
COUNTED += [Place, Source, Stage, Term, Version, Act]


@pytest.fixture
def loaded():
    factories.user("editor")
    factories.user("publisher")
    return load()


def test_the_demonstration_holds_one_public_story_and_one_draft(loaded):
    assert [article.slug for article in loaded] == [FIRST, DRAFT]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_story_is_public_in_both_languages(loaded, language):
    version = Version.objects.get(edition__article__slug=FIRST, edition__language=language)
    assert version.is_public(clock.moment())
    assert version.public_from.isoformat() == "2019-08-19T09:18:20+00:00"


def test_the_first_story_was_approved_by_somebody_who_did_not_write_it(loaded):
    for version in Version.objects.filter(edition__article__slug=FIRST):
        assert (version.submitted_by.username, version.approved_by.username) == ("editor", "publisher")


def test_the_first_story_brings_its_records_to_readers(loaded):
    now = clock.moment()
    assert [str(event.held) for event in Event.objects.public(now)] == ["2019-08-18pm"]
    assert Agreement.objects.public(now).count() == 2
    assert [pair.slug for pair in Pair.objects.public(now)] == ["ningbo-ganzhou"]
    assert Person.objects.public(now).count() == 15


def test_nothing_of_the_draft_is_public(loaded):
    now = clock.moment()
    assert not Version.objects.get(edition__article__slug=DRAFT).is_approved(now)
    assert not Stage.objects.approved(now).exists()
    assert not Place.objects.public(now).filter(slug="irkutsk").exists()
    assert not Person.objects.public(now).filter(slug__in=["tang-feifan", "ruslan-bolotov"]).exists()


def test_those_who_travelled_stand_in_the_order_of_precedence_heads_first(loaded):
    company = Appearance.objects.filter(delegation__slug="2019-08-18-ganzhou-ningbo").select_related("person")
    assert [row.role for row in company] == ["head"] * 2 + ["member"] * 7
    assert [row.person.name_en for row in company][:3] == ["Li Bingjun", "Zeng Wenming", "Li Mingsheng"]


def test_four_leaders_held_two_offices_each_on_that_day(loaded):
    event = Event.objects.get(slug="2019-08-18-ningbo-meeting")
    leaders = Appearance.objects.exclude(printed_en="").select_related("person")
    held = {row.person.name_en: [office.name_zh for office in row.offices.order_by("pk")] for row in leaders}
    assert held["Zheng Shanjie"] == ["浙江省委副书记", "宁波市委书记"]
    assert held["Zeng Wenming"] == ["赣州市委副书记", "赣州市市长"]
    assert {len(offices) for offices in held.values()} == {2}
    assert event.appearances.count() == 6


def test_a_person_whose_characters_are_not_known_keeps_the_latin_name_in_both_languages(loaded):
    name = Person.objects.get(slug="lan-yun").name_in(ZH)
    assert (name, name.lang) == ("Lan Yun", "en")


def test_no_signatory_is_named_where_none_was_printed(loaded):
    for agreement in Article.objects.get(slug=FIRST).agreements.all():
        assert [party.signatory for party in agreement.parties.all()] == [None, None]


def test_every_record_of_a_story_cites_its_source(loaded):
    url = "http://www.nbyz.gov.cn/art/2019/8/19/art_131303_9270523.html"
    article = Article.objects.get(slug=FIRST)
    cited = [article, *article.events.all(), *article.agreements.all(), Delegation.objects.first()]
    for record in cited:
        assert [citation.source.url_in(EN) for citation in record.citations.all()] == [url]


def test_a_second_load_adds_nothing(loaded):
    before = [model.objects.count() for model in COUNTED]
    assert load() == []
    assert [model.objects.count() for model in COUNTED] == before


def test_a_second_load_leaves_what_was_changed(loaded):
    Place.objects.filter(slug="ganzhou").update(name_en="Kanchow")
    Term.objects.filter(name_zh="意向书").delete()
    Article.objects.filter(slug=DRAFT).update(slug="another-address")
    Version.objects.filter(edition__article__slug="another-address").update(headline="改过的标题")
    SiteSettings.objects.update(name_en="Our own name")
    Page.objects.filter(slug="about").update(title_en="Who we are")

    assert load() == []

    assert Place.objects.get(slug="ganzhou").name_en == "Kanchow"
    assert not Term.objects.filter(name_zh="意向书").exists()
    assert Version.objects.get(edition__article__slug="another-address").headline == "改过的标题"
    assert SiteSettings.current().name_en == "Our own name"
    assert Page.objects.get(slug="about").title_en == "Who we are"


def test_a_record_that_is_there_already_is_used_as_it_is():
    factories.user("editor")
    factories.user("publisher")
    factories.person("Zheng Shanjie", slug="zheng-shanjie", honorific_en="Dr")
    load()
    assert Person.objects.get(slug="zheng-shanjie").honorific_en == "Dr"
    assert Person.objects.filter(name_en="Zheng Shanjie").count() == 1
