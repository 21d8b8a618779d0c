"""Every block of JSON-LD on every kind of page says what its readers ask for, in the right form."""

import json
import re

import pytest

from newsroom.masthead.models import SiteSettings
from tests.machines.vocabulary import KINDS, faults

pytestmark = pytest.mark.django_db

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def things(text):
    return [json.loads(block) for block in BLOCK.findall(text)]


def kinds_in(thing):
    """Yield (kind, property) of everything that is said."""
    if isinstance(thing, dict):
        for name, value in thing.items():
            yield thing.get("@type"), name
            yield from kinds_in(value)
    elif isinstance(thing, list):
        for part in thing:
            yield from kinds_in(part)


def test_every_thing_on_every_page_is_whole(pages):
    said = {address: things(text) for address, text in pages.items()}
    wrong = [f"{address}: {fault}" for address, found in said.items() for thing in found for fault in faults(thing)]

    assert not wrong, "\n".join(wrong[:20])
    assert all(said.values()), "a page says nothing of itself"


def test_every_page_but_the_front_shows_the_way_to_it(pages):
    for address, text in pages.items():
        kinds = [thing["@type"] for thing in things(text)]
        assert kinds.count("BreadcrumbList") == (0 if address in ("/en/", "/zh/") else 1), address


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("news/2019/{0.article.slug}/", "NewsArticle"), ("events/{0.event.slug}/", "Event"),
        ("delegations/{0.delegation.slug}/", "Trip"), ("agreements/{0.agreement.slug}/", "CreativeWork"),
        ("people/{0.host.slug}/", "Person"), ("places/{0.place.slug}/", "City"), ("pairs/{0.pair.slug}/", "WebPage"),
        ("institutions/{0.site.slug}/", "Organization"), ("", "WebSite"), ("news/", "CollectionPage"),
        ("agreements/", "Dataset"), ("delegations/", "Dataset"), ("about/", "WebPage"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("prefix", ["en", "zh"])
def test_each_kind_of_page_is_called_what_it_is(client, world, prefix, address, kind):
    page = client.get(f"/{prefix}/{address.format(world.shown)}").text

    assert kind in [thing["@type"] for thing in things(page)]


def test_what_the_house_can_say_is_said_somewhere(pages, world):
    """So that the table of what is allowed holds nothing that no page says."""
    said = {pair for text in pages.values() for thing in things(text) for pair in kinds_in(thing)}
    kinds = {kind for kind, _name in said}

    assert {"NewsArticle", "Event", "Trip", "Role", "GeoCoordinates", "DataDownload", "SearchAction"} <= kinds
    for kind in ("NewsArticle", "Event", "Person", "City", "Trip", "ImageObject"):
        unsaid = {name for name in KINDS[kind].allows() if (kind, name) not in said}
        assert unsaid <= {
            "description",
            "endDate",
            "honorificPrefix",
            "containedInPlace",
            "alternateName",
            "creditText",
            "isBasedOn",
        }


def test_an_office_with_a_site_code_is_a_government(client, world):
    SiteSettings.objects.update(site_code="3302000001")

    (site,) = things(client.get("/zh/").text)

    assert site["publisher"]["@type"] == "GovernmentOrganization"


def test_a_person_s_term_has_its_days_and_is_nobody_s_present_office(client, world):
    (person,) = (
        thing for thing in things(client.get(f"/en/people/{world.shown.host.slug}/").text) if thing["@type"] == "Person"
    )

    assert "jobTitle" not in person
    (term,) = person["hasOccupation"]
    assert (term["startDate"], term["endDate"]) == ("2018", "2021-03")


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"datePublished": "2019-08-19T17:18:20"}, "written wrongly"),
        ({"url": "/en/news/"}, "written wrongly"),
        ({"inLanguage": "zh"}, "written wrongly"),
        ({"headline": ""}, "is empty"),
        ({"heading": "x"}, "nobody knows"),
        ({"image": {"@type": "ImageObject", "url": "http://x/y.png", "width": "1200px", "height": 630}}, "no number"),
        ({"publisher": {"@type": "Office", "name": "x"}}, "unknown kind"),
        ({"about": []}, "is empty"),
        ({"@context": "http://example.org"}, "whose words"),
    ],
)
def test_the_proof_sees(client, world, change, fault):
    page = client.get(f"/en/news/2019/{world.shown.article.slug}/").text
    (story,) = (thing for thing in things(page) if thing["@type"] == "NewsArticle")

    assert any(fault in said for said in faults(story | change))
    assert list(faults({key: story[key] for key in story if key != "image"})) != []
