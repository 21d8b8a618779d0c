"""What a case says: its facts, the names of its records, and which of them readers see."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from tests.cases.tables import VISITED_BODIES, Both
from tests.cases.words import Several, word


class Fact(NamedTuple):
    """What a page is to say. `told` is how the desk may say it otherwise; several words are read one after another."""

    page: str
    of: Any
    about: str
    said: Several
    told: Several | None = None


def name_of(case: dict, key: str) -> Both:
    """Return the name of a place, body, person, event's or agreement's title in both languages."""
    for kind in ("places", "institutions", "people"):
        for one in case.get(kind, ()):
            if one["key"] == key:
                return one["en"] or one["zh"], one["zh"] or one["en"]
    one = next(one for one in case["agreements"] if one["key"] == key)
    return one["title_en"], one["title_zh"]


def named(case: dict) -> set[str]:
    """Return the keys of the places and bodies that a record which readers see names; others have no page."""
    found = {key for one in case.get("stages", ()) for key in one["pair"]}
    for event in reported(case):
        travelled = {row["person"] for one in journeys(case, event) for row in one["members"]}
        found |= {*event["places"], *(sender for one in journeys(case, event) for sender in one["senders"])}
        found |= {row["for"] for row in event["present"] if row["person"] not in travelled or not row["person"]}
        found |= {body for kind in event["kinds"] if (body := VISITED_BODIES.get(kind))}
    for agreement in case.get("agreements", ()):
        found |= {row["body"] for row in agreement["parties"]} | {agreement.get("signed_in")}
    return found


def reported(case: dict) -> list[dict]:
    """Return the events that the story reports, so that readers see them, but those that may still lie ahead."""
    told = [one for one in case["events"] if one["key"] in case["story"]["events"]]
    return [one for one in told if one["day"] or one["state"] != "announced" or not journeys(case, one)]


def journeys(case: dict, event: dict) -> list[dict]:
    """Return the delegations that came to an event."""
    return [one for one in case.get("delegations", ()) if event["key"] in {stop["event"] for stop in one["stops"]}]


def expected(case: dict) -> Iterator[Fact]:
    """Yield what the case itself expects of the pages."""
    for one in case["expect"]:
        of = tuple(one["of"]) if isinstance(one["of"], list) else one["of"]
        yield Fact(one["page"], of, "expected", (one["en"], one["zh"]))


def never_said(case: dict) -> Iterator[Fact]:
    """Yield what no page may say; where the case gives no words, that a page prints an empty value."""
    for one in case.get("agreements", ()):
        if one["state"] != "signed":
            office = one["parties"][0].get("office_en", "")
            for message in ("Signed on", "Signed in", "Signed at", "signed as: %(words)s"):
                yield Fact("agreement", one["key"], "never", word(message, words=office))
    for one in case["never"]:
        of = tuple(one["of"]) if isinstance(one["of"], list) else one["of"]
        for words in ("None", "null") if one["en"] is None else [""]:
            yield Fact(one["page"], of, "never", (words or one["en"], words or one["zh"]))
