"""A site for another, fictional city is built by `setup` and by what is typed in the desk, and by nothing else."""

import re
from html import unescape

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse

from newsroom.accounts.models import User
from newsroom.articles.models import Article, Section, Version
from newsroom.cooperation.models import Agreement, Delegation, Event
from newsroom.masthead.models import SiteSettings
from newsroom.people.models import Person
from newsroom.places.models import Pair, Place
from tests import factories
from tests.architecture.test_no_city_stands_in_the_house import of_the_demonstration, sight
from tests.desk.typing import send
from tests.photos import sent
from tests.pressing import press
from tests.records.entering import Desk, complaints

ANSWERS = {
    "home": "puerto-umbral",
    "home_name_zh": "翁布拉尔港",
    "home_name_en": "Puerto Umbral",
    "home_country": "cl",
    "name_zh": "翁布拉尔港与世界",
    "name_en": "Puerto Umbral and the World",
    "language": "en",
    "time_zone": "America/Santiago",
    "username": "publisher-of-umbral",
    "password": "low-tide-at-noon",
}
TYPED = {
    "organiser_zh": "翁布拉尔港国际处",
    "organiser_en": "International Office of Puerto Umbral",
    "description_zh": "翁布拉尔港签了什么，谁来过。",
    "description_en": "What Puerto Umbral signed, and who came.",
    "contact_zh": "码头广场1号",
    "contact_en": "1 Quay Square",
    "error_report": "errors@umbral.example",
    "site_code": "UM00000001",
    "icp": "港ICP备00000001号",
    "police_filing": "港公网安备00000000000001号",
    "name_order": "capitals",
    "accent_light": "#1d4f7c",
    "accent_dark": "#8dbbe6",
    "logo_alt_zh": "灯塔",
    "logo_alt_en": "A lighthouse",
}


def build() -> Client:
    """Build the site of Puerto Umbral with one story, in both languages; return a reader of it."""
    call_command("setup", **ANSWERS)
    publisher = Client()
    publisher.force_login(User.objects.get(username="publisher-of-umbral"))
    logo = sent.upload(sent.picture("PNG", size=(300, 100)), "logo.png")
    settings = reverse("admin:masthead_sitesettings_change", args=[1])
    assert send(publisher, settings, upload=logo, **TYPED).status_code == 302
    for slug, zh, en in (("quay", "码头纪事", "Along the quay"), ("letters", "来信", "Letters")):
        section = send(publisher, reverse("admin:articles_section_add"), slug=slug, name_zh=zh, name_en=en)
        assert section.status_code == 302
    tell(Desk(Client(), factories.user("editor", language="en")), publisher)
    return Client()


def tell(desk: Desk, publisher: Client) -> None:
    """Enter a visit and its story as an editor, and approve both languages as the publisher."""
    home = Place.objects.get(slug="puerto-umbral")
    guest = desk.enter(Place, name_zh="远渡", name_en="Farferry", slug="farferry", parent=home.parent, country="CL")
    pair = desk.enter(Pair, first=home, second=guest)
    mayor = desk.enter(Person, name_zh="林海", name_en="Lin Hai", surname_zh="林", surname_en="Lin")
    heads = [{"person": mayor, "role": "head", "printed_zh": "远渡市长", "printed_en": "Mayor of Farferry"}]
    company = desk.enter(
        Delegation, kind="government", rows={"senders": [{"place": guest}], "appearances": heads}, slug="farferry-visit"
    )
    event = desk.enter(
        Event,
        held="2026-03-01",
        places=[home],
        pairs=[pair],
        kinds=["meeting"],
        rows={"stops": [{"delegation": company}]},
    )
    parties = [{"place": home}, {"place": guest}]
    agreement = desk.enter(
        Agreement,
        title_zh="渡轮协议",
        title_en="Ferry agreement",
        event=event,
        signed="2026-03-01",
        rows={"parties": parties},
    )
    words = {"section": Section.objects.get(slug="quay").pk, "slug": "ferry", "year": 2026}
    words |= {"zh-hans-headline": "两市商定通航", "zh-hans-body": "双方签署协议。", "en-headline": "A ferry from May"}
    words |= {"en-body": "They signed.", "events": [event.pk], "agreements": [agreement.pk]}
    answer = send(desk.client, reverse("admin:articles_article_add"), **words)
    assert answer.status_code == 302, complaints(answer)
    for version in Version.objects.in_work().filter(edition__article=Article.objects.get()):
        for client, name in ((desk.client, "submit"), (publisher, "approve")):
            assert press(client, reverse("admin:articles_deed", args=[name, version.pk])).status_code == 302


