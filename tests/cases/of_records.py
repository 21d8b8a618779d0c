"""The facts of each record of a case: what its page is to say."""

from collections.abc import Iterator

from newsroom.cooperation.models import Agreement, Delegation, Event, Stage
from newsroom.dates import Day
from newsroom.languages import EN, ZH
from tests.cases.facts import Fact, journeys, name_of, named, reported
from tests.cases.tables import (
    CALLED,
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
    VISIT,
    VISITED,
    VISITED_BODIES,
    Both,
    both,
    visited,
)
from tests.cases.words import Several, after, day_of, label, role, word


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
        inferred = word("The date, or a part of it, is inferred: no source states it in full.")
        yield Fact("event", key, "day is inferred", inferred)
    for place in one["places"]:
        yield Fact("event", key, "place", name_of(case, place))
    for kind in one["kinds"]:
        yield _kind(case, key, kind)
    yield from _mode_and_state(one)
    for row in one["present"]:
        yield from _somebody(case, "event", key, row)
        yield from _standing(case, one, row)


def _kind(case: dict, key: str, kind: str) -> Fact:
    if body := VISITED_BODIES.get(kind):
        return Fact("event", key, "site", name_of(case, body))
    words = (kind, VISIT) if kind == "visit" else NAMES.get(kind) or VISITED.get(kind) or visited(kind) or both(kind)
    return Fact("event", key, "kind", words, label(KINDS[kind]) if kind in KINDS else None)


def _mode_and_state(one: dict) -> Iterator[Fact]:
    """Yield both where they are not the usual ones, which no page says."""
    mode = Event.Mode((one["mode"] or "in person").replace(" ", "-"))
    if mode != Event.Mode.IN_PERSON:
        yield Fact("event", one["key"], "mode", (one["mode"], ""), label(mode))
    state = Event.State(one["state"].replace(" ", "-"))
    if state != Event.State.TOOK_PLACE:
        yield Fact("event", one["key"], "state", label(state))


def _standing(case: dict, event: dict, row: dict) -> Iterator[Fact]:
    """Yield for whom somebody was at an event, and what parts they took."""
    key = event["key"]
    if row["for"]:
        yield Fact("event", key, "stood for", name_of(case, row["for"]))
        body = any(one["key"] == row["for"] for one in case.get("institutions", ()))
        if row["person"] and body:
            yield Fact("person", row["person"], "stood for", name_of(case, row["for"]))
    somebody = _called(case, row)
    for part in sorted(set(row["parts"]) - {"attended"}):
        yield Fact("event", key, f"part: {part}", _part(part, somebody, len(journeys(case, event))))
    if not row["parts"]:
        yield Fact("event", key, "named without a part", after(somebody, ("named", "提到")))


def _called(case: dict, row: dict) -> Both:
    """Return the name of somebody, or the office of who is known by it alone."""
    return name_of(case, row["person"]) if row["person"] else (row["office_en"], row["office_zh"])


def _part(part: str, somebody: Both, delegations: int) -> Several:
    """Return how an event says a part: beside the name, or by the heading over it."""
    if part == "hosted" and delegations:
        return after(word("Received by" if delegations == 1 else "Hosts"), somebody)
    if part == "sent a message":
        return after(word("Sent a message"), somebody)
    return after(somebody, label(PARTS[part]) if part in PARTS else (part, part))


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
        yield Fact("delegation", key, f"role: {row['role']}", after(heading, _called(case, row)))
    stops = [next(event for event in case["events"] if event["key"] == stop["event"]) for stop in one["stops"]]
    places = [name_of(case, place) for event in stops for place in event["places"]]
    if places:
        yield Fact("delegation", key, "stops in their order", after(word("Stops"), *places))


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
    yield Fact("agreement", one["key"], f"follows: {follows['how']}", after(label(HOW[follows["how"]]), before))
    yield Fact("agreement", follows["agreement"], "followed by", (one["title_en"], one["title_zh"]))


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
