"""Names as long as they come, in one script or both, keep every page on its sheet."""

import pytest
from django.urls import reverse

from newsroom.articles.models import Section
from newsroom.cooperation.models import Appearance
from newsroom.languages import EN, LANGUAGES, ZH, prefix_of
from newsroom.masthead.models import SiteSettings
from newsroom.pages.table import LIST, of_kind
from newsroom.publishing import release
from tests import factories
from tests.look.faults import FAULTS

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LONG = pytest.mark.long

RIVER = "Llanfairpwll-upon-the-Long-Northern-River"
RIVER_ZH = "蓝韦尔普尔圭因吉尔北方长河畔自治市"
TREATY = "Memorandum of Understanding on the Further Development of Port Logistics, Maritime Education and Exchange"
OFFICE = "Vice-Chairman of the Standing Committee for Inter-Municipal Development and Exchange"
ONE_WORD = "Donaudampfschifffahrtsgesellschaftskapitänsverband"
LISTS = [reverse(row.name, args=[EN])[4:] for row in of_kind(LIST) if row.indexed]
SEARCHES = ("search/?q=Long", "search/?q=" + "x" * 199)


@pytest.fixture
def addresses(db):
    """The address of every page of a site on which everything is long, in a language to be filled in."""
    SiteSettings.objects.create(pk=1, name_en=f"{RIVER} Cooperation News", name_zh=f"{RIVER_ZH}合作交流", home="river")
    home = factories.place(RIVER, name_zh=RIVER_ZH, slug="river")
    partner = factories.place(f"New {RIVER}", slug="new-river", parent=factories.place(f"County of {RIVER}"))
    pair, society = factories.pair(home, partner), factories.institution(ONE_WORD, place=partner)
    crowd = [factories.person(f"Maximiliana-Josephine Featherstonehaugh the {number}th") for number in range(30)]
    travellers = factories.delegation(partner, society, members=tuple(crowd), size=30)
    for appearance in Appearance.objects.filter(delegation=travellers)[:5]:
        appearance.printed_en, appearance.printed_zh = OFFICE, "市际发展与交流事务常设委员会副主任兼秘书长"
        appearance.save()
    event = factories.event(pair, delegation=travellers, people=(factories.person(ONE_WORD),), venue_en=ONE_WORD)
    factories.site(event, society)
    treaty = factories.agreement(home, partner, society, pairs=(pair,), title_en=TREATY, event=event)
    release.release(factories.stage(pair, "sister-city"), by=factories.user("publisher"))
    column = Section.objects.create(slug="column", name_en=f"{ONE_WORD} and {RIVER}", name_zh=f"{RIVER_ZH}专栏" * 2)
    story = factories.article(events=[event], agreements=[treaty], slug="long", section=column)
    story.citations.create(
        source=factories.source(title_en=TREATY, outlet_en=ONE_WORD, url_en="https://a.example/" + "p" * 90)
    )
    factories.published(story, EN, headline=f"{ONE_WORD} and {RIVER} sign a {TREATY}", standfirst=ONE_WORD * 2)
    factories.published(story, ZH, headline=f"{RIVER_ZH}与{RIVER}签署{RIVER_ZH}备忘录", body=f"<p>{ONE_WORD}</p>")
    records = [story, pair, home, partner, treaty, travellers, event, crowd[0], society]
    about = [record.address_in(EN).removeprefix("/en/") for record in records]
    return [
        f"/{prefix_of(one)}/{path}" for one in LANGUAGES for path in (*LISTS, *SEARCHES, *about, f"{about[0]}?with=zh")
    ]


@pytest.mark.parametrize("width", [320, 768, pytest.param(360, marks=LONG), pytest.param(1440, marks=LONG)])
def test_no_name_is_too_long_for_its_page(addresses, live_server, page, width):
    page.set_viewport_size({"width": width, "height": 800})
    found = []
    for address in addresses:
        page.goto(live_server.url + address)
        found += [f"{address} {fault}" for fault in page.evaluate(FAULTS)]
    assert found == []
