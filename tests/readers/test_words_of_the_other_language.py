"""Words of the other language are marked as such: a screen reader says them rightly, and they have their own fonts."""

import re
from html.parser import HTMLParser

import pytest

from newsroom.languages import HAN

pytestmark = pytest.mark.browser

# Elements that have no end.
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# What is read by machines, or cannot hold an element: a title has the language of its page.
UNSEEN = {"script", "style", "title"}
SPOKEN = ("alt", "aria-label", "placeholder", "title")
CHINESE = re.compile(f"{HAN}+")
ADDRESS = re.compile(r"https?://\S+|[\w.@-]+\.(?:com|org|net|cn|gov|edu|de|uk|nz|eu)\b\S*|/\w[\w/.-]*")
WORD = r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f.'’-]*"
THREE_WORDS = re.compile(rf"{WORD}(?:[ ,&]+{WORD}){{2,}}")


class Listening(HTMLParser):
    """Hears a page as a screen reader does, and notes what is not in the language that its element says."""

    def __init__(self):
        super().__init__()
        self.stands, self.heard = [("", "")], []

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        language = said.get("lang") or self.stands[-1][1]
        for name in SPOKEN:
            self.hear(said.get(name) or "", language)
        if tag not in VOID:
            self.stands.append((tag, language))

    def handle_endtag(self, tag):
        while len(self.stands) > 1 and self.stands.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if not UNSEEN & {tag for tag, _language in self.stands}:
            self.hear(data, self.stands[-1][1])

    def hear(self, words: str, language: str) -> None:
        bare = ADDRESS.sub(" ", words)
        foreign = CHINESE.findall(bare) if language.startswith("en") else []
        if language.startswith("zh"):
            foreign = [run for run in THREE_WORDS.findall(bare) if not run.isupper()]
        self.heard += foreign


def foreign_words(text: str) -> list[str]:
    page = Listening()
    page.feed(text)
    return page.heard


def test_every_word_of_the_other_language_is_marked(crawl):
    found = {page.address: foreign_words(page.text) for page in crawl.html()}
    assert {address: words for address, words in found.items() if words} == {}


def test_words_of_the_other_language_are_noticed():
    assert foreign_words('<html lang="en"><p>The city of 宁波 and <b lang="zh-Hans">甬江</b></p>') == ["宁波"]
    assert foreign_words('<html lang="en"><img alt="码头"><img alt="码头" lang="zh-Hans">') == ["码头"]
    assert foreign_words('<html lang="zh-Hans"><p>见 Port of Harbourton 网站</p>') == ["Port of Harbourton"]
    assert foreign_words('<html lang="zh-Hans"><p>见<i lang="en">Port of Harbourton</i>、UNESCO和AI Lab</p>') == []
