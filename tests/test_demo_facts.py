"""The demonstration says what is known and nothing else: every story is held against its facts file."""

import html
import re
import tomllib
import zlib
from pathlib import Path

import pytest

from newsroom.dates import Day
from newsroom.demo import reading
from newsroom.languages import EN, ZH
from newsroom.places import install as places
from newsroom.tables import rows_of
from newsroom.terms import install as terms

STORIES = list(reading.stories())
PRINTS = Path(__file__).parent / "demo_source_prints.txt"


@pytest.fixture(params=STORIES, ids=[story["slug"] for story in STORIES])
def story(request) -> dict:
    return request.param


@pytest.fixture
def facts(story) -> dict:
    return tomllib.loads(reading.facts(story["facts"]))


def text_of(story: dict, language: str) -> str:
    """Return the words of an edition without their elements, or nothing where it has not been begun."""
    words = story["article"]["editions"].get(language, {})
    marked = "\n".join(words.get(part, "") for part in ("headline", "standfirst", "body"))
    return html.unescape(re.sub("<[^>]+>", "\n", marked))


def both(story: dict) -> str:
    return text_of(story, EN) + text_of(story, ZH)


def test_every_number_of_a_story_stands_in_its_facts(story):
    known = re.findall(r"\d+", reading.facts(story["facts"]))
    assert set(re.findall(r"\d+", both(story))) <= set(known)


def test_every_latin_name_of_a_story_stands_in_its_facts(story):
    inside_sentences = re.findall(r"(?<=[\w,;(] )[A-Z][\w’-]*", text_of(story, EN))
    beside_characters = re.findall(r"[A-Za-z]+", text_of(story, ZH))
    known = set(re.findall(r"[\w-]+", reading.facts(story["facts"]).replace("'s", "")))
    assert {name.removesuffix("’s") for name in inside_sentences + beside_characters} <= known


def test_the_people_of_a_story_are_those_of_its_facts(story, facts):
    told = {person["name_en"]: person.get("name_zh", "") for person in story["people"].values()}
    assert told == facts["people"]


def test_every_person_is_named_in_every_edition(story, facts):
    for latin, han in facts["people"].items():
        assert not story["article"]["editions"].get(EN) or latin in text_of(story, EN)
        assert (han or latin) in text_of(story, ZH)


def test_every_office_of_a_story_stands_in_its_facts(story, facts):
    known = {office for offices in facts["offices"].values() for office in offices}
    for office in story["offices"].values():
        assert {f"{office['name_en']} {office['name_zh']}", office["name_zh"]} & known


def test_every_office_is_a_pattern_of_the_term_base_filled_with_its_place(story):
    patterns = {(row["name_zh"], row["name_en"]) for row in rows_of(terms.LIST)}
    listed = {row["slug"]: row for name in places.LISTS for row in rows_of(places.DATA / name)}
    known = listed | story.get("places", {})
    for office in story["offices"].values():
        place = known[office["place"]]
        emptied = tuple(office[column].replace(place[column], "{place}") for column in ("name_zh", "name_en"))
        assert emptied in patterns


def test_the_day_of_a_story_is_that_of_its_facts(story, facts):
    day = Day.parse(story["event"]["held"])
    assert day.printed(ZH) == facts["day_zh"] + facts["part_of_day_zh"]
    assert {str(Day.parse(agreement["signed"])) for agreement in story["agreements"]} == {str(day)[:10]}
    assert facts["day_zh"] in text_of(story, ZH)


def test_the_agreements_of_a_story_are_those_of_its_facts(story, facts):
    titles = [row.get("title_en") or row["title_zh"] for row in story["agreements"]]
    assert titles == [row["title"] for row in facts["agreements"]]


def test_a_story_cites_the_page_of_its_facts(story, facts):
    assert facts["source"] in story["source"].values()


def test_editions_are_as_long_as_a_short_report():
    first = STORIES[0]
    assert 120 <= len(text_of(first, EN).split()) <= 400
    assert 200 <= len(re.findall("[\u3400-\u9fff]", text_of(first, ZH))) <= 700


def test_chinese_text_is_set_with_chinese_marks(story):
    han = "[\u3400-\u9fff]"
    assert not re.search(f"{han}[,;:!?]|[,;:!?]{han}|[\"']", text_of(story, ZH))


def test_no_run_of_six_plain_words_is_taken_from_the_source_page():
    copied = set(PRINTS.read_text("ascii").split())
    assert copied
    assert not prints_of(text_of(STORIES[0], EN)) & copied


def prints_of(text: str, length: int = 6) -> set[str]:
    """Return a print of every run of words that holds no name and no number.

    The source page itself is not ours to keep: the file beside this test holds the prints of its runs.
    """
    words = re.findall(r"[\w’-]+", text)
    runs = (words[start : start + length] for start in range(len(words) - length + 1))
    plain = (run for run in runs if all(word.isalpha() and word.islower() for word in run))
    return {f"{zlib.crc32(' '.join(run).encode()):08x}" for run in plain}
