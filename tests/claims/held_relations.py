"""Holds what a pair's page says of stages, of the pairs before and after it, and of pauses, to the definitions."""

import re
from datetime import date

from newsroom.languages import ZH
from tests.claims.drawn_records import Spot
from tests.claims.entering import NAMES, TODAY
from tests.claims.oracle import Oracle, Span
from tests.claims.oracle_states import RANKS, States

STATES, CITIES = {"US"}, {"city", "county-city", "town"}
LONG = 3  # years without an entry that are told


def sister_words(one: Spot, other: Spot) -> tuple[str, str]:
    """Return what two places of the highest stage are called, in English and Chinese."""
    levels = {one.level, other.level}
    if levels == {"province"}:
        states = {one.country in STATES, other.country in STATES}
        one_word = "Sister states" if True in states else "Sister provinces"
        return one_word if len(states) == 1 else "Sister province and state", "友好省州"
    if levels <= CITIES:
        return "Sister cities", "友好城市"
    return ("Sister counties" if levels == {"county"} else "Sister relationship"), "友好城市"


def hold_relations(of) -> None:
    """Hold the page of a pair (`held_pairs.Of`)."""
    for hold in (hold_word, hold_earlier, hold_continued, hold_ladder, hold_pauses):
        hold(of)


def hold_word(of) -> None:
    words = sister_words(*(of.entered.world.spots[place] for place in (of.a, of.b)))
    facts = [page.relation[0] for page in of.pages.values() if page.relation]
    if facts and re.match("Sister|友好[城省]", facts[0]):
        assert facts == [words[language == ZH] for language in of.pages], f"{facts}: {words}"


def beside(of, pair: int) -> str:
    """Return the name of the place of another pair that is not in this one."""
    two = of.entered.world.twos[pair]
    (other,) = {two.one, two.other} - {of.a, of.b}
    return NAMES[other][0]


def hold_earlier(of) -> None:
    states, two, note = of.states, of.entered.world.twos[of.number], of.note
    named = re.findall(r"(?:first with|with) (\w+)", note)
    if two.continues is None:
        assert not named, f"it continues nothing: {note}"
        return
    begun = [one for one in states.steps(two.continues) if one.kind in RANKS and Span.of(one.reached).lo <= TODAY]
    assert named in ([], [beside(of, two.continues)]), note
    assert begun or not named, f"the earlier pair has no stage: {note}"
    sure = [one for one in begun if one.reached and Span.of(one.reached).hi <= TODAY]
    own = {one.kind for one in states.steps(of.number)}
    if own <= {"taken-over"} and sure and not states.relations(of.number) & {None, "ended"}:
        assert named, f"the earlier pair is not named: {note}"


def hold_continued(of) -> None:
    named = re.findall(r"continued by (\w+)", of.note)
    later = [number for number, two in enumerate(of.entered.world.twos) if two.continues == of.number]
    relations = of.states.relations(of.number)
    assert set(named) <= {beside(of, number) for number in later}, of.note
    assert "ended" in relations or not named, f"{relations}: {of.note}"
    if relations == {"ended"}:
        public = {beside(of, number) for number in later if of.states.steps(number)}
        assert public <= set(named), f"continued by {public}: {of.note}"


def hold_ladder(of) -> None:
    """Hold the words of all stages of a pair and of those that it continues."""
    numbers = [of.entered.world.twos.index(two) for two in of.states.lineage(of.number)]
    words = [word_of_stage(of, number, one) for number in numbers for one in of.states.steps(number)]
    assert sorted(str(rung["kind"]) for rung in of.context["ladder"]) == sorted(words)


def word_of_stage(of, number: int, one) -> str:
    two = of.entered.world.twos[number]
    if one.kind == "sister-city":
        return sister_words(*(of.entered.world.spots[place] for place in (two.one, two.other)))[0]
    if one.kind == "taken-over":
        if two.continues is None:
            return "Continued by another pair"
        known = number == of.number
        return f"Continued from {beside(of, two.continues)}" if known else "Continued from an earlier pair"
    return {
        "contact": "Contact",
        "domestic": "Domestic pairing",
        "friendly-exchange": "Friendly exchange",
        "ended": "Ended",
    }[one.kind]


def hold_pauses(of) -> None:
    """Hold each pause to the records of the pair, and each long time between two of them to the pauses."""
    spans = [Span.of(day) for day in days_of(of.oracle, of.states, of.number)]
    said = [year["pause"] for year in of.context["years"] if year["pause"]]
    for pause in said:
        first, last = date(pause["first"], 1, 1), date(pause["last"], 12, 31)
        assert not [span for span in spans if span.lo <= last and span.hi >= first], pause
        assert pause["last"] - pause["first"] + 1 >= LONG, pause
    listed = [entry["day"] for year in of.context["years"] for entry in year["entries"]]
    if all(day and day.earliest and day.latest for day in listed):
        years = {year for day in listed for year in range(day.earliest.year, day.latest.year + 1)}
        empty = set(range(min(years, default=0), max(years, default=0))) - years
        told = {year for pause in said for year in range(pause["first"], pause["last"] + 1)}
        assert told <= empty and not [year for year in empty - told if {year - 1, year + 1} <= empty], (
            f"{said}: there is no entry of {sorted(empty - told)}"
        )


def days_of(oracle: Oracle, states: States, number: int) -> list[str]:
    """Return the days of all records that name the pair."""
    events = [one.held for one in oracle.events if number in one.pairs]
    texts = [one.signed for one in oracle.texts.values() if number in one.pairs]
    return events + texts + [one.reached for one in states.steps(number)]