LINK = re.compile(r'(?:href|src|content)="(?:http://testserver)?(/[^"#]*)|<loc>http://testserver(/[^<]*)')
# Static files lie as they are in every house; the desk is for who may enter it.
NOT_FOLLOWED = ("/static/", "/admin/")


@pytest.fixture(scope="module")
def pages(django_db_setup, django_db_blocker) -> dict[str, str]:
    """Everything that readers can come to from the door and from what machines read, by its address."""
    with django_db_blocker.unblock(), transaction.atomic():
        read = crawl(build())
        transaction.set_rollback(True)
    return read


def crawl(reader: Client) -> dict[str, str]:
    read, waiting = {}, ["/", "/sitemap.xml", "/news-sitemap.xml", "/robots.txt"]
    while waiting:
        address = waiting.pop()
        if address in read:
            continue
        answer = reader.get(address, follow=True)
        assert answer.status_code == 200, address
        read[address] = unescape(b"".join(answer).decode("utf-8", "replace"))
        found = (one or other for one, other in LINK.findall(read[address]))
        waiting += [unescape(link) for link in found if not link.startswith(NOT_FOLLOWED) and one_question(link)]
    return read


def one_question(address: str) -> bool:
    """Return whether at most one thing is asked: filters can be joined without end."""
    return address.partition("?")[2].count("=") <= 1


def test_nothing_of_the_demonstration_s_city_stands_on_any_page(pages):
    seen = sight(of_the_demonstration())
    assert {address: seen.findall(text) for address, text in pages.items() if seen.search(text)} == {}
    assert not [address for address, text in pages.items() if re.search("Beijing time|北京时间", text)]


RECORDS = ("news/2026/ferry", "pairs/puerto-umbral-farferry", "places/farferry", "places/puerto-umbral")
RECORDS += ("people/lin-hai", "delegations/farferry-visit", "events/2026-03-01-puerto-umbral-meeting")
RECORDS += ("agreements/ferry-agreement", "about", "accessibility", "corrections", "search", "news", "feed")


def test_every_kind_of_page_is_reached_in_both_languages(pages):
    asked = {f"/{language}/{record}/" for language in ("en", "zh") for record in RECORDS}
    assert asked - set(pages) == set()


def test_every_page_bears_the_office_s_own_name_look_and_footer(pages):
    for address, text in pages.items():
        language = "zh" if address.startswith("/zh/") else "en"
        if not text.startswith("<!doctype html>"):
            continue
        for key in ("organiser", "contact", "logo_alt"):
            assert TYPED[f"{key}_{language}"] in text, address
        assert ANSWERS[f"name_{language}"] in text
        assert "/livery/" in text and "css/site.css" not in text
        assert "/static/icons/" not in text
        for number in ("site_code", "icp", "police_filing", "error_report"):
            assert TYPED[number] in text


def test_the_front_page_describes_itself_in_the_office_s_words(pages):
    for language in ("en", "zh"):
        said = TYPED[f"description_{language}"]
        assert f'<meta name="description" content="{said}">' in pages[f"/{language}/"]


def test_the_story_stands_in_the_office_s_column_on_its_clock_with_names_in_its_order(pages):
    story = pages["/en/news/2026/ferry/"]
    assert "LIN Hai" in story and re.search(r"\(UTC−[34]\)", story)
    for address, column in (("/en/news/2026/ferry/", "Along the quay"), ("/zh/news/2026/ferry/", "码头纪事")):
        over_it = kicker(pages[address])
        assert f'<a href="{address[:4]}news/?section=quay">{column}</a>' in over_it
        assert over_it == kicker(pages[f"{address}?with={'en' if 'zh' in address else 'zh'}"])


def kicker(page: str) -> str:
    """Return what readers see over the headline of a story, without the marks where a line may end."""
    return re.search('(?s)<p class="kicker ui">.*?</p>', page)[0].replace("<wbr>", "")


@pytest.mark.django_db
def test_who_names_no_language_is_met_in_the_first_one(client):
    SiteSettings.objects.create(pk=1, first_language="en")
    assert client.get("/").headers["Location"] == "/en/"
    assert '<html lang="en">' in client.get("/nothing/here").content.decode()
    SiteSettings.objects.update(first_language="zh-hans")
    assert client.get("/").headers["Location"] == "/zh/"
    assert '<html lang="zh-Hans">' in client.get("/nothing/here").content.decode()
