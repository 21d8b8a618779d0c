"""Small random worlds of records: a few of any kind, and some that tempt a page to claim too much."""

from typing import Any

from hypothesis import strategies as st

from tests.claims.drawn_records import Body, Drawn, Happening, Ref, Somebody, Spot, Step, Text, Two
from tests.claims.tempting import TRAPS, Trap

MIXED = [("message", "represented"), ("message", "spoke")]
PAST = ["1998-05-04", "2003", "2010-06", "2015-05-04", "2019"]
NOW = ["2026", "2026-11", "2026-11-27", "2026-11-26"]
RANGES = ["2008/2012", "/2012", "2012/"]
AHEAD = ["2026-11-28", "2027", "2080-01-02"]
TERMS = ["", "", "/2010", "2005/2090", "/2026-11-27", "2017/", "2080/2090", "2026-11-28/", "2001/2006"]
FOLLOWING = ["renews", "replaces", "extends", "extends", "extends", "amends", "carries-out", "ends"]
KINDS = ["framework", "memorandum", "sister-city", "friendly-exchange", "declaration", "intent", "other", "accession"]


def mostly(usual: Any, *others: Any) -> st.SearchStrategy:
    """Draw the usual value half of the time."""
    return st.one_of(st.just(usual), st.sampled_from([usual, *others]))


def some(most: int, *, of: int) -> st.SearchStrategy:
    """Draw up to so many of the numbers below `of`, none twice."""
    if not of:
        return st.just(())
    return st.lists(st.integers(0, of - 1), max_size=most, unique=True).map(tuple)


@st.composite
def spots(draw) -> tuple[Spot, ...]:
    """Two places that are no part of each other, and up to two more: apart, parts of one of them, or above."""
    made = [Spot(*draw(st.sampled_from([("city",), ("city",), ("province",), ("district",)]))) for _one in range(2)]
    for _one in range(draw(st.integers(0, 2))):
        number = len(made)
        match draw(st.sampled_from(["apart", "part", "part", "above", "above-both"])):
            case "apart":
                made.append(Spot("city"))
            case "part":
                made.append(Spot("district", parent=draw(st.integers(0, number - 1))))
            case "above":
                made.append(Spot(draw(st.sampled_from(["province", "country"]))))
                below = draw(st.integers(0, 1))
                if made[below].parent is None:
                    made[below] = Spot(made[below].level, parent=number)
            case "above-both":
                made.append(Spot(draw(st.sampled_from(["province", "country"]))))
                made[:2] = [one if one.parent is not None else Spot(one.level, parent=number) for one in made[:2]]
    return tuple(Spot(one.level, one.parent, draw(ended)) for one in made)


ended = st.integers(0, 7).flatmap(lambda n: st.sampled_from(["2003", "2015-05-04", "2026", "2080"] if n == 7 else [""]))


@st.composite
def somebody(draw, refs: list[Ref]) -> Somebody:
    parts = draw(st.sampled_from([*(("attended",), ("spoke",), ("hosted",), ("message",), ("represented",)), *MIXED]))
    match draw(st.sampled_from(["stood", "stood", "guest", "neither", "office", "nobody"])):
        case "stood":
            return Somebody(parts, stood=draw(st.sampled_from(refs)))
        case "nobody":
            return Somebody(parts)
        case side:
            office = draw(st.sampled_from(refs))
            return Somebody(parts, office=office, side="" if side == "office" else side)


@st.composite
def happenings(draw, world: dict, number: int) -> Happening:
    state = draw(mostly("took-place", "announced", "called-off"))
    days = ["", *PAST, *NOW[:3], *RANGES, *(AHEAD if state == "announced" else [])]
    return Happening(
        number=number,
        held=draw(st.sampled_from(days)),
        inferred=draw(mostly(False, True)),
        state=state,
        mode=draw(mostly("in-person", "in-person", "online", "hybrid", "apart")),
        places=draw(st.one_of(st.sampled_from([(0,), (1,)]), some(2, of=len(world["spots"])))),
        pairs=draw(some(1, of=len(world["twos"]))),
        received=draw(mostly((0,)[: len(world["companies"])], *[(), (0, 1), (1,)][: len(world["companies"]) * 2 - 1])),
        sites=draw(st.one_of(st.just(()), some(1, of=len(world["bodies"])))),
        people=tuple(draw(st.lists(somebody(world["refs"]), max_size=2))),
        hidden=draw(st.integers(0, 7)) == 7,
    )


