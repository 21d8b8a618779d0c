"""What the words of docs/claims.md mean, once more: plain and slow, over drawn worlds, apart from the site's code.

A record is asked three ways: it is surely such a thing, it may be, or it is open, where the definitions decide nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from newsroom.dates import Day
from tests.claims.drawn_records import Drawn, Happening, Ref, Somebody, Text
from tests.claims.entering import is_shown

ABSENT = {"message", "represented"}
UNSIGNED = ("planned", "initialled")
MAKE_A_RELATION = ("sister-city", "friendly-exchange", "friendly-cooperation")
SURELY, MAY, OPEN, NOT = "surely", "may be", "open", "not"


@dataclass(frozen=True)
class Span:
    """The days between which something happened, both included; of an unknown day, all."""

    lo: date = date.min
    hi: date = date.max

    @classmethod
    def of(cls, text: str) -> "Span":
        day = Day.parse(text) if text else None
        return cls(day.earliest or date.min, day.latest or date.max) if day else cls()

    @property
    def is_known(self) -> bool:
        return self != Span()

    def may_touch(self, first: date) -> bool:
        return self.hi >= first


class Oracle:
    """Answers about a world on a day; of the pair of two places where it is asked of `a` and `b`."""

    def __init__(self, world: Drawn, today: date) -> None:
        self.world, self.today = world, today
        self.events = [one for one in world.events if is_shown(one)]
        self.texts = {number: one for number, one in enumerate(world.texts) if not one.hidden}

    # Where things are.

    def within(self, a: int) -> set[int]:
        """Return a place and its parts."""
        return {one for one in range(len(self.world.spots)) if one == a or a in self.world.above(one)}

    def near(self, a: int) -> set[int]:
        wider = {one for one in self.world.above(a) if self.world.spots[one].level != "country"}
        return self.within(a) | wider

    def is_of(self, ref: Ref | None, a: int) -> bool:
        """Return whether it is the place or a body of it."""
        if ref is None or ref[0] == "words":
            return False
        if ref[0] == "place":
            return ref[1] == a
        body = self.world.bodies[ref[1]]
        return body.place == a and body.kind not in ("embassy", "network")

    def is_near(self, ref: Ref | None, a: int) -> bool:
        if ref is None or ref[0] == "words":
            return False
        place = ref[1] if ref[0] == "place" else self.world.bodies[ref[1]].place
        return place in self.near(a)

    def names_near(self, pairs: Iterable[int], a: int, b: int) -> bool:
        """Return whether one of the pairs is of a place near each of the two."""
        return any(self.is_pair_near(pair, a, b) for pair in pairs)

    def is_pair_near(self, pair: int, a: int, b: int) -> bool:
        two, (of_a, of_b) = self.world.twos[pair], (self.near(a), self.near(b))
        return (two.one in of_a and two.other in of_b) or (two.one in of_b and two.other in of_a)

    # Visits.

    def senders(self, event: Happening) -> list[tuple[int, tuple[Ref, ...]]]:
        return [(company, self.world.companies[company]) for company in event.received]

    def came_as(self, one: Somebody) -> Ref | None:
        """Return for whom somebody came to an event, as far as the records say it."""
        if set(one.parts) <= ABSENT:
            return None
        return one.stood or (one.office if one.side == "guest" else None)

    def signed_at(self, event: Happening) -> list[Text]:
        return [one for one in self.texts.values() if one.event == event.number]

    def visits(self, a: int, b: int) -> list[Happening]:
        """Return the events that are a visit of A to B."""
        return [one for one in self.events if self.is_in_person_in(one, b) and any(self.travelled(one, a))]

    def is_in_person_in(self, event: Happening, b: int) -> bool:
        there = event.state == "took-place" and event.mode in ("in-person", "hybrid")
        return there and bool(self.within(b) & set(event.places))

    def travelled(self, event: Happening, a: int) -> Iterator[str]:
        """Yield who came for A: each delegation, and if none did, once somebody else."""
        sent = [f"delegation {number}" for number, refs in self.senders(event) if any(self.is_of(r, a) for r in refs)]
        yield from sent
        if not sent and any(self.is_of(self.came_as(one), a) for one in event.people):
            yield f"somebody at event {event.number}"

    def number_of_visits(self, a: int, b: int) -> int:
        return len({who for event in self.visits(a, b) for who in self.travelled(event, a)})

    def visit_answer(self, event: Happening, a: int, b: int) -> str:
        """Return whether the event is a visit of A to B, may be one, is none, or is left open by the definitions."""
        if event.state == "called-off" or event.mode in ("online", "apart") or not self.has_begun(event):
            return NOT
        if self.is_in_person_in(event, b) and any(self.travelled(event, a)):
            return SURELY
        where, who = self.where(event, b), self.who(event, a, b)
        if NOT in (where, who):
            return NOT
        sure = event.state == "took-place" and OPEN not in (where, who)
        return MAY if sure else OPEN

    def has_begun(self, event: Happening) -> bool:
        return Span.of(event.held).lo <= self.today

    def where(self, event: Happening, b: int) -> str:
        if not event.places:
            named = any(b in (self.world.twos[pair].one, self.world.twos[pair].other) for pair in event.pairs)
            return MAY if named else OPEN
        return MAY if self.near(b) & set(event.places) else NOT

    def who(self, event: Happening, a: int, b: int) -> str:
        refs = [ref for _number, sent in self.senders(event) for ref in sent]
        refs += [self.came_as(one) for one in event.people]
        refs += [ref for text in self.signed_at(event) for ref in text.parties]
        if any(self.is_near(ref, a) for ref in refs):
            return MAY
        nobody = not event.received and not event.people
        if nobody and self.names_near(event.pairs, a, b):
            return MAY
        return OPEN if self.touches(event, a) else NOT

    def touches(self, event: Happening, a: int) -> bool:
        """Return whether the event has to do with A in any way, or with somebody of whom nothing is known."""
        unknown = any(not refs for _number, refs in self.senders(event)) or any(
            not (one.stood or one.office) for one in event.people
        )
        near = self.near(a)
        placeless = any(self.is_placeless(ref) for ref in self.refs_of(event))
        return (
            unknown
            or placeless
            or any(self.is_near(ref, a) for ref in self.refs_of(event))
            or bool(near & set(event.places))
            or any({self.world.twos[pair].one, self.world.twos[pair].other} & near for pair in event.pairs)
        )

    def is_placeless(self, ref: Ref | None) -> bool:
        return ref is not None and (ref[0] == "words" or (ref[0] == "body" and self.world.bodies[ref[1]].place is None))

    def refs_of(self, event: Happening) -> list[Ref]:
        found = [ref for _number, sent in self.senders(event) for ref in sent]
        found += [ref for one in event.people for ref in (one.stood, one.office) if ref]
        found += [ref for text in self.signed_at(event) for ref in text.parties]
        return found + [("body", body) for body in event.sites]

    def visits_after(self, a: int, b: int, first: date) -> set[str]:
        """Return how sure it is, of each event that may lie on that day or later, that it is a visit of A to B."""
        return {self.visit_answer(one, a, b) for one in self.events if Span.of(one.held).may_touch(first)}

    def present(self, event: Happening) -> set[int]:
        """Return the numbers of those at an event who were there."""
        there = event.state == "took-place"
        return {order for order, one in enumerate(event.people) if there and not set(one.parts) <= ABSENT}

    def told_as_visit(self, event: Happening) -> str:
        """Return whether a delegation came to an event from elsewhere, as far as known."""
        answers = {self.is_from_elsewhere(refs, event) for _number, refs in self.senders(event)}
        return next((answer for answer in (SURELY, OPEN) if answer in answers), NOT)

    def is_from_elsewhere(self, senders: tuple[Ref, ...], event: Happening) -> str:
        places = [ref[1] if ref[0] == "place" else self.world.bodies[ref[1]].place for ref in senders]
        if not places or not event.places or any(place is None for place in places):
            return SURELY if not senders or not event.places else OPEN
        if all(place in event.places for place in places):
            return NOT
        around = {one for place in event.places for one in self.near(place)}
        return SURELY if set(places) - around else OPEN

    # Contact.

    def took_part(self, event: Happening, a: int) -> str:
        if self.within(a) & set(event.places):
            return SURELY if a in event.places else MAY
        refs = [ref for _number, sent in self.senders(event) for ref in sent]
        refs += [self.came_as(one) for one in event.people]
        refs += [("body", body) for body in event.sites]
        refs += [ref for text in self.signed_at(event) if text.state not in UNSIGNED for ref in text.parties]
        if any(self.is_of(ref, a) for ref in refs):
            return SURELY
        held = [one.office for one in event.people if not set(one.parts) <= ABSENT and not one.stood]
        if any(self.is_of(ref, a) for ref in held):
            return MAY  # it is not said on which side they were
        return OPEN if self.touches(event, a) else NOT

    def contacts(self, a: int, b: int) -> list[tuple[str, Span]]:
        """Return (how sure, when) of each event or agreement that is or may be a contact of the two."""
        found = []
        for one in self.events:
            parts = {self.took_part(one, a), self.took_part(one, b)}
            if one.state == "called-off" or NOT in parts or not self.has_begun(one):
                continue
            answer = OPEN if OPEN in parts or one.state != "took-place" else MAY if MAY in parts else SURELY
            visit = any(self.visit_answer(one, *way) == SURELY for way in ((a, b), (b, a)))
            found.append((SURELY if visit else answer, Span.of(one.held)))
        for one in self.texts.values():
            if self.is_signed_by_both(one, a, b) and one.state not in UNSIGNED:
                found.append((SURELY, Span.of(one.signed)))
            elif self.is_text_near(one, a, b) != NOT:
                found.append((OPEN, Span.of(one.signed)))
        return found

    def event_answer(self, event: Happening, pair: int) -> str:
        """Return whether the event took place and is one of the pair: it names it, or both took part."""
        two = self.world.twos[pair]
        if event.state != "took-place":
            return NOT
        parts = {self.took_part(event, two.one), self.took_part(event, two.other)}
        named = pair in event.pairs
        visit = any(self.visit_answer(event, *way) == SURELY for way in ((two.one, two.other), (two.other, two.one)))
        if named or visit or parts == {SURELY}:
            return SURELY
        return NOT if NOT in parts else OPEN

    # Agreements.

    def is_signed_by_both(self, text: Text, a: int, b: int) -> bool:
        return all(any(self.is_of(ref, one) for ref in text.parties) for one in (a, b))

    def is_of_the_two(self, text: Text, a: int, b: int) -> bool:
        named = any({a, b} == {self.world.twos[pair].one, self.world.twos[pair].other} for pair in text.pairs)
        return named or self.is_signed_by_both(text, a, b)

    def is_text_near(self, text: Text, a: int, b: int) -> str:
        """Return whether the text is one of the two, may be taken for one, or has nothing to do with both."""
        if self.is_of_the_two(text, a, b):
            return SURELY if text.state not in UNSIGNED else MAY if self.may_be_signed(text) else OPEN
        near = [[ref for ref in text.parties if self.is_near(ref, one)] for one in (a, b)]
        if self.names_near(text.pairs, a, b) or (all(near) and len({*near[0], *near[1]}) > 1):
            return MAY if self.may_be_signed(text) else OPEN
        placeless = any(self.is_placeless(ref) for ref in text.parties)
        return OPEN if placeless or all(near) else NOT

    def may_be_signed(self, text: Text) -> bool:
        return text.state not in UNSIGNED or (bool(text.signed) and Span.of(text.signed).hi < self.today)

    def signed_of_the_two(self, a: int, b: int) -> dict[int, Text]:
        return {
            number: one
            for number, one in self.texts.items()
            if self.is_of_the_two(one, a, b) and one.state not in UNSIGNED
        }

    def number_of_texts(self, number: int, among: dict[int, Text]) -> int:
        """Return how many texts an agreement is; none if it is a member of a bundle that is counted by its number."""
        whole = among[number].part_of
        while whole is not None and whole in self.texts:
            if whole in among and among[whole].count:
                return 0
            whole = self.world.texts[whole].part_of
        return among[number].count or 1

    # Scope.

    def first_year(self) -> int | None:
        days = [one.held for one in self.events] + [one.signed for one in self.texts.values()]
        years = [Span.of(day).lo.year for day in days if day and Span.of(day).lo > date.min]
        return min(years, default=None)

    def whole_since(self, pair: int) -> int | None:
        return (self.world.pair_since if pair == 0 else None) or self.world.site_since
