"""What every page of a record, and every list of records, has in common."""

import json
import re

import pytest
from django.db import connection
from django.template import Template
from django.test.utils import CaptureQueriesContext
from django.urls import resolve, reverse

from newsroom.pages.table import DATA as DATA_KIND
from newsroom.pages.table import LIST, RECORD, of_kind, page_kinds
from newsroom.publishing.addresses import remember
from tests import factories
from tests.pages_records.conftest import released, text_of, withdrawn

RECORDS = {
    "pair": "pairs/haimen-anbei/",
    "haimen": "places/haimen/",
    "framework": "agreements/framework/",
    "delegation": "delegations/anbei-haimen/",
    "event": "events/meeting/",
    "head": "people/lin-yue/",
    "body": "institutions/haimen-institute/",
}
LISTS = [*(reverse(row.name, args=["en"])[4:] for row in of_kind(LIST) if row.lists), "pairs/?by=relation"]
DATA = [reverse(row.name, args=["en", form])[4:] for row in of_kind(DATA_KIND) for form in row.endings]


def test_every_kind_of_record_is_asked_for():
    """A story, a preview of one and a standing page have tests of their own."""
    names = {resolve(f"/en/{address}").url_name for address in RECORDS.values()}
    assert names == {row.name for row in of_kind(RECORD)} - {"story", "preview", "page"}


def test_a_page_answers_to_the_filters_of_its_row_and_to_no_other(client, visit):
    """But registers, which pass over a value that there is not; lists by date are turned by `after` and `before`."""
    filters = {one for row in page_kinds().values() for one in row.filters}
    for row in (row for row in of_kind(LIST, DATA_KIND) if not row.endings):
        address = reverse(row.name, args=["en"])
        plain = client.get(address).getvalue()
        heard = {one for one in filters if client.get(address, {one: "Haimen"}).getvalue() != plain}
        turns = {"after", "before"} if "year" in row.filters else set()
        assert heard - turns == set(row.filters), row.name


@pytest.mark.parametrize("prefix", ["zh", "en"])
@pytest.mark.parametrize("address", [*RECORDS.values(), *LISTS, *DATA])
def test_what_is_public_can_be_read_in_both_languages(client, visit, prefix, address):
    response = client.get(f"/{prefix}/{address}")

    assert response.status_code == 200
    assert text_of(response)


PARTED = re.compile(r"[。；！？][ \n]+(?:<span[^>]*>)?[\u4e00-\u9fff]|[\u4e00-\u9fff）] \([\d,]+\)")


@pytest.mark.parametrize("address", [*RECORDS.values(), *LISTS])
def test_no_blank_parts_two_sentences_of_chinese_and_no_narrow_brackets_stand_behind_it(client, visit, address):
    gone = factories.place("Old Anbei", name_zh="旧安北", ended="2010")
    gone.successors.add(visit.anbei)
    before = factories.pair(visit.haimen, gone)
    released(factories.stage(before, "sister-city", reached="1998"))
    type(visit.pair).objects.filter(pk=visit.pair.pk).update(continues=before)
    type(visit.framework).objects.filter(pk=visit.framework.pk).update(count=22)
    day = "?on=2020-01-01" if page_kinds()[resolve(f"/zh/{address.partition('?')[0]}").url_name].as_of else ""

    for asked in (address, address + day, f"pairs/{before.slug}/"):
        assert PARTED.findall(re.sub(r"</?(?:time|a|option)[^>]*>", "", text_of(client.get(f"/zh/{asked}")))) == []


@pytest.mark.parametrize("address", RECORDS.values())
def test_what_nobody_released_is_the_same_404_as_what_never_was(client, visit, monkeypatch, address):
    monkeypatch.setattr("newsroom.publishing.clock.moment", lambda: visit.story_began)
    hidden, never = client.get(f"/en/{address}"), client.get(f"/en/{address[:-1]}-never/")

    assert (hidden.status_code, never.status_code) == (404, 404)
    assert hidden.content == never.content


@pytest.mark.parametrize("address", RECORDS.values())
def test_what_is_no_longer_shown_is_gone(client, visit, address):
    withdrawn(visit.story)

    assert client.get(f"/en/{address}").status_code == 410


@pytest.mark.parametrize(("name", "address"), RECORDS.items())
def test_an_old_address_leads_to_the_record_for_ever(client, visit, name, address):
    kind = address.partition("/")[0]
    remember(f"{kind}/once/", getattr(visit, name))

    response = client.get(f"/zh/{kind}/once/")

    assert (response.status_code, response.headers["Location"]) == (301, f"/zh/{address}")


@pytest.mark.parametrize("address", RECORDS.values())
def test_a_record_page_names_itself_to_machines_in_both_languages(client, visit, address):
    page = text_of(client.get(f"/en/{address}"))

    assert f'<link rel="canonical" href="http://testserver/en/{address}">' in page
    assert f'hreflang="zh-Hans" href="http://testserver/zh/{address}"' in page
    assert f'hreflang="en" href="http://testserver/en/{address}"' in page
    said = [json.loads(block) for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)]
    way = next(thing for thing in said if thing["@type"] == "BreadcrumbList")
    assert way["itemListElement"][-1]["item"] == f"http://testserver/en/{address}"


@pytest.mark.parametrize("address", RECORDS.values())
def test_a_record_page_lists_the_stories_about_it(client, visit, address):
    assert "Haimen and Anbei sign" in text_of(client.get(f"/en/{address}"))
    assert "海门安北签约" in text_of(client.get(f"/zh/{address}"))


def test_a_story_that_is_told_in_the_other_language_only_is_listed_in_it(client, visit):
    factories.published(factories.article(events=[visit.event]), "zh-hans", headline="只有中文")

    page = text_of(client.get("/en/events/meeting/"))

    assert '<span lang="zh-Hans">只有中文</span>' in page


@pytest.mark.parametrize("address", [*RECORDS.values(), *LISTS])
def test_a_template_asks_the_database_nothing(client, visit, monkeypatch, address):
    render, asked = Template._render, []

    def watched(template, context):
        with CaptureQueriesContext(connection) as queries:
            text = render(template, context)
        asked.extend(query["sql"] for query in queries)
        return text

    monkeypatch.setattr(Template, "_render", watched)

    assert client.get(f"/en/{address}").status_code == 200
    assert asked == []


def test_a_name_that_is_known_in_one_script_is_marked_with_its_language(client, visit):
    qin = factories.place("", name_en="", name_zh="秦港", slug="qin")
    released(factories.event(factories.pair(visit.haimen, qin)))

    assert '<span lang="zh-Hans">秦港</span>' in text_of(client.get("/en/places/"))
    assert '<span lang="zh-Hans">秦港</span>' not in text_of(client.get("/zh/places/"))
