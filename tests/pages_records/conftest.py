"""One visit, complete and public: fictional places, people and texts."""

from copy import deepcopy
from datetime import timedelta
from types import SimpleNamespace

import pytest

from newsroom.articles import deeds
from newsroom.cooperation.models import Appearance, Field, Party
from newsroom.languages import EN, ZH
from newsroom.masthead.models import SiteSettings
from newsroom.publishing import clock, release
from tests import factories


def released(record):
    """Let readers see a record without a story."""
    release.release(record, by=factories.user("publisher"))
    return record


def withdrawn(story):
    """Take a story and all that it reports off the site."""
    records = [*story.events.all(), *story.agreements.all()]
    for edition in story.editions.all():
        deeds.withdraw(edition, by=factories.user("publisher"), reason="An error.", take_along=records)


def text_of(response) -> str:
    """The page as it was sent, but for the marks where a line may end."""
    content = response.getvalue() if response.streaming else response.content
    return content.decode().replace("<wbr>", "")


@pytest.fixture
def visit(db, built):
    """A delegation of Anbei came to Haimen, two agreements were signed, both languages tell of it."""
    return deepcopy(built)


@pytest.fixture(scope="module")
def built(built_once):
    it = SimpleNamespace()
    SiteSettings.objects.create(pk=1, name_en="Haimen Cooperation", name_zh="海门合作", home="haimen")
    it.haimen = factories.place("Haimen", name_zh="海门", slug="haimen", country="CN")
    it.anbei = factories.place("Anbei", name_zh="安北", slug="anbei", country="CN")
    it.pair = factories.pair(it.haimen, it.anbei)
    it.head = factories.person("Lin Yue", name_zh="林岳", slug="lin-yue")
    it.host = factories.person("Shen Hai", name_zh="沈海", slug="shen-hai")
    it.delegation = factories.delegation(it.anbei, members=(factories.person("Tan Bo"),), slug="anbei-haimen", size=9)
    printed = {"printed_en": "Mayor of Anbei", "printed_zh": "安北市市长"}
    Appearance.objects.create(delegation=it.delegation, person=it.head, role="head", **printed)
    it.event = factories.event(
        it.pair, held="2019-08-18pm", held_inferred=True, delegation=it.delegation, slug="meeting", people=(it.host,)
    )
    it.event.places.set([it.haimen])
    it.body = factories.institution("Haimen Institute", place=it.haimen, slug="haimen-institute")
    factories.site(it.event, it.body)
    factories.site(it.event, words_en="the old harbour")
    _sign(it)
    it.story_began = clock.moment() - timedelta(hours=1)
    it.story = factories.article(events=[it.event], agreements=it.event.agreements.all(), slug="signing")
    factories.published(it.story, EN, headline="Haimen and Anbei sign")
    factories.published(it.story, ZH, headline="海门安北签约")
    return it


def _sign(it):
    """One agreement of the two cities, signed by a person, and one of an institution whose term is over."""
    it.framework = factories.agreement(
        *(it.haimen, it.anbei),
        pairs=(it.pair,),
        slug="framework",
        title_en="Framework Agreement",
        kind="framework",
        event=it.event,
    )
    it.framework.fields.add(Field.objects.get_or_create(slug="culture", defaults={"name_en": "Culture"})[0])
    Party.objects.filter(agreement=it.framework, place=it.anbei).update(signatory=it.head, signed_as_en="For the city")
    it.expired = factories.agreement(
        it.body,
        pairs=(it.pair,),
        slug="exchange",
        title_en="Exchange of Staff",
        kind="sector",
        event=it.event,
        term="2019/2021",
    )
