"""No page of the demonstration is headed in a script that its readers cannot read, unless nothing else is known."""

import re
from html import unescape

import pytest

from newsroom.articles.models import Version
from newsroom.languages import EN, LANGUAGES, PINYIN, code_of, has_han
from newsroom.people.models import Institution, Person
from newsroom.places.models import Place
from tests.machines.conftest import reached
from tests.test_demo_loading import load_with_plain_pictures

pytestmark = pytest.mark.django_db

HEADING = re.compile(r"<h([1-4])\b[^>]*>(.*?)</h\1>", re.DOTALL)

# People whose name is known in one script only, in no cited source in the other, and why it is not spelled here.
UNSPELLED = {
    "of a minority place, whose names are not read in pinyin": (
        *("wen-guodong", "wang-yong-haixi", "li-kejia", "pan-jianzhang", "sun-liming", "liang-yanguo", "qian-guoqing"),
    ),
    "a name of another language in Chinese characters": (
        *("narusawa-ya", "kim-bum-il", "lee-jae-sul", "nakakoji-kengo", "kim-yong-deok", "nguyen-consul-general"),
    ),
    "a transcription, whose original no source gives": (
        *("andre-yubosen", "diosai-lazlo", "kaboluofu", "weihexila", "mayor-of-mizil-2016", "tania-washington"),
        *("deng-qile", "sima-an", "nick-miles"),
    ),
}


@pytest.fixture(scope="module", autouse=True)
def loaded(built_once):
    return load_with_plain_pictures()


def unreadable(words: str, language: str) -> bool:
    """Return whether a heading is Chinese on an English page, or Latin words alone on a Chinese one."""
    latin = bool(re.search("[A-Za-z]{2}", words))
    return has_han(words) and not latin if language == EN else latin and not has_han(words)


def known_in_one_script_alone(language: str) -> set[str]:
    """Return the names of the people of whom nothing that readers of this language can read is known."""
    known = Person.objects.filter(**{"name_en" if language == EN else "name_zh": ""})
    return {person.own_name() for person in known}


def test_no_page_is_headed_by_what_its_readers_cannot_read(client):
    excused = {language: known_in_one_script_alone(language) for language in LANGUAGES}
    told = set(Version.objects.values_list("headline", flat=True))  # of stories that are told in one language
    faults = {}
    # Not the pages with both languages side by side: each is seen without the other.
    for address, page in {one: page for one, page in reached(client).items() if "with=" not in one}.items():
        language = code_of(address.split("/")[1])
        headings = [unescape(re.sub("<[^>]+>", "", words)).strip() for _level, words in HEADING.findall(page)]
        if found := [
            words for words in headings if unreadable(words, language) and words not in {*excused[language], *told}
        ]:
            faults |= dict.fromkeys(found, address)
    assert faults == {}


def test_whoever_has_no_latin_name_is_excused_by_a_reason():
    excused = {slug for slugs in UNSPELLED.values() for slug in slugs}
    assert set(Person.objects.filter(name_en="").values_list("slug", flat=True)) == excused


@pytest.mark.parametrize("model", [Institution, Place])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_body_and_place_has_a_name_that_is_read_or_a_translation(model, language):
    names = [one.name_in(language) for one in model.objects.all()]
    assert names and [name for name in names if name.foreign_to(language) and name.language != PINYIN] == []
