"""A site with something of every kind on it, and all the pages that can be reached from its front pages."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from newsroom.dates import Day
from newsroom.languages import LANGUAGES
from newsroom.pages.table import LIST, of_kind
from newsroom.people.models import Tenure
from newsroom.places.models import Place
from tests.leak.world import World

HOST = "http://testserver"
LINK = re.compile(r'<a [^>]*href="(/(?:en|zh)/[^"#]*)')
NOT_PAGES = re.compile(r"/feed/$|\.(csv|json|svg|png)(\?|$)|\?type=")


@pytest.fixture(scope="module")
def world(built_once):
    made = World()
    Place.objects.filter(pk=made.shown.place.pk).update(wikidata="Q0", name_zh="姊妹城")
    term = Tenure.objects.get(person=made.shown.host)
    term.ended = Day.parse("2021-03")
    term.save()
    made.shown.event.appearances.filter(person=made.shown.host).update(printed_en="Mayor", printed_zh="市长")
    return made


@pytest.fixture(scope="module")
def pages(world, django_db_blocker):
    """Return {address: text} of every page that a reader can come to from `/en/` and `/zh/` by links."""
    return reached(Client())


def reached(client) -> dict[str, str]:
    texts = {}
    waiting = [reverse(row.name, args=[language]) for language in LANGUAGES for row in of_kind(LIST) if row.indexed]
    waiting.append("/en/search/?q=Harbour")
    while waiting:
        address = waiting.pop()
        if address not in texts:
            answer = client.get(address)
            assert answer.status_code == 200, address
            texts[address] = answer.text
            waiting += [unescape(link) for link in LINK.findall(answer.text) if not NOT_PAGES.search(link)]
    return texts
