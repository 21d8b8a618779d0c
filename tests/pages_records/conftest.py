"""One visit, complete and public: fictional places, people and texts."""

from types import SimpleNamespace

import pytest

from newsroom.cooperation.models import Appearance, Field, Party
from newsroom.languages import EN, ZH
from newsroom.publishing import release
from tests import factories


@pytest.fixture
def visit(db):
    """A delegation of Anbei came to Haimen, two agreements were signed, both languages tell of it."""
    haimen = factories.place("Haimen", name_zh="海门", slug="haimen", country="CN")
    anbei = factories.place("Anbei", name_zh="安北", slug="anbei", country="CN")
    pair = factories.pair(haimen, anbei)
    head, member = factories.person("Lin Yue", name_zh="林岳", slug="lin-yue"), factories.person("Tan Bo")
    host = factories.person("Shen Hai", name_zh="沈海", slug="shen-hai")
    delegation = factories.delegation(anbei, members=(member,), slug="anbei-haimen", size=9)
    Appearance.objects.create(
        delegation=delegation, person=head, role="head", printed_en="Mayor of Anbei", printed_zh="安北市市长"
    )
    event = factories.event(
        pair, held="2019-08-18pm", held_inferred=True, delegation=delegation, slug="meeting", people=(host,)
    )
    event.places.set([haimen])
    body = factories.institution("Haimen Institute", place=haimen, slug="haimen-institute")
    factories.site(event, body)
    factories.site(event, words_en="the old harbour")
    framework = factories.agreement(
        haimen, anbei, pairs=(pair,), slug="framework", title_en="Framework Agreement", kind="framework", event=event
    )
    framework.fields.add(Field.objects.create(name_en="culture", name_zh="文化", slug="culture"))
    Party.objects.filter(agreement=framework, place=anbei).update(signatory=head, signed_as_en="Mayor")
    factories.agreement(body, slug="bodies", title_en="Bodies", event=event, term="2019/2021")
    story = factories.article(events=[event], agreements=event.agreements.all())
    factories.published(story, EN, headline="Haimen and Anbei sign")
    factories.published(story, ZH, headline="海门安北签约")
    return SimpleNamespace(
        haimen=haimen,
        anbei=anbei,
        pair=pair,
        head=head,
        member=member,
        host=host,
        delegation=delegation,
        event=event,
        body=body,
        framework=framework,
        story=story,
    )


def released(record):
    """Let readers see a record without a story."""
    release.release(record, by=factories.user("publisher"))
    return record
