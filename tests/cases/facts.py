"""The facts of a case, one by one: on which page each is to be read, as the case says it and as the desk may say it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.utils.translation import gettext, ngettext, override

from newsroom.cooperation.models import Agreement, Delegation, Event, Stage
from newsroom.dates import Day
from newsroom.languages import EN, ZH
from tests.cases.tables import (
    CALLED,
    DAYS,
    HOW,
    KINDS,
    NAMES,
    ONLY_WORDS,
    PARTS,
    STATES,
    STEPS,
    TERMS,
    TEXTS,
    TRIPS,
    VISITED,
    VISITED_BODIES,
    Both,
    both,
    visited,
)

class Fact(NamedTuple):
    """What a page is to say. `told` is how the desk may say it otherwise; several words are read one after another."""

    page: str
    of: Any
    about: str
    said: tuple[str | tuple, str | tuple]
    told: tuple[str | tuple, str | tuple] | None = None


def label(choice: Any) -> Both:
    """Return the words of a choice of the desk in both languages."""
    words = []
    for language in (EN, ZH):
        with override(language):
            words.append(str(choice.label))
    return words[0], words[1]


def word(message: str, **facts: str) -> Both:
    """Return a word of the pages in both languages."""
    words = []
    for language in (EN, ZH):
        with override(language):
            words.append(gettext(message) % facts)
    return words[0], words[1]


def after(*one_after_the_other: Both) -> tuple[tuple, tuple]:
    """Return words of which a page says each after the one before it."""
    english, chinese = zip(*one_after_the_other, strict=True)
    return english, chinese


def day_of(said: str) -> tuple[Both, Both | None]:
    """Return a day as it is said and, where the desk holds only a part of it, as the desk prints it."""
    typed = DAYS.get(said) or {"day": said}
    if not typed.get("day"):
        english, chinese = both(said) if " / " in said else reversed(typed["words"].split(" / "))
        return (english, chinese), None
    day = Day.parse(typed["day"])
    printed = day.printed(EN), day.printed(ZH)
    return (both(said) if " / " in said else (said, ""), printed) if said in DAYS else (printed, None)


def facts_of(case: dict) -> Iterator[Fact]:
    """Yield what each record of the case says, as its page is to say it."""
    for kind, facts in (
        ("places", _place),
        ("institutions", _institution),
        ("people", _person),
        ("events", _event),
        ("delegations", _delegation),
        ("agreements", _agreement),
        ("stages", _stage),
    ):
        for one in case.get(kind, ()):
            yield from facts(case, one)
    yield from _sources(case)
    story = case["story"]
    for part in ("headline", "body"):
        yield Fact("story", case["key"], part, (story[f"{part}_en"], story[f"{part}_zh"]))


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


def _place(case: dict, one: dict) -> Iterator[Fact]:
    key = one["key"]
    if key not in named(case):
        return
    yield Fact("place", key, "name", name_of(case, key))
    if one["parent"]:
        yield Fact("place", key, "part of", name_of(case, one["parent"]))
    if one.get("ended"):
        yield Fact("place", key, "end", *day_of(one["ended"]))
    for other in one.get("successors", ()):
        yield Fact("place", key, "successor", name_of(case, other))


def _institution(case: dict, one: dict) -> Iterator[Fact]:
    if one["kind"] in ONLY_WORDS or one["key"] not in named(case):
        return
    yield Fact("institution", one["key"], "name", name_of(case, one["key"]))
    if one["place"]:
        yield Fact("institution", one["key"], "place", name_of(case, one["place"]))


def _person(case: dict, one: dict) -> Iterator[Fact]:
    seen = {row["person"] for event in reported(case) for row in event["present"]}
    seen |= {row["signatory"] for agreement in case.get("agreements", ()) for row in agreement["parties"]}
    seen |= {row["person"] for event in reported(case) for trip in journeys(case, event) for row in trip["members"]}
    if one["key"] in seen:
        yield Fact("person", one["key"], "name", name_of(case, one["key"]))


def _somebody(case: dict, page: str, of: str, row: dict) -> Iterator[Fact]:
    name = name_of(case, row["person"]) if row["person"] else ("", "")
    office = row["office_en"] or "", row["office_zh"] or ""
    if row["person"]:
        yield Fact(page, of, "person", name)
    if row["office_en"] and row["person"]:
        yield Fact(page, of, "office", after(name, office))
        yield Fact("person", row["person"], "office", office)
    elif row["office_en"]:
        yield Fact(page, of, "office", office)


def _event(case: dict, one: dict) -> Iterator[Fact]:
    key = one["key"]
    if key not in case["story"]["events"]:
        return
    if one["day"]:
        yield Fact("event", key, "day", *day_of(one["day"]))
    if one.get("day_inferred"):
        yield Fact("event", key, "day is inferred", word("The date, or a part of it, is inferred: no source states it in full."))
    for place in one["places"]:
        yield Fact("event", key, "place", name_of(case, place))
    for kind in one["kinds"]:
        if body := VISITED_BODIES.get(kind):
            yield Fact("event", key, "site", name_of(case, body))
        else:
            words = NAMES.get(kind) or VISITED.get(kind) or visited(kind) or both(kind)
            yield Fact("event", key, "kind", words, label(KINDS[kind]) if kind in KINDS else None)
    if one["mode"]:
        mode = Event.Mode(one["mode"].replace(" ", "-"))
        if mode != Event.Mode.IN_PERSON:
            yield Fact("event", key, "mode", (one["mode"], ""), label(mode))
    state = Event.State(one["state"].replace(" ", "-"))
    if state != Event.State.TOOK_PLACE:
        yield Fact("event", key, "state", label(state))
    for row in one["present"]:
        yield from _somebody(case, "event", key, row)
        yield from _standing(case, one, row)


def _standing(case: dict, event: dict, row: dict) -> Iterator[Fact]:
    """Yield for whom somebody was at an event, and what parts they took."""
    key = event["key"]
    if row["for"]:
        yield Fact("event", key, "stood for", name_of(case, row["for"]))
        body = any(one["key"] == row["for"] for one in case.get("institutions", ()))
        if row["person"] and body:
            yield Fact("person", row["person"], "stood for", name_of(case, row["for"]))
    heading = [word("Received by"), word("Hosts")][min(len(journeys(case, event)), 2) - 1] if journeys(case, event) else None
    somebody = name_of(case, row["person"]) if row["person"] else (row["office_en"], row["office_zh"])
    for part in sorted(set(row["parts"]) - {"attended"}):
        choice = PARTS.get(part)
        told = after(somebody, label(choice)) if choice else None
        if part == "hosted" and heading:
            told = after(heading, somebody)
        if part == "sent a message":
            told = after(word("Sent a message"), somebody)
        yield Fact("event", key, f"part: {part}", told or after(somebody, (part, part)))
    if not row["parts"]:
        yield Fact("event", key, "named without a part", after(somebody, ("named", "提到")))


def _delegation(case: dict, one: dict) -> Iterator[Fact]:
    key = one["key"]
    kind = TRIPS.get(one["kind"], Delegation.Kind.OTHER)
    yield Fact("delegation", key, "kind", both(one["kind"]), label(kind))
    yield Fact("delegation", key, "sender", after(*(name_of(case, sender) for sender in one["senders"])))
    if one.get("size"):
        yield Fact("delegation", key, "size", (f"{one['size']} people", f"{one['size']}人"))
    if one["days"]:
        yield Fact("delegation", key, "days", *day_of(one["days"]))
    for row in one["members"]:
        yield from _somebody(case, "delegation", key, row)
        heading = role(row["role"], sum(other["role"] == row["role"] for other in one["members"]))
        somebody = name_of(case, row["person"]) if row["person"] else (row["office_en"], row["office_zh"])
        yield Fact("delegation", key, f"role: {row['role']}", after(heading, somebody))
    stops = [next(event for event in case["events"] if event["key"] == stop["event"]) for stop in one["stops"]]
    places = [name_of(case, place) for event in stops for place in event["places"]]
    if places:
        yield Fact("delegation", key, "stops in their order", after(word("Stops"), *places))


def role(said: str, number: int) -> Both:
    """Return the heading over so many people of a role."""
    one, many = ROLES[said]
    words = []
    for language in (EN, ZH):
        with override(language):
            words.append(ngettext(one, many, number))
    return words[0], words[1]


ROLES = {
    "head": ("Head", "Heads"),
    "deputy": ("Deputy head", "Deputy heads"),
    "member": ("Member", "Members"),
    "accompanying": ("Accompanying", "Accompanying"),
}


def _agreement(case: dict, one: dict) -> Iterator[Fact]:
    key, kind = one["key"], one["kind"]
    title = one["title_en"], one["title_zh"]
    yield Fact("agreement", key, "title", title)
    yield Fact("agreement", key, "kind", (kind, CALLED.get(kind, "")), label(TEXTS[kind]))
    if one["state"] != "signed":
        yield Fact("agreement", key, "state", label(Agreement.State(STATES[one["state"]])))
    if one.get("signed"):
        yield Fact("agreement", key, "day of signing", *day_of(one["signed"]))
    if one.get("signed_in"):
        yield Fact("agreement", key, "place of signing", after(word("Signed in"), name_of(case, one["signed_in"])))
    if one["event"] in case["story"]["events"]:
        yield Fact("event", one["event"], "agreement", title)
    if one.get("term"):
        yield _term(key, one["term"])
    if one.get("count"):
        yield Fact("agreement", key, "count", after(word("How many"), (str(one["count"]),) * 2))
    if one.get("part_of"):
        yield Fact("agreement", key, "part of", name_of(case, one["part_of"]))
        yield Fact("agreement", one["part_of"], "part", title)
    yield from _follows(case, one)
    yield from _parties(case, one)


def _follows(case: dict, one: dict) -> Iterator[Fact]:
    follows = one.get("follows")
    if not follows:
        return
    before = name_of(case, follows["agreement"])
    if follows["how"] in HOW:
        yield Fact("agreement", one["key"], f"follows: {follows['how']}", after(label(HOW[follows["how"]]), before))
        yield Fact("agreement", follows["agreement"], "followed by", (one["title_en"], one["title_zh"]))
    else:
        said = follows["how"]
        yield Fact("agreement", one["key"], f"follows: {said}", after((said, said), before))


def _term(key: str, said: str) -> Fact:
    typed = TERMS[said]
    if "years" in typed["term"]:
        number = typed["term"].split()[0]
        return Fact("agreement", key, "term", both(said), (typed["term"], f"{number}年"))
    day = Day.parse(typed["term"])
    told = day.printed(EN), day.printed(ZH)
    if said == typed["term"]:
        return Fact("agreement", key, "term", told)
    return Fact("agreement", key, "term", both(said), told)


def _parties(case: dict, one: dict) -> Iterator[Fact]:
    key = one["key"]
    names = [name_of(case, row["body"]) for row in one["parties"]]
    yield Fact("agreement", key, "parties in their order", after(word("Parties"), *names))
    for row, name in zip(one["parties"], names, strict=True):
        if row["signatory"]:
            who = name_of(case, row["signatory"])
            yield Fact("agreement", key, "signatory", after(name, who))
            yield Fact("person", row["signatory"], "signature", (one["title_en"], one["title_zh"]))
        if row.get("office_en"):
            yield Fact("agreement", key, "signed as", (row["office_en"], row["office_zh"]))
        if row.get("signed"):
            yield Fact("agreement", key, "day of a party", *day_of(row["signed"]))


def _stage(case: dict, one: dict) -> Iterator[Fact]:
    of = tuple(one["pair"])
    yield Fact("pair", of, "stage", (one["kind"], ""), label(Stage.Kind(STEPS[one["kind"]])))
    if one["day"]:
        yield Fact("pair", of, "day of the stage", *day_of(one["day"]))
    if one["agreement"]:
        yield Fact("pair", of, "made so by", name_of(case, one["agreement"]))
    if one.get("ended"):
        yield Fact("pair", of, "end of the stage", *day_of(one["ended"]))
    if one.get("ended_by"):
        english, chinese = name_of(case, one["ended_by"])
        by = word("ended by %(place)s", place=english)[0], word("ended by %(place)s", place=chinese)[1]
        yield Fact("pair", of, "ended by", by)


def _sources(case: dict) -> Iterator[Fact]:
    for one in case["sources"]:
        outlet = one["outlet_en"], one["outlet_zh"]
        for page in ("event", "delegation", "agreement"):
            for record in case.get(f"{page}s", ()):
                if page == "event" and record["key"] not in case["story"]["events"]:
                    continue
                yield Fact(page, record["key"], "source", outlet)
                if one["published"]:
                    yield Fact(page, record["key"], "day of a source", *day_of(one["published"]))
        said = one.get("says", "")
        of, _colon, says = said.partition(": ")
        for whose in (words.split()[-1] for words in of.split(" and ") if words):
            page = next(kind for kind in ("event", "delegation", "agreement") if _is_a(case, kind, whose))
            yield Fact(page, whose, "what a source says otherwise", both(says))


def _is_a(case: dict, kind: str, key: str) -> bool:
    return any(one["key"] == key for one in case.get(f"{kind}s", ()))


def expected(case: dict) -> Iterator[Fact]:
    """Yield what the case itself expects of the pages."""
    for one in case["expect"]:
        of = tuple(one["of"]) if isinstance(one["of"], list) else one["of"]
        yield Fact(one["page"], of, "expected", (one["en"], one["zh"]))


def never_said(case: dict) -> Iterator[Fact]:
    """Yield what no page may say; where the case gives no words, that a page prints an empty value."""
    for one in case["never"]:
        of = tuple(one["of"]) if isinstance(one["of"], list) else one["of"]
        for words in ("None", "null") if one["en"] is None else [""]:
            yield Fact(one["page"], of, "never", (words or one["en"], words or one["zh"]))
