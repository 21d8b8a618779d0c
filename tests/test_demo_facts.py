"""The demonstration says what is known and nothing else: every story is held against the facts of its pages."""

import re
import zlib
from itertools import combinations
from pathlib import Path

import pytest

from newsroom.dates.printing import MONTHS
from newsroom.demo import reading
from newsroom.languages import EN, LANGUAGES, ZH, Latin
from newsroom.languages.pinyin import person_forms
from newsroom.tables import rows_of
from newsroom.terms import install as terms
from tests import demo_reading as read

STORIES = list(reading.stories())
PRINTS = Path(__file__).parent / "demo_source_prints.txt"
PLACES = read.place_rows()
TERMS = [row for file in (terms.LIST, reading.TERMS) for row in rows_of(file)]

# Words with a capital that are no names of people or bodies, and so need not stand in the facts.
CAPITALS = """European German Korean Romanian Japanese British Russian Turkish French Hungarian Bulgarian
    Brazilian Vietnamese English Latin Lord Europe East Asia Central Eastern Prime Minister Britain Portuguese
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday"""
COMMON = set(CAPITALS.split())
COMMON |= {*MONTHS, *(word for row in TERMS for word in re.findall(r"\w+", row["name_en"]))}


@pytest.fixture(params=STORIES, ids=[story["slug"] for story in STORIES])
def story(request) -> dict:
    return request.param


def test_every_number_of_a_story_stands_in_its_facts(story):
    told = set().union(*(read.numbers_in(read.all_words_of(story, language)) for language in LANGUAGES))
    in_days = {int(part) for day in read.days_in_facts(story) for part in day.split("-")}
    assert told <= read.numbers_in(read.facts_of(story)) | in_days


def test_every_day_that_a_story_tells_stands_in_its_facts(story):
    assert read.days_told(story) <= read.days_in_facts(story)


def test_every_day_of_the_records_of_a_story_stands_in_its_facts(story):
    """A term may say more: it is inferred from how many years were stated, and says so."""
    written = [str(row[kind]) for row in read.rows(story) for kind in read.OF_DAYS if kind in row]
    sure = [
        day
        for day in written
        if not any(row.get("term") == day and row.get("term_inferred") for row in read.rows(story))
    ]
    assert {end for day in sure for end in re.findall(read.DAY, day)} <= read.days_in_facts(story)


def test_every_latin_name_of_a_story_stands_in_its_facts(story):
    inside_sentences = re.findall(r"(?<=[\w,;(] )[A-Z][\w’-]*", read.all_words_of(story, EN))
    beside_characters = re.findall(r"[A-Za-zÀ-ž]+", read.all_words_of(story, ZH))
    names = [name.removesuffix("’s").removesuffix("’") for name in inside_sentences + beside_characters]
    known = set(re.findall(r"\w+", read.facts_of(story))) | COMMON
    known |= {word for row in PLACES.values() for word in re.findall(r"\w+", row["name_en"])}
    known |= {word for row in read.institutions_of(story) for word in re.findall(r"\w+", row.get("name_en", ""))}
    assert {word for name in names for word in name.split("-")} <= known


def test_the_people_of_a_story_are_named_as_in_its_facts(story):
    known = {name for table in read.tables_of(story) for pair in table.get("people", {}).items() for name in pair}
    for person in read.people_of(story):
        in_pinyin = set(person_forms(person.get("name_zh", ""))) if person.get("latin") == Latin.PINYIN else set()
        assert {person[column] for column in ("name_zh", "name_en") if column in person} <= known | in_pinyin


def test_every_person_of_the_records_is_named_in_every_edition(story):
    for person in read.people_of(story):
        for language in story["article"]["editions"]:
            name_zh, name_en = person.get("name_zh"), person.get("name_en")
            names = {name_zh if language == ZH else name_en, name_zh if person.get("latin") else None} - {None}
            assert any(name in read.text_of(story, language) for name in names or {name_zh or name_en})


