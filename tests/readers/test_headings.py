"""No page of the demonstration is headed in a script that its readers cannot read, unless nothing else is known."""

import re
from html import unescape

import pytest

from newsroom.demo import reading
from newsroom.languages import EN, LANGUAGES, ZH, code_of, has_han

pytestmark = pytest.mark.browser

HEADING = re.compile(r"<h([1-4])\b[^>]*>(.*?)</h\1>", re.DOTALL)
NAME = {ZH: "name_zh", EN: "name_en"}


def unreadable(words: str, language: str) -> bool:
    """Return whether a heading is Chinese on an English page, or Latin words alone on a Chinese one."""
    latin = bool(re.search("[A-Za-z]{2}", words))
    return has_han(words) and not latin if language == EN else latin and not has_han(words)


def known_in_one_script_alone(language: str) -> set[str]:
    """Return the names of the people of whom nothing that readers of this language can read is known."""
    return {
        name
        for columns in reading.names("people").values()
        if NAME[language] not in columns
        for name in (columns.get(column) for column in NAME.values())
    }


def told_in_one_language() -> set[str]:
    """Return the headlines of the stories that the other language does not tell."""
    editions = [story["article"]["editions"] for story in reading.stories()]
    return {one["headline"] for told in editions if len(told) == 1 for one in told.values()}


def headings(text: str) -> list[str]:
    return [unescape(re.sub("<[^>]+>", "", words)).strip() for _level, words in HEADING.findall(text)]


def test_no_page_is_headed_by_what_its_readers_cannot_read(crawl):
    excused = {language: known_in_one_script_alone(language) | told_in_one_language() for language in LANGUAGES}
    faults = {}
    for page in crawl.html():
        if "with=" in page.address:  # both languages side by side: each is seen without the other
            continue
        language = code_of(page.address.split("/")[1])
        for words in headings(page.text):
            if unreadable(words, language) and words not in excused[language]:
                faults[words] = page.address
    assert faults == {}


@pytest.mark.parametrize(
    ("words", "language"), [("金范镒", EN), ("Harbourton Port Ltd", ZH), ("宁波市", EN), ("Lan Yun", ZH)]
)
def test_what_the_other_script_alone_says_cannot_be_read(words, language):
    assert unreadable(words, language)


@pytest.mark.parametrize(("words", "language"), [("Sister city 友好城市", EN), ("与HHLA的协议", ZH), ("2016", EN)])
def test_a_heading_with_words_of_both_scripts_can(words, language):
    assert not unreadable(words, language)
