"""What an agreement is on a day, and what two places are to each other: by the definitions, apart from the site's code.

Where the definitions leave it open, several answers are allowed.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain, combinations

from newsroom.dates import Day
from tests.claims.drawn_records import Step, Text
from tests.claims.oracle import UNSIGNED, Oracle, Span

CANNOT_RUN = ("intent", "minutes", "declaration", "notice", "statement", "application")
OVERTAKEN = {"renews": "renewed", "replaces": "replaced", "ends": "ended"}
RANKS = ("contact", "intent", "domestic", "friendly-exchange", "friendly-cooperation", "sister-city")
EITHER = frozenset({True, False})


@dataclass(frozen=True)
class Term:
    """Between which days a text runs, as far as known; `rests` says what they rest on that is not stated."""

    begin: date | None
    end: date | None
    rests: bool
    undated: bool = False


def later(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of its month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def term_of(text: Text) -> Term:
    stated = Day.parse(text.term) if text.term else None
    begin, end = (stated.earliest, stated.latest) if stated else (None, None)
    if end or not text.months:
        return Term(begin, end, text.term_inferred and bool(stated))
    if stated and stated.begin:
        exact = stated.begin.first == stated.begin.last
        return Term(begin, later(stated.begin.last, text.months), text.term_inferred or not exact)
    signed = Day.parse(text.signed) if text.signed else None
    if text.reckoned == "unknown" or not signed:
        return Term(begin, None, False, undated=True)
    assert signed.latest and signed.earliest, "texts are signed on one day, known or not"
    return Term(
        signed.earliest,
        later(signed.latest, text.months),
        text.signed_inferred or signed.earliest != signed.latest,
    )


def by_its_term(text: Text, day: date) -> tuple[set[str | None], frozenset]:
    """Return the statuses that a signed text may have by its term alone, and whether they are said to be inferred."""
    term = term_of(text)
    if text.kind in CANNOT_RUN and not (text.term or text.months):
        return {None}, frozenset({False})
    rests = frozenset({term.rests})
    if term.begin and term.begin > day:
        return {"ahead"}, rests
    if term.undated:
        return {"undated"}, EITHER if text.term_inferred else frozenset({False})
    if term.end is None:
        return ({"no-end", None} if text.kind in CANNOT_RUN else {"no-end"}), EITHER if term.rests else rests
    if term.end >= day:
        return {"in-force"}, rests
    return {"term-over" if text.loose else "expired"}, rests


ENDURING = ("", "over", "may-go-on", "runs")  # what extensions say of a text, the strongest last


def strongest(some: set[str], others: set[str]) -> set[str]:
    return {max(one, other, key=ENDURING.index) for one in some for other in others}


@dataclass
class Fate:
    """What overtook a text by a day: for sure by a text, for sure otherwise, and perhaps."""

    sure: set[str]
    otherwise: bool
    perhaps: set[str]


class States:
    def __init__(self, oracle: Oracle) -> None:
        self.oracle, self.world, self.today = oracle, oracle.world, oracle.today

    def steps(self, pair: int) -> list[Step]:
        return [one for one in self.world.steps if one.pair == pair and not one.hidden]

    # Agreements.

    def followed(self, number: int, how: str, day: date) -> dict[int, str]:
        """Return the signed texts that follow a text in this way, with whether they have begun by a day."""
        answers = {}
        for other, one in self.oracle.texts.items():
            if one.follows != number or one.state in UNSIGNED or one.following != how:
                continue
            signed, begin = Span.of(one.signed), term_of(one).begin or date.min
            if signed.lo <= day and begin <= day:
                answers[other] = "surely" if signed.hi <= day else "perhaps"
        return answers

    def fate(self, number: int, day: date) -> Fate:
        fate = Fate(set(), False, set())
        for how, word in OVERTAKEN.items():
            answers = self.followed(number, how, day).values()
            fate.sure |= {word} if "surely" in answers else set()
            fate.perhaps |= {word} if "perhaps" in answers else set()
        for answer in (self.relation_ended(number, day), self.party_ended(number, day)):
            fate.otherwise |= answer == "surely"
            fate.perhaps |= {"ended"} if answer == "perhaps" else set()
        return fate

    def relation_ended(self, number: int, day: date) -> str:
        answers = set()
        for made in self.world.steps:
            if made.hidden or made.made_by != number or made.kind in ("ended", "taken-over"):
                continue
            since, two = self.since(made), self.world.twos[made.pair]
            for end in self.steps(made.pair):
                until = Span.of(end.reached)
                later = since.hi < until.lo or since.lo == since.hi == until.lo == until.hi  # or on the very day
                if end.kind == "ended" and until.hi <= day and later:
                    answers.add("surely")
                elif end.kind in ("ended", "taken-over") and until.lo <= day and since.lo <= until.hi:
                    answers.add("perhaps")
            if any(self.has_ended(place, day) for place in (two.one, two.other)):
                answers.add("perhaps")
        return "surely" if "surely" in answers else "perhaps" if answers else ""

    def since(self, made: Step) -> Span:
        """Return when a text made a relation: on the day of the stage, else on that of the signing."""
        assert made.made_by is not None
        return Span.of(made.reached or self.world.texts[made.made_by].signed)

    def has_ended(self, place: int, day: date) -> bool:
        ended = self.world.spots[place].ended
        return bool(ended) and Span.of(ended).lo <= day

    def party_ended(self, number: int, day: date) -> str:
        text = self.world.texts[number]
        gone = [ref[1] for ref in text.parties if ref[0] == "place" and self.has_ended(ref[1], day)]
        if not gone or len(text.parties) > 2:
            return ""
        pairs = [n for n, two in enumerate(self.world.twos) if {two.one, two.other} & set(gone)]
        own = [
            n
            for n in pairs
            if n in text.pairs
            or {("place", self.world.twos[n].one), ("place", self.world.twos[n].other)} == set(text.parties)
        ]
        if any(self.was_taken_over(pair, day) == "surely" for pair in own):
            return ""
        ends = [Span.of(self.world.spots[one].ended).hi for one in gone]
        # What was signed in the year in which a party ended was signed before that; only what surely came later not.
        sure = any(Span.of(text.signed).lo <= end <= day for end in ends)
        open_ = ("words", 0) in text.parties or any(self.was_taken_over(pair, day) for pair in pairs)
        return "surely" if sure and not open_ else "perhaps"

    def was_taken_over(self, pair: int, day: date) -> str:
        continued = [n for n, two in enumerate(self.world.twos) if two.continues == pair and self.is_seen(n)]
        over = [Span.of(one.reached) for one in self.steps(pair) if one.kind == "taken-over"]
        if (continued and day == self.today) or any(span.hi <= day for span in over):
            return "surely"
        return "perhaps" if continued or over else ""

    def is_seen(self, pair: int) -> bool:
        """Return whether something that readers see names the pair."""
        named = [pair in one.pairs for one in (*self.oracle.texts.values(), *self.oracle.events)]
        return any(named) or bool(self.steps(pair))

    def extended(self, number: int, day: date) -> set[str]:
        """Return what those that extend a text may say of it together."""
        answers = {""}
        for other, begun in self.followed(number, "extends", day).items():
            answers = strongest(answers, self.extension(other, day) | ({""} if begun == "perhaps" else set()))
        return answers

    def extension(self, number: int, day: date) -> set[str]:
        """Return what one that has begun may say of the text that it extends, with those that extend itself."""
        text, end, fate = self.world.texts[number], term_of(self.world.texts[number]).end, set()
        for how in ("ends", "renews", "replaces"):
            fate |= {(how, answer) for answer in self.followed(number, how, day).values()}
        if ("ends", "surely") in fate or (text.state == "ended-early" and day == self.today):
            return {""}
        if end is None or end >= day:
            own = {"runs"}
        elif text.loose or {("renews", "surely"), ("replaces", "surely")} & fate:
            own = {"may-go-on"}
        else:
            own = {"over", "may-go-on"} if {("renews", "perhaps"), ("replaces", "perhaps")} & fate else {"over"}
        unsure = ("ends", "perhaps") in fate or text.state == "ended-early"
        return strongest(own, self.extended(number, day)) | ({""} if unsure else set())

    def extending(self, number: int, day: date) -> list[Text]:
        """Return all that may extend a text, or what extends it."""
        others = self.followed(number, "extends", day)
        return [text for one in others for text in (self.world.texts[one], *self.extending(one, day))]

    def by_all_terms(self, number: int, day: date) -> tuple[set[str | None], frozenset]:
        """Return the statuses by its own term while that runs, then by those of what extends it; whether inferred."""
        text = self.world.texts[number]
        base, inferred = by_its_term(text, day)
        answers = self.extended(number, day)
        if base & {"ahead", "in-force"} or answers == {""}:
            return base, inferred
        over = "term-over" if text.loose else "expired"
        words = {"runs": {"extended"}, "may-go-on": {"term-over"}, "over": {over}, "": base}
        statuses = set().union(*(words[answer] for answer in answers))
        own = inferred if base & {"expired", "term-over"} or not term_of(text).rests else EITHER
        rests = {term_of(one).rests and term_of(one).end is not None for one in self.extending(number, day)}
        rests |= set() if statuses == {"extended"} else own
        return statuses, frozenset(rests)

    def statuses(self, number: int) -> tuple[set[str | None], frozenset]:
        """Return the statuses that a text may have today, and whether they are said to be inferred."""
        text, fate = self.world.texts[number], self.fate(number, self.today)
        if text.state in UNSIGNED:
            passed = Span.of(text.signed).hi < self.today
            return {"overdue" if passed else text.state}, EITHER
        if text.state == "ended-early":
            base, inferred = {"ended-early"}, frozenset({False})
        else:
            base, inferred = self.by_all_terms(number, self.today)
        return self.overtaken(base, inferred, fate)

    def overtaken(self, base: set, inferred: frozenset, fate: Fate) -> tuple[set[str | None], frozenset]:
        doubtful = fate.perhaps | ({"ended"} if fate.otherwise else set())
        if None in base and (fate.sure or doubtful):
            return base | fate.sure | doubtful, EITHER
        for word, higher in (("ended", set()), ("replaced", {"ended"}), ("renewed", {"ended", "replaced"})):
            if word in fate.sure:
                return {word} | (doubtful & higher), EITHER
        if fate.otherwise and not base & {"expired", "term-over", "ended-early"}:
            return {"ended"} | fate.perhaps, EITHER
        return base | doubtful, EITHER if doubtful else inferred

    def statuses_then(self, number: int, day: date) -> set[str | None]:
        """Return the statuses that a text may have had on a day before today."""
        text, fate, signed = self.world.texts[number], self.fate(number, day), Span.of(self.world.texts[number].signed)
        if text.state in UNSIGNED:
            return {"overdue" if signed.hi < day else "not-yet"}
        if signed.lo > day:
            return {"not-yet"}
        stated = Day.parse(text.term).earliest if text.term else None
        if signed.hi > day and not (stated and stated <= day):
            return {"maybe-signed"}
        base, _inferred = self.by_all_terms(number, day)
        if text.state == "ended-early":
            base = {"ended-early" if one in ("expired", "term-over") else "maybe-over" for one in base}
        if len(self.extended(number, day)) > 1:
            base |= {"maybe-over"}
        allowed, _either = self.overtaken(base, EITHER, fate)
        return (allowed - fate.perhaps | {"maybe-over"} | base | fate.sure) if fate.perhaps else allowed

    # Relations.

    def relations(self, pair: int) -> set[str | None]:
        """Return what the two may be to each other today: the kind of a stage, "ended", or nothing on record."""
        unsure = [one for one in self.lineage_steps(pair) if self.is_unsure(one)]
        unsure += [place for two in self.lineage(pair) for place in (two.one, two.other) if self.may_end_now(place)]
        answers = set()
        for not_yet in chain.from_iterable(combinations(unsure, size) for size in range(len(unsure) + 1)):
            answers.add(self.relation(pair, not_yet))
        return answers

    def lineage(self, pair: int) -> list:
        two = self.world.twos[pair]
        return [two, *(self.lineage(two.continues) if two.continues is not None else [])]

    def lineage_steps(self, pair: int) -> list[Step]:
        numbers = [self.world.twos.index(two) for two in self.lineage(pair)]
        return [one for number in numbers for one in self.steps(number)]

    def is_unsure(self, one: Step) -> bool:
        span = Span.of(one.reached)
        return bool(one.reached) and span.lo <= self.today < span.hi < date.max

    def may_end_now(self, place: int) -> bool:
        span = Span.of(self.world.spots[place].ended)
        return span.is_known and span.lo <= self.today < span.hi

    def begun(self, pair: int, not_yet: Iterable) -> list[Step]:
        return [
            one
            for one in self.steps(pair)
            if one not in not_yet and (not one.reached or Span.of(one.reached).lo <= self.today)
        ]

    def relation(self, pair: int, not_yet: Iterable) -> str | None:
        two, begun = self.world.twos[pair], self.begun(pair, not_yet)
        carried = self.carried(two.continues, not_yet) if two.continues is not None else None
        over = [one for one in begun if one.kind == "ended" or (one.kind == "taken-over" and two.continues is None)]
        living = self.living(begun, over)
        gone = any(self.has_ended(place, self.today) and place not in not_yet for place in (two.one, two.other))
        was = carried or any(one.kind in RANKS for one in begun)  # that it was taken over says not what it was
        if (over and not living) or (gone and was):
            return "ended"
        return max((one.kind for one in living), key=RANKS.index, default=carried)

    def living(self, begun: list[Step], over: list[Step]) -> list[Step]:
        """Return the stages that began after every end, for sure."""
        steps = [one for one in begun if one.kind in RANKS]
        last = max((self.last_day(one) for one in over), default=date.min)
        return [one for one in steps if not over or (one.reached and Span.of(one.reached).lo > last)]

    def last_day(self, one: Step) -> date:
        return Span.of(one.reached).hi

    def carried(self, earlier: int, not_yet: Iterable) -> str | None:
        """Return the relation that a pair takes over from the one that it continues."""
        begun, two = self.begun(earlier, not_yet), self.world.twos[earlier]
        gone = [
            Span.of(self.world.spots[place].ended).lo
            for place in (two.one, two.other)
            if self.has_ended(place, self.today) and place not in not_yet
        ]
        # Where a place ended, what is said to have ended then or later ended with it.
        if any(one.kind == "ended" and (not gone or self.last_day(one) < min(gone)) for one in begun):
            return None
        kinds = [one.kind for one in begun if one.kind in RANKS]
        return max(kinds, key=RANKS.index, default=None)