def test_every_office_of_a_story_stands_in_its_facts(story):
    """By one of the names that the term base knows for it; or in the words of the page, which are then printed."""
    facts = plain(read.simplified(read.facts_of(story)))
    for printed in story.get("printed", {}).values():
        words = "、".join(printed[script] for script in ("zh", "en") if script in printed)
        assert [piece for piece in re.split("[、；;,] ?", words) if plain(piece) not in facts] == []
        unprinted = [] if words else printed["offices"]
        assert all(any(plain(form) in facts for form in forms_of(office)) for office in unprinted)


def plain(text: str) -> str:
    return text.casefold().replace("-", " ")


def forms_of(office: str) -> set[str]:
    """Return how an office is called: by its pattern, by the term's other forms, whole or without its place."""
    post, slug = office.split("/")
    place = PLACES[slug]
    (term,) = [row for row in TERMS if row["name_zh"] == reading.names("offices")[post]]
    english = [term["name_en"], *term["other_names"].split("\n")]
    chinese = {term["name_zh"].replace("{place}", place["name_zh"]), term["name_zh"].removeprefix("{place}")}
    chinese |= {term["name_zh"].removeprefix("{place}市"), term["name_zh"].removeprefix("{place}省")}
    return chinese | {form.replace("{place}", place["name_en"]) for form in english if form}


def test_a_story_cites_the_first_page_of_its_facts(story):
    page = read.tables_of(story)[0].get("page") or read.tables_of(story)[0].get("source")
    cited = list(story.get("sources", {}).values())
    assert (page in cited[0].values()) if page else not cited


def test_only_a_draft_cites_no_page(story):
    assert story.get("sources") or story["state"] == "draft"


def test_editions_are_as_long_as_a_short_report(story):
    english, chinese = read.text_of(story, EN), read.text_of(story, ZH)
    assert not english or 120 <= len(english.split()) <= 400
    assert not chinese or 200 <= len(re.findall(read.HAN, chinese)) <= 700


def test_chinese_text_is_set_with_chinese_marks(story):
    assert not re.search(f"{read.HAN}[,;:!?]|[,;:!?]{read.HAN}|[\"']", read.all_words_of(story, ZH))


def test_english_text_is_set_with_curly_quotes(story):
    assert not re.search("[\"']", read.all_words_of(story, EN))


def test_no_two_stories_share_a_sentence():
    for one, other in combinations(STORIES, 2):
        assert not read.sentences_of(one) & read.sentences_of(other)


def test_every_file_of_facts_is_used():
    files = {file.stem for file in (reading.DATA / "facts").glob("*.toml")}
    assert files == {name for story in STORIES for name in story["facts"]}


def test_every_name_is_used():
    """By a story, or, of a place, by another place that is part of it or passed into it."""
    folders = [reading.DATA / "stories", reading.DATA / "names"]
    texts = "\n".join(file.read_text("utf-8") for folder in folders for file in folder.glob("*.toml"))
    used = {word for quoted in re.findall(r"\"([\w/-]+)\"", texts) for word in quoted.split("/")}
    named = {slug for kind in ("places", "institutions", "people", "offices") for slug in reading.names(kind)}
    assert named <= used


def test_no_run_of_six_plain_words_is_taken_from_the_source_page():
    copied = set(PRINTS.read_text("ascii").split())
    first = next(story for story in STORIES if story["slug"] == "ningbo-ganzhou-framework-agreement")
    assert copied
    assert not prints_of(read.text_of(first, EN)) & copied


def prints_of(text: str, length: int = 6) -> set[str]:
    """Return a print of every run of words that holds no name and no number.

    The source page itself is not ours to keep: the file beside this test holds the prints of its runs.
    """
    words = re.findall(r"[\w’-]+", text)
    runs = (words[start : start + length] for start in range(len(words) - length + 1))
    plain = (run for run in runs if all(word.isalpha() and word.islower() for word in run))
    return {f"{zlib.crc32(' '.join(run).encode()):08x}" for run in plain}
