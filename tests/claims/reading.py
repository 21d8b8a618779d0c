"""Reads what pages claim, in either language, into the same plain values."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from newsroom.cooperation.claims import STATUSES
from newsroom.languages import EN, LANGUAGES, ZH, prefix_of

Words = dict[str, Any]
STATUS_WORDS = {
    language: {claim.said_in(language)[0].casefold(): claim.name.removeprefix("status.") for claim in STATUSES}
    for language in LANGUAGES
}
UNSAID = {EN: "whether it was signed is not on record", ZH: "签署未见记载"}
INFERRED = {EN: " (inferred)", ZH: "（推定）"}


def page_of(client, path: str, language: str) -> Any:
    return client.get(f"/{prefix_of(language)}/{path}")


def words_of(response) -> str:
    """Return the words of a page, without markup."""
    main = re.sub(r"(?s)<(script|style).*?</\1>", " ", response.content.decode().partition("<main")[2])
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", main.replace("<wbr>", ""))).split())


def status_in(words: str, language: str) -> tuple[str, bool]:
    """Return (name, whether it is said to be inferred)."""
    inferred = words.endswith(INFERRED[language])
    plain = words.removesuffix(INFERRED[language]).casefold()
    if plain not in STATUS_WORDS[language] and UNSAID[language] in plain:
        return "overdue", inferred
    return STATUS_WORDS[language][plain], inferred


SENTENCES = {
    EN: {
        "no-visit": (
            r"No visit to (?P<place>\w+)(?: after (?P<year>\d+)(?P<inferred> \(inferred\))?)? "
            r"is found (?P<scope>.+)\."
        ),
        "no-agreement": r"No agreement between the two is found (?P<scope>.+)\.",
        "no-relation": r"No formal relation between the two is on record\.",
        "none-in-force": r"No agreement on record is in force today\.",
        "ran-out": r"The last agreement with an end date expired in (?P<year>\d+)(?P<inferred> \(inferred\))?\.",
    },
    ZH: {
        "no-visit": r"(?P<scope>[^，]+)，(?:(?P<year>\d+)年(?P<inferred>（推定）)?之后)?未见到访(?P<place>.+)的记载。",
        "no-agreement": r"(?P<scope>[^，]+)，未见双方签署协议的记载。",
        "no-relation": r"未见两地正式结好的记载。",
        "none-in-force": r"在册协议目前均不在有效期内。",
        "ran-out": r"最后一项载有期限的协议于(?P<year>\d+)年期满(?P<inferred>（推定）)?。",
    },
}
SCOPES = {
    EN: {
        "whole": r"in the records from (\d+) on, which are whole",
        "begin": r"in the records of this site, which begin in (\d+)",
        "site": r"in the records of this site()",
    },
    ZH: {"whole": r"在(\d+)年以来的完整记录中", "begin": r"在本站自(\d+)年开始的记录中", "site": r"在本站记录中()"},
}
TERMS = {
    EN: ("Relation", "Visits on record", "Agreements", "Last contact"),
    ZH: ("关系", "有记载的访问", "协议", "最近往来"),
}
COUNTS = {
    EN: {
        "in-force": r"(\d+) in force",
        "no-end": r"(\d+) with no end stated",
        "extended": r"(\d+) extended",
        "undated": r"(\d+) whose end is not on record",
    },
    ZH: {
        "in-force": r"(\d+)项有效",
        "no-end": r"(\d+)项未载明到期日",
        "extended": r"(\d+)项已延长",
        "undated": r"(\d+)项到期日未见记载",
    },
}
VISITS = {EN: r"(?P<number>\d+) to (?P<place>\w+)", ZH: r"到访(?P<place>\w+?)(?P<number>\d+)次"}
NOTES = {
    EN: {
        "none-in-force": "none in force",
        "relation-stands": "the relation stands; no agreement with an end date is in force",
    },
    ZH: {"none-in-force": "没有有效协议", "relation-stands": "结对关系存续；载有期限的协议均不在有效期内"},
}
NOT_ON_RECORD = {EN: "not on record", ZH: "未见记载"}


@dataclass(frozen=True)
class Silence:
    """A sentence of absence: what of, of which place, after which year, in which records."""

    what: str
    place: int | None = None
    year: int | None = None
    inferred: bool = False
    scope: tuple[str, int | None] | None = None


def silence(sentence: str, language: str, names: list[str]) -> Silence:
    for what, pattern in SENTENCES[language].items():
        if found := re.fullmatch(pattern, sentence):
            groups = found.groupdict()
            return Silence(
                what,
                names.index(groups["place"]) if "place" in groups else None,
                int(groups["year"]) if groups.get("year") else None,
                bool(groups.get("inferred")),
                scope(groups["scope"], language) if "scope" in groups else None,
            )
    raise AssertionError(f"nobody declared {sentence!r}")


def scope(words: str, language: str) -> tuple[str, int | None]:
    for kind, pattern in SCOPES[language].items():
        if found := re.fullmatch(pattern, words):
            return kind, int(found[1]) if found[1] else None
    raise AssertionError(f"nobody declared {words!r}")


@dataclass(frozen=True)
class PairPage:
    """What the page of a pair claims."""

    relation: tuple[str, str] | None
    visits: dict[int, int]
    visits_in_all: int
    agreements: int
    events: int
    by_status: dict[str, int]
    note: str
    last: tuple[str, str] | None
    silences: tuple[Silence, ...]


def pair_page(response, language: str, names: list[str]) -> PairPage:
    words, context = "".join(words_of(response).split()), response.context
    rows = {str(row["term"]): (str(row["fact"]), str(row["note"] or "")) for row in context["facts"]}
    gaps = [str(sentence) for sentence in context["gaps"]]
    for told in (*gaps, *(word for row in rows.values() for word in row)):
        assert "".join(told.split()) in words, f"{told!r} is not printed"
    relation, visits, agreements, last = (rows.get(term) for term in TERMS[language])
    found = re.finditer(VISITS[language], visits[1])
    counts = {name: re.search(pattern, agreements[1]) for name, pattern in COUNTS[language].items()}
    entries = [entry for year in context["years"] for entry in year["entries"]]
    notes = [name for name, words in NOTES[language].items() if words == agreements[1]]
    return PairPage(
        relation,
        {names.index(one["place"]): int(one["number"]) for one in found},
        int(visits[0]),
        int(agreements[0]),
        sum(entry["kind"] in ("visit", "event") and not entry["status"] for entry in entries),
        {name: int(match[1]) if match else 0 for name, match in counts.items()},
        notes[0] if notes else "",
        last,
        tuple(silence(one, language, names) for one in gaps),
    )


@dataclass(frozen=True)
class Line:
    """What a pair's line in the list of pairs claims."""

    events: int
    agreements: int
    last: str


LINE = {"events": r"(\d+) events?\b", "agreements": r"(\d+) agreements?\b", "last": r"last contact (\d+)"}


def line_of(client, slug: str) -> Line:
    """Return what the English list of pairs prints of a pair."""
    content = page_of(client, "pairs/", EN).content.decode()
    (line,) = [one for one in content.split("<li>") if f'/{EN}/pairs/{slug}/"' in one]
    words = unescape(re.sub(r"<[^>]*>", " ", line.partition("</li>")[0]))
    found = {name: re.search(pattern, words) for name, pattern in LINE.items()}
    events, agreements, last = (match[1] if match else "" for match in found.values())
    return Line(int(events or 0), int(agreements or 0), last)
