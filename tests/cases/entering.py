"""Enters one case through the desk's forms, as an editor, and has it approved by a publisher."""

import re
from typing import Any

from newsroom.cooperation.models import Agreement, Delegation, Event, Stage
from newsroom.people.models import Institution, Person
from newsroom.places.models import Pair, Place
from newsroom.sources.models import Source
from tests.cases.tables import (
    BODIES,
    CALLED,
    DAYS,
    HOW,
    KINDS,
    LEVELS,
    NAMES,
    ONLY_WORDS,
    OWN_NAMES,
    PARTS,
    SAYS,
    STATES,
    STEP_WORDS,
    STEPS,
    TERMS,
    TEXTS,
    TRIPS,
    VISITED_BODIES,
    both,
    visited,
)
from tests.record_cases.house import House

SAID = re.compile(r"(?:^| and )(\w+) of ([\w-]+)")


class Entered:
    """One case in an empty office: `records` holds, by the case's keys, what was entered for them."""

    def __init__(self, case: dict, house: House):
        self.case, self.house, self.desk = case, house, house.desk
        self.records: dict[str, Any] = {}
        self.stages: list[list[Stage]] = []
        for name in ("places", "institutions", "people", "sources", "delegations", "events", "agreements", "stages"):
            for facts in case.get(name, ()):
                getattr(self, f"_{name}")(facts)
        self.records[case["key"]] = self._story(case["story"])

    def __getitem__(self, key: str) -> Any:
        return self.records[key]

    # Names

    def _places(self, facts: dict) -> None:
        self.records[facts["key"]] = self.desk.enter(
            Place,
            name_zh=facts["zh"],
            name_en=facts["en"],
            level=LEVELS[facts["level"]],
            parent=self.records.get(facts["parent"]) or "",
            country=facts["country"],
        )
        if all(place["key"] in self.records for place in self.case["places"]):
            self._endings()

    def _endings(self) -> None:
        for facts in self.case["places"]:
            if facts.get("ended"):
                rows = [{"successor": self[key]} for key in facts["successors"]]
                self.desk.change(self[facts["key"]], ended=facts["ended"], rows={"passed_into": rows})

    def _institutions(self, facts: dict) -> None:
        if facts["kind"] in ONLY_WORDS:
            return
        place = self.records.get(facts["place"])
        chinese = place is not None and self._facts("places", facts["place"])["country"] == "CN"
        kind = BODIES[f"{facts['kind']} in China" if facts["kind"] == "legislature" and chinese else facts["kind"]]
        names = {"name_zh": facts["zh"], "name_en": facts["en"]}
        self.records[facts["key"]] = self.desk.enter(Institution, kind=kind, place=place or "", **names)

    def _people(self, facts: dict) -> None:
        name_zh = "" if facts["zh"] == facts["en"] else facts["zh"] or ""
        self.records[facts["key"]] = self.desk.enter(Person, name_zh=name_zh, name_en=facts["en"] or "")

    def _sources(self, facts: dict) -> None:
        self.records[facts["key"]] = self.desk.enter(
            Source,
            title_zh="报道",
            title_en="Report",
            outlet_zh=facts["outlet_zh"],
            outlet_en=facts["outlet_en"],
            published=facts["published"] or "",
        )

    def _facts(self, kind: str, key: str) -> dict:
        return next(facts for facts in self.case[kind] if facts["key"] == key)

    def _citations(self, key: str) -> list[dict]:
        """Return a row for each source of the case, with what it says otherwise of this record."""
        rows = []
        for facts in self.case["sources"]:
            of, _colon, says = facts.get("says", "").partition(": ")
            otherwise = {whose: what for what, whose in SAID.findall(of)}
            row = {"source": self[facts["key"]]}
            if key in otherwise:
                said_en, said_zh = both(says)
                row |= {"says_of": SAYS.get(otherwise[key], ""), "says_en": said_en, "says_zh": said_zh}
            rows.append(row)
        return rows

    # Journeys

    def _delegations(self, facts: dict) -> None:
        kind, days = facts["kind"], day_typed(facts["days"])
        name_en, name_zh = both(kind) if kind in OWN_NAMES else ("", "")
        self.records[facts["key"]] = self.desk.enter(
            Delegation,
            kind=TRIPS.get(kind, Delegation.Kind.OTHER),
            size=facts.get("size") or "",
            days=days["day"],
            days_words=days["words"],
            name_en=name_en,
            name_zh=name_zh,
            rows={
                "senders": [self._body(key) for key in facts["senders"]],
                "appearances": [self._somebody(row) | {"role": row["role"]} for row in facts["members"]],
                "citations": self._citations(facts["key"]),
            },
        )

    def _somebody(self, row: dict) -> dict:
        person = {"person": self[row["person"]]} if row["person"] else {}
        return person | {"printed_zh": row["office_zh"] or "", "printed_en": row["office_en"] or ""}

    def _body(self, key: str | None) -> dict:
        if key is None:
            return {}
        body = self[key]
        return {"place" if isinstance(body, Place) else "institution": body}

    def _stops(self, key: str) -> list[tuple[dict, int | str]]:
        """Return the delegations that came to an event, each with the number of the stop where there are several."""
        return [
            (delegation, stop["number"] if len(delegation["stops"]) > 1 else "")
            for delegation in self.case.get("delegations", ())
            for stop in delegation["stops"]
            if stop["event"] == key
        ]

    def _events(self, facts: dict) -> None:
        stops, day = self._stops(facts["key"]), day_typed(facts["day"])
        travelled = {row["person"] for delegation, _number in stops for row in delegation["members"]} - {None}
        offices = {row["office_en"] for delegation, _number in stops for row in delegation["members"]}
        there = [row for row in facts["present"] if row["person"] or row["office_en"] not in offices]
        kinds = facts["kinds"]
        names = [NAMES.get(kind) or both(kind) for kind in kinds if kind in NAMES or is_name(kind)]
        mode = (facts["mode"] or "in person").replace(" ", "-")
        self.records[facts["key"]] = self.desk.enter(
            Event,
            held=day["day"],
            held_words=day["words"],
            held_inferred=facts.get("day_inferred", False),
            places=[self[key] for key in facts["places"]],
            kinds=sorted({KINDS[kind] for kind in kinds if kind in KINDS}),
            mode=mode,
            state=facts["state"].replace(" ", "-"),
            name_en=names[0][0] if names else "",
            name_zh=names[0][1] if names else "",
            rows={
                "stops": [{"delegation": self[one["key"]], "number": number} for one, number in stops],
                "appearances": [self._present(row, row["person"] in travelled) for row in there],
                "visited": [row for row in map(self._site, kinds) if row],
                "citations": self._citations(facts["key"]),
            },
        )

    def _site(self, kind: str) -> dict:
        if kind in VISITED_BODIES:
            return {"institution": self[VISITED_BODIES[kind]]}
        site = visited(kind)
        return {"words_en": site[0], "words_zh": site[1]} if site else {}

    def _present(self, row: dict, travelled: bool) -> dict:
        parts = [PARTS[part] for part in row["parts"] if part in PARTS] or [PARTS["attended"]]
        if travelled:
            return {"person": self[row["person"]], "parts": parts}
        side = {} if row["for"] else {"side": "neither"}
        return self._somebody(row) | {"parts": parts} | self._body(row["for"]) | side

    # Agreements and stages

    def _agreements(self, facts: dict) -> None:
        kind, follows, day = facts["kind"], facts.get("follows"), day_typed(facts.get("signed"))
        how = HOW[follows["how"]] if follows else ""
        self.records[facts["key"]] = self.desk.enter(
            Agreement,
            title_zh=facts["title_zh"],
            title_en=facts["title_en"],
            kind=TEXTS[kind],
            called_en=kind if kind in CALLED else "",
            called_zh=CALLED.get(kind, ""),
            state=STATES[facts["state"]],
            event=self.records.get(facts["event"]) or "",
            signed=day["day"],
            signed_in=self.records.get(facts.get("signed_in")) or "",
            follows=self[follows["agreement"]] if how else "",
            following=how,
            part_of=self.records.get(facts.get("part_of")) or "",
            count=facts.get("count") or "",
            rows={
                "parties": [self._party(row) for row in facts["parties"]],
                "citations": self._citations(facts["key"]),
            },
            **({} if not facts.get("term") else TERMS[facts["term"]]),
        )

    def _party(self, row: dict) -> dict:
        key = row["body"]
        if key in self.records:
            body = self._body(key)
        else:
            facts = self._facts("institutions", key)
            body = {"words_zh": facts["zh"], "words_en": facts["en"]}
        signatory = {"signatory": self[row["signatory"]]} if row["signatory"] else {}
        office = {"signed_as_zh": row.get("office_zh") or "", "signed_as_en": row.get("office_en") or ""}
        return body | signatory | office | {"signed": row.get("signed", "")}

    def _stages(self, facts: dict) -> None:
        one, other = (self[key] for key in facts["pair"])
        pair = self.pair(one, other) or self.desk.enter(Pair, first=one, second=other)
        kind, made = facts["kind"], self.records.get(facts["agreement"])
        cited = {"citations": self._citations("")}
        steps = [
            self.desk.enter(
                Stage,
                pair=pair,
                kind=STEPS[kind],
                reached=facts["day"] or "",
                word_en=kind if kind in STEP_WORDS else "",
                word_zh=STEP_WORDS.get(kind, ""),
                agreement=made or "",
                rows=cited,
            )
        ]
        if facts.get("ended") and not self._goes_on(facts):
            by = self.records.get(facts.get("ended_by")) or ""
            ended = {"kind": Stage.Kind.ENDED, "reached": facts["ended"], "ended_by": by}
            steps.append(self.desk.enter(Stage, pair=pair, rows=cited, **ended))
        self.stages.append(steps)

    def _goes_on(self, facts: dict) -> bool:
        """Return whether the next step of the pair, or the end of a place, says already that this one is over."""
        day = facts["ended"]
        after = [one for one in self.case["stages"] if one["pair"] == facts["pair"] and one["day"] == day]
        return bool(after) or any(place.get("ended") == day for place in self.case["places"])

    @staticmethod
    def pair(one: Place, other: Place) -> Pair | None:
        first, second = sorted((one, other), key=lambda place: place.pk)
        return Pair.objects.filter(first=first, second=second).first()

    # The story

    def _story(self, facts: dict) -> Any:
        days = [self[key].held for key in facts["events"] if self[key].held]
        story = self.house.publish(
            zh=facts["headline_zh"],
            en=facts["headline_en"],
            body_zh=facts["body_zh"],
            body_en=facts["body_en"],
            events=[self[key] for key in facts["events"]],
            agreements=[self[key] for key in facts["agreements"]],
            **({} if days else {"year": "2024"}),
        )
        for stage in Stage.objects.filter(public_from=None):
            self.house.release(stage)
        return story


def day_typed(said: str | None) -> dict:
    """Return what is typed into a day and its words for the day as the case says it."""
    return {"day": "", "words": ""} | (DAYS.get(said or "") or {"day": said or ""})


def is_name(kind: str) -> bool:
    """Return whether the words are the name of an event, and neither a kind of the desk nor a site."""
    return " / " in kind and not (kind in KINDS or kind in VISITED_BODIES or visited(kind))
