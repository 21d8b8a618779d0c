"""The office's own clock, order of names, colours and logo govern every page."""

import gzip
import re
from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command, get_commands, load_command_class
from django.utils import timezone, translation

from newsroom.languages import EN, LANGUAGES
from newsroom.management.office_style import OfficeCommand
from newsroom.masthead import house_style
from newsroom.masthead.models import SiteSettings
from newsroom.people.models import Person
from newsroom.publishing import clock
from tests import factories

pytestmark = pytest.mark.django_db


def office(**facts) -> SiteSettings:
    site = SiteSettings(pk=1, name_en="Harbourton Desk", **facts)
    site.full_clean()
    site.save()
    return site


def test_the_office_s_clock_tells_every_moment(client, monkeypatch):
    office(time_zone="America/Santiago")
    monkeypatch.setattr(clock, "moment", lambda: datetime(2026, 3, 2, 2, 30, tzinfo=UTC))
    factories.published(headline="Night ferry")

    page = client.get("/en/news/").content.decode()

    assert '<time datetime="2026-03-01">' in page and "1 March 2026" in page


def test_today_is_the_office_s_day(client, monkeypatch):
    monkeypatch.setattr(clock, "moment", lambda: datetime(2026, 3, 2, 2, 30, tzinfo=UTC))
    made = factories.agreement(factories.place(), factories.place(), term="2021-03-01/2026-03-01", slug="ferry")
    factories.published(factories.article(agreements=[made]))

    office(time_zone="America/Santiago")
    assert "In force" in client.get("/en/agreements/ferry/").content.decode()

    SiteSettings.objects.update(time_zone="Asia/Tokyo")
    assert "Expired" in client.get("/en/agreements/ferry/").content.decode()


def test_a_request_leaves_nothing_of_its_office_behind(client):
    office(time_zone="Asia/Tokyo", name_order="capitals")
    client.get("/en/")
    assert timezone.get_current_timezone_name() == "UTC"
    assert not house_style.surnames_in_capitals()


@pytest.mark.parametrize(
    ("column", "value", "sentence"),
    [
        ("time_zone", "Moon/Sea", "There is no time zone Moon/Sea"),
        ("accent_light", "#8dbbe6", "has a contrast of 1.7 to 1; text needs 4.5"),
        ("accent_light", "navy", "A colour is # and six digits"),
        ("accent_dark", "#1d4f7c", "has a contrast of 1.4 to 1; text needs 4.5"),
    ],
)
def test_a_choice_that_will_not_do_is_refused_with_a_sentence(column, value, sentence):
    with translation.override("en"), pytest.raises(ValidationError, match=sentence) as refused:
        office(**{column: value})
    assert list(refused.value.message_dict) == [column]


def linked(client, pattern: str) -> str:
    (address,) = re.findall(pattern, client.get("/en/").content.decode())
    return address


SHEET = '<link rel="stylesheet" href="([^"]+)">'


def test_an_office_with_the_house_s_colour_is_served_the_static_stylesheet(client):
    office()
    assert linked(client, SHEET) == "/static/css/site.css"


def test_an_office_s_own_colour_comes_with_the_one_stylesheet_and_is_kept_for_ever(client):
    office(accent_light="#1d4f7c", accent_dark="#8dbbe6")

    answer = client.get(linked(client, SHEET), headers={"Accept-Encoding": "gzip"})

    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    text = gzip.decompress(answer.content).decode()
    assert text == client.get(linked(client, SHEET)).content.decode()
    assert "@import" not in text and "--seal: light-dark(#1d4f7c, #8dbbe6)" in text
    assert b'fill="#1d4f7c"' in client.get(linked(client, '<link rel="icon" href="([^"]+)"')).content


def test_a_page_from_before_the_colour_was_changed_still_finds_its_stylesheet(client):
    office(accent_light="#1d4f7c")
    before = linked(client, SHEET)
    SiteSettings.objects.update(accent_light="#245c2a")

    assert client.get(before).headers["Location"] == linked(client, SHEET) != before
    SiteSettings.objects.update(accent_light="")
    assert client.get(before).headers["Location"] == "/static/css/site.css"


@pytest.fixture
def visit():
    """A visit that a story tells of: a mayor with a Chinese name, and two guests from elsewhere."""
    li = factories.person("Zheng Li", name_zh="郑丽", surname_zh="郑", surname_en="Zheng", slug="zheng-li")
    jane = factories.person("Jane Smith", name_zh="简·史密斯", surname_en="Smith", slug="jane-smith")
    lisa = factories.person("Lisa Zheng", surname_en="Zheng", slug="lisa-zheng")
    company = factories.delegation(factories.place(), members=(jane, lisa), slug="guests")
    event = factories.event(factories.pair(), people=(li, jane), delegation=company, slug="talks")
    story = factories.article(events=[event], slug="talks")
    for language in LANGUAGES:
        factories.published(story, language)


PLACES_OF_NAMES = ("news/2019/talks", "events/talks", "people", "people/zheng-li")


@pytest.mark.parametrize(("order", "printed"), [("plain", "Zheng Li"), ("capitals", "ZHENG Li")])
def test_a_chinese_name_is_printed_in_the_office_s_order_everywhere(client, visit, order, printed):
    office(name_order=order)
    for path in PLACES_OF_NAMES:
        page = client.get(f"/en/{path}/").content.decode()
        assert set(re.findall("zheng li", page, re.IGNORECASE)) == {printed}


def test_names_of_another_order_are_left_as_they_are(client, visit):
    office(name_order="capitals")
    page = client.get("/en/events/talks/").content.decode()
    assert "Jane Smith" in page and "Lisa Zheng" in page


def test_a_transcribed_name_has_its_original_at_the_first_mention_on_a_chinese_page(client, visit):
    original = '简·史密斯</a>（<span lang="en">Jane Smith</span>）'
    for path in ("news/2019/talks", "events/talks", "delegations/guests"):
        assert client.get(f"/zh/{path}/").content.decode().count(original) == 1
        assert "（" not in client.get(f"/en/{path}/").content.decode()


def test_a_name_of_characters_stands_alone(client, visit):
    assert "Zheng Li" not in client.get("/zh/events/talks/").content.decode()


def test_a_command_prints_names_in_the_office_s_order(capsys):
    office(name_order="capitals")
    person = factories.person("Zheng Li", surname_en="Zheng")

    call_command("shell", command=f"print(Person.objects.get(pk={person.pk}).name_in('en'))", verbosity=0)

    assert capsys.readouterr().out.strip() == "ZHENG Li"
    assert person.name_in(EN) == "Zheng Li"  # and leaves nothing behind


PRINT_NO_RECORD = {"claims", "declarations", "demo", "migrate", "serve", "setup", "words"}
FOLLOW_BY_THEMSELVES = {"tick"}  # anew each time


def test_every_command_follows_the_office_or_prints_no_record():
    own = {name for name, room in get_commands().items() if room == "newsroom"}
    followers = {name for name in own if isinstance(load_command_class("newsroom", name), OfficeCommand)}

    assert own - followers <= PRINT_NO_RECORD | FOLLOW_BY_THEMSELVES


def test_a_surname_is_printed_in_capitals_as_a_word_and_not_as_the_beginning_of_one():
    with house_style.apart():
        house_style.follow(SiteSettings(name_order=SiteSettings.NameOrder.CAPITALS))
        assert str(Person(name_en="Li Na", surname_en="Li").own_name_in(EN)) == "LI Na"
        assert str(Person(name_en="Lina Berg", surname_en="Li").own_name_in(EN)) == "Lina Berg"
