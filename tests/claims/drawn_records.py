"""The records of a drawn world, as plain data."""

from dataclasses import dataclass

Ref = tuple[str, int]  # ("place", 1), ("body", 0), or ("words", 0): a party known by the source's words alone


@dataclass(frozen=True)
class Spot:
    level: str
    parent: int | None = None
    ended: str = ""
    country: str = ""


@dataclass(frozen=True)
class Body:
    kind: str
    place: int | None


@dataclass(frozen=True)
class Two:
    """A pair of places, and the number of the pair that it continues."""

    one: int
    other: int
    continues: int | None = None


@dataclass(frozen=True)
class Somebody:
    """A person at an event: on whose behalf, or with which office on which side."""

    parts: tuple[str, ...]
    stood: Ref | None = None
    office: Ref | None = None
    side: str = ""


@dataclass(frozen=True)
class Happening:
    """An event."""

    number: int
    held: str
    inferred: bool
    state: str
    mode: str
    places: tuple[int, ...]
    pairs: tuple[int, ...]
    received: tuple[int, ...]
    sites: tuple[int, ...]
    people: tuple[Somebody, ...]
    hidden: bool


@dataclass(frozen=True)
class Text:
    kind: str
    state: str
    parties: tuple[Ref, ...]
    pairs: tuple[int, ...]
    signed: str
    signed_inferred: bool
    term: str
    term_inferred: bool
    months: int | None
    reckoned: str
    loose: str
    follows: int | None
    following: str
    part_of: int | None
    count: int | None
    event: int | None
    hidden: bool


@dataclass(frozen=True)
class Step:
    """A stage of a pair."""

    pair: int
    kind: str
    reached: str
    inferred: bool
    made_by: int | None
    ended_by: int | None
    hidden: bool


@dataclass(frozen=True)
class Drawn:
    spots: tuple[Spot, ...]
    bodies: tuple[Body, ...]
    twos: tuple[Two, ...]
    companies: tuple[tuple[Ref, ...], ...]  # the senders of each delegation
    events: tuple[Happening, ...]
    texts: tuple[Text, ...]
    steps: tuple[Step, ...]
    site_since: int | None
    pair_since: int | None

    def above(self, place: int | None) -> list[int]:
        """Return what a place is part of, from its parent upwards."""
        found = []
        while place is not None and (place := self.spots[place].parent) is not None:
            found.append(place)
        return found
