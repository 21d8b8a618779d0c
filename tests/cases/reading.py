"""Reads every public page of a case in both languages and holds it against the facts."""

import json
import re
from functools import cached_property
from typing import NamedTuple

from newsroom.languages import EN, HAN, ZH, prefix_of
from tests.cases.entering import Entered
from tests.cases.facts import Fact, expected, never_said
from tests.cases.of_records import facts_of
from tests.cases.unsaid import reason_of
from tests.records.reading import read, words_of

LANGUAGES = (EN, ZH)  # in the order of the words of a fact
ENTERED, CHANGED, LOST, UNSAID, CONTRADICTED = "as entered", "changed", "lost", "without a field", "contradicted"
OUTCOMES = (ENTERED, CHANGED, LOST, UNSAID, CONTRADICTED)


# What the desk says by its own rules, for what a case says.
RULES = {
    "香港特别行政区": "中国香港",
    "four years": "4 years",
    "四年": "4年",
    "宣布": "预告",
    "已草签": "草签",
}


class Found(NamedTuple):
    """A fact, what became of it on its page, and why no page says it, where that is known."""

    fact: Fact
    outcome: str
    reason: str = ""


class Reader:
    """A reader of one case, who opens each page once."""

    def __init__(self, entered: Entered):
        self.entered, self.client = entered, entered.house.reader
        self.pages: dict[tuple, str] = {}

    @cached_property
    def found(self) -> list[Found]:
        """Return all facts of the case with their outcomes, each fact once."""
        facts = dict.fromkeys([*expected(self.entered.case), *facts_of(self.entered.case)])
        told = [self._found(fact) for fact in facts]
        never = dict.fromkeys(never_said(self.entered.case))
        return told + [Found(fact, CONTRADICTED) for fact in never if self.is_said(fact)]

    def _found(self, fact: Fact) -> Found:
        """Return the fact; one that a page says has a field, whatever the list of those without says."""
        outcome = self.outcome(fact)
        reason = reason_of(self.entered.case, fact) if outcome == LOST else ""
        return Found(fact, UNSAID if reason else outcome, reason)

    def outcome(self, fact: Fact) -> str:
        outcomes = {self._outcome(fact, language) for language in LANGUAGES}
        return next(one for one in (LOST, CHANGED, ENTERED) if one in outcomes)

    def _outcome(self, fact: Fact, language: str) -> str:
        number = LANGUAGES.index(language)
        said = fact.said[number]
        page = self.page(fact.page, fact.of, language)
        if said and says(page, said):
            return ENTERED
        if fact.told and says(page, fact.told[number]):
            return CHANGED if said else ENTERED
        if said and says(page, by_rule(said)):
            return CHANGED
        return LOST if said or fact.told else ENTERED

    def is_said(self, fact: Fact) -> bool:
        """Return whether a page says it in either language. What is to be signed is not signed."""
        pages = [re.sub("(?i)to be signed", "", self.page(fact.page, fact.of, language)) for language in LANGUAGES]
        return any(map(says, pages, fact.said))

    def page(self, kind: str, of: str | tuple, language: str) -> str:
        """Return the words of a page, nothing where readers have none."""
        key = kind, of, language
        if key not in self.pages:
            self.pages[key] = self._read(kind, of, language)
        return self.pages[key]

    def _read(self, kind: str, of: str | tuple, language: str) -> str:
        if kind == "register":
            return self._register(language)
        record = self.entered.pair(*(self.entered[key] for key in of)) if kind == "pair" else self.entered[of]
        answer = record and self.client.get(record.address_in(language))
        return words_of(answer.text) if answer and answer.status_code == 200 else ""

    def _register(self, language: str) -> str:
        """Return what the register of agreements and both its files say alike, title by title."""
        listed = read(self.client, f"/{prefix_of(language)}/agreements/")
        table = self._file("agreements.csv", language).replace('""', '"')
        rows = json.loads(self._file("agreements.json", language))
        return "\n".join(said for said in strings(rows) if said in listed and said in table)

    def _file(self, name: str, language: str) -> str:
        return self.client.get(f"/{prefix_of(language)}/{name}").getvalue().decode()


def by_rule(words: str | tuple) -> str | tuple:
    if isinstance(words, tuple):
        return tuple(RULES.get(one, one) for one in words)
    return RULES.get(words, words)


def strings(value: object) -> list[str]:
    """Return every string of a value read from JSON."""
    if isinstance(value, str):
        return [value]
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [said for one in inside for said in strings(one)]


def says(page: str, words: str | tuple) -> bool:
    """Return whether the page says the words; several one after the other, and no part of a longer word or number."""
    place = 0
    for one in (words,) if isinstance(words, str) else words:
        found = re.compile(bounded(one), re.IGNORECASE).search(page, place)
        if found is None:
            return False
        place = found.end()
    return True


def bounded(words: str) -> str:
    """Return the pattern of words. Beside a Chinese character a page may set a space of its own."""
    said = " ".join(words.split())
    pattern = r"\s*".join(map(re.escape, re.sub(r"\s+", "", said))) if re.search(HAN, said) else re.escape(said)
    before = r"(?<![0-9A-Za-z])" if re.match("[0-9A-Za-z]", said) else ""
    after = r"(?![0-9A-Za-z])" if re.search("[0-9A-Za-z]$", said) else ""
    return before + pattern + after