@st.composite
def texts(draw, world: dict, number: int) -> Text:
    state = draw(mostly("signed", "planned", "initialled", "ended-early"))
    unsigned = state in ("planned", "initialled")
    before = st.sampled_from([None, *range(number)])
    follows = draw(before)
    parties = draw(st.lists(st.sampled_from([*world["refs"], ("words", 0)]), min_size=1, max_size=3, unique=True))
    usual = (("place", 0), ("place", 1))
    return Text(
        kind=draw(mostly("framework", *KINDS)),
        state=state,
        parties=draw(st.sampled_from([usual, usual, tuple(parties)])),
        pairs=draw(some(1, of=len(world["twos"]))),
        signed=draw(st.sampled_from(["", *PAST, *NOW, *(AHEAD if unsigned else [])])),
        signed_inferred=draw(mostly(False, True)),
        term=draw(st.sampled_from(TERMS)),
        term_inferred=draw(mostly(False, True)),
        months=draw(mostly(None, 12, 60, 1200)),
        reckoned=draw(mostly("signing", "unknown")),
        loose=draw(mostly("", "term_extendable", "term_runs_on", "term_minimum")),
        follows=follows,
        following="" if follows is None else draw(st.sampled_from(FOLLOWING)),
        part_of=draw(before),
        count=draw(mostly(None, 1, 5, 5)),
        event=draw(st.sampled_from([None, None, *range(len(world["events"]))])),
        hidden=draw(st.integers(0, 5)) == 5,
    )


@st.composite
def steps(draw, world: dict, number: int) -> Step:
    pair = draw(st.integers(0, len(world["twos"]) - 1))
    kinds = ["sister-city", "contact", "friendly-exchange", "domestic", "ended", "taken-over"]
    kind = draw(st.sampled_from(kinds))
    two = world["twos"][pair]
    return Step(
        pair=pair,
        kind=kind,
        reached=draw(st.sampled_from(["", *PAST, *NOW[:3], *RANGES, AHEAD[0], AHEAD[2]])),
        inferred=draw(mostly(False, True)),
        made_by=draw(st.sampled_from([None, *range(len(world["texts"]))])),
        ended_by=draw(st.sampled_from([None, two.one, two.other])) if kind == "ended" else None,
        hidden=draw(st.integers(0, 5)) == 5,
    )


@st.composite
def worlds(draw, trap: Trap) -> Drawn:
    """A few records about the first two places, the first pair, and others near them or apart; then traps."""
    world: dict[str, Any] = {"spots": draw(spots())}
    number = len(world["spots"])
    body = st.builds(
        Body, mostly("bureau", "embassy", "network", "university"), st.sampled_from([None, *range(number), 0, 1])
    )
    world["bodies"] = tuple(draw(st.lists(body, max_size=3)))
    refs = [("place", one) for one in (0, 1, *range(number))] + [("body", one) for one in range(len(world["bodies"]))]
    world["refs"] = refs
    world["twos"] = draw(twos(world["spots"]))
    sent = st.one_of(
        st.sampled_from([(("place", 0),), (("place", 1),)]),
        st.lists(st.sampled_from(refs), max_size=2, unique=True).map(tuple),
    )
    world["companies"] = tuple(draw(st.lists(sent, min_size=1, max_size=2)))
    for name, one in (("events", happenings), ("texts", texts), ("steps", steps)):
        world[name] = tuple(draw(one(world, number)) for number in range(draw(st.integers(0, 2))))
    del world["refs"]
    for one in (trap, *draw(st.lists(st.sampled_from(TRAPS), max_size=2))):
        one(draw, world)
    return Drawn(
        **world, site_since=draw(mostly(None, None, 2010, 2018)), pair_since=draw(mostly(None, None, None, 2016))
    )


@st.composite
def twos(draw, spots: tuple[Spot, ...]) -> tuple[Two, ...]:
    """The pair of the first two places, and some of those that others form; a later one may continue the first."""
    found = [Two(0, 1)]
    for one in range(len(spots)):
        for other in range(max(2, one + 1), len(spots)):
            related = one in above(spots, other) or other in above(spots, one)
            if not related and draw(st.booleans()):
                found.append(Two(one, other, continues=draw(st.sampled_from([None, 0])) if one < 2 else None))
    return tuple(found)


def above(spots: tuple[Spot, ...], place: int) -> list[int]:
    parent = spots[place].parent
    return [] if parent is None else [parent, *above(spots, parent)]
