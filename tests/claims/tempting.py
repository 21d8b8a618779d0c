"""Small groups of records that tempt a page to claim more than they entail: each world holds some, among others.

A trap is a function of `draw` and the world so far, which it adds to; `a` and `b` are the first two places, either way
round. What decides is fixed, the rest is drawn; the first of each choice is the one
that tempts most.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from tests.claims.drawn_records import Body, Happening, Ref, Somebody, Spot, Step, Text, Two

Draw = Callable[[st.SearchStrategy], Any]
World = dict[str, Any]
USUAL: tuple[Ref, ...] = (("place", 0), ("place", 1))


def add(world: World, name: str, one: Any) -> int:
    """Add a record to the world; return its number."""
    world[name] = (*world[name], one)
    return len(world[name]) - 1


def happening(world: World, place: int, **facts: Any) -> int:
    """Add an event that took place in person at a place."""
    usual = {"held": "2015-05-04", "inferred": False, "state": "took-place", "mode": "in-person", "places": (place,)}
    rows = {"pairs": (), "received": (), "sites": (), "people": (), "hidden": False}
    return add(world, "events", Happening(number=len(world["events"]), **(usual | rows | facts)))


def text(world: World, **facts: Any) -> int:
    """Add a signed agreement of the two."""
    usual = {"kind": "framework", "state": "signed", "parties": USUAL, "pairs": (0,), "signed": "2003", "term": ""}
    rare = {"months": None, "loose": "", "follows": None, "following": "", "part_of": None, "count": None}
    plain = {"signed_inferred": False, "term_inferred": False, "reckoned": "signing", "event": None, "hidden": False}
    return add(world, "texts", Text(**(usual | rare | plain | facts)))


def step(world: World, pair: int, kind: str, reached: str, **facts: Any) -> int:
    plain = {"inferred": False, "made_by": None, "ended_by": None, "hidden": False}
    return add(world, "steps", Step(pair=pair, kind=kind, reached=reached, **(plain | facts)))


def either_way(draw: Draw) -> tuple[int, int]:
    return draw(st.sampled_from([(0, 1), (1, 0)]))


def sent_no_one(draw: Draw, world: World) -> None:
    """Somebody of A wrote to an event in B, or was represented there: nobody came."""
    a, b = either_way(draw)
    parts = draw(st.sampled_from([("message",), ("represented",), ("message", "represented")]))
    by_office = draw(st.booleans())
    who = Somebody(parts, office=("place", a), side="guest") if by_office else Somebody(parts, stood=("place", a))
    happening(world, b, people=(who,), pairs=draw(st.sampled_from([(0,), ()])))


def followed_unseen(draw: Draw, world: World) -> None:
    """What would overtake a text is hidden, or not signed."""
    first = text(world, term=draw(st.sampled_from(["", "2005/2090", "/2010"])))
    following = draw(st.sampled_from(["renews", "replaces", "ends"]))
    for why in draw(st.sampled_from([({"hidden": True}, {"state": "planned"}), ({"hidden": True},)])):
        text(world, follows=first, following=following, signed="2010-06", **why)


def followed(draw: Draw, world: World) -> None:
    """A text was overtaken by another one, or both by one and another."""
    first = text(world, term=draw(st.sampled_from(["", "2005/2090", "/2010"])))
    for following in draw(st.lists(st.sampled_from(["renews", "replaces", "ends"]), min_size=1, max_size=2)):
        text(world, follows=first, following=following, signed="2010-06")


def of_an_embassy(draw: Draw, world: World) -> None:
    """An embassy or a network in A sent a delegation, or a district of A did: it was no visit of A."""
    a, b = either_way(draw)
    sender = ("body", add(world, "bodies", Body(draw(st.sampled_from(["embassy", "network"])), a)))
    happening(world, b, received=(add(world, "companies", (sender,)),))


def came_twice(draw: Draw, world: World) -> None:
    """Two visits of A to B lie in one year: which of their days are inferred is drawn."""
    a, b = either_way(draw)
    company = add(world, "companies", (("place", a),))
    inferred = draw(st.sampled_from([(True, False), (False, True), (True, True)]))
    happening(world, b, received=(company,), inferred=inferred[0])
    sent = draw(st.sampled_from([(), (company,)]))
    people = () if sent else (Somebody(("attended",), stood=("place", a)),)
    held = draw(st.sampled_from(["2015-09", "2014"]))
    happening(world, b, held=held, received=sent, people=people, inferred=inferred[1])


def in_bundles(draw: Draw, world: World) -> None:
    """A bundle in a bundle, with a text in it; each may be of the pair and public, or not."""
    outer = text(world, count=draw(st.sampled_from([8, 8, None])))
    among = draw(st.sampled_from([{}, {"pairs": (), "parties": (("words", 0),)}, {"hidden": True}]))
    inner = text(world, part_of=outer, **({"count": draw(st.sampled_from([None, 3]))} | among))
    text(world, part_of=inner)


def succeeded(draw: Draw, world: World) -> None:
    """A place ended, and another pair goes on with its relation, or not."""
    successor(draw, world, draw(st.sampled_from(["2003", "2003", "2015-05-04"])))


def to_be_succeeded(draw: Draw, world: World) -> None:
    """The place has not ended yet, as far as known, but a pair that continues its own is there."""
    successor(draw, world, draw(st.sampled_from(["2080", "", "2026"])))


def successor(draw: Draw, world: World, ended: str) -> None:
    old, spots = draw(st.sampled_from([0, 1])), list(world["spots"])
    spots[old] = replace(spots[old], ended=ended)
    world["spots"] = (*spots, Spot(spots[old].level, country=spots[old].country))
    later = add(world, "twos", Two(1 - old, len(spots), continues=draw(st.sampled_from([0, 0, None]))))
    kind = draw(st.sampled_from(["sister-city", "friendly-exchange"]))
    step(world, 0, kind, "1998-05-04", hidden=draw(st.sampled_from([False, False, True])))
    taken = draw(st.sampled_from(["taken-over", "taken-over", kind]))
    step(world, later, taken, draw(st.sampled_from(["2003", ""])), inferred=draw(st.booleans()))


def met_in_plans(draw: Draw, world: World) -> None:
    """B was to sign at an event in A: that is no contact, unless it did."""
    a, b = either_way(draw)
    event = happening(world, a, held="2019", pairs=(0,))
    state = draw(st.sampled_from(["planned", "planned", "signed"]))
    text(world, state=state, parties=(("place", b), ("words", 0)), pairs=(), signed="2019", event=event)


def by_length(draw: Draw, world: World) -> None:
    """A term is stated as a length: from a signing of an inferred day, and from a day that is not known exactly."""
    reckoned = draw(st.sampled_from(["signing", "signing", "unknown"]))
    text(world, signed="2015-05-04", months=draw(st.sampled_from([1200, 60])), signed_inferred=True, reckoned=reckoned)
    term, signed = draw(st.sampled_from([("", "2015"), ("2015/", "2010-06"), ("", ""), ("", "2024")]))
    text(world, term=term, signed=signed, months=draw(st.sampled_from([139, 12, 60])), reckoned=reckoned)


LEVELS = ["town", "county", "district", "prefecture", "county-city", "city"]


def of_states(draw: Draw, world: World) -> None:
    """The two are provinces, states, or one of each."""
    sisters(draw, world, *draw(st.permutations(["US", "JP"])), levels=("province", "province"))


def of_levels(draw: Draw, world: World) -> None:
    """The two are of levels that may differ."""
    one = draw(st.sampled_from(LEVELS))
    sisters(draw, world, "", "", levels=(draw(st.sampled_from(["city", one, *LEVELS, "province"])), one))


def sisters(draw: Draw, world: World, *countries: str, levels: tuple[str, str]) -> None:
    """Make sister cities of the two, unless parts of theirs are drawn: a place is no smaller than its parts."""
    spots = list(world["spots"])
    if not any(spot.parent in (0, 1) for spot in spots):
        for place, (level, country) in enumerate(zip(levels, countries, strict=True)):
            spots[place] = replace(spots[place], level=level, country=country)
        world["spots"] = tuple(spots)
    step(world, 0, "sister-city", draw(st.sampled_from(["1998-05-04", "2003", "2008/2012"])))


UNTYING = [
    {"kind": "memorandum", "state": "planned"},
    {"kind": "declaration"},
    {"kind": "memorandum"},
    {"kind": "other", "count": 5},
]


def tied(draw: Draw, world: World) -> None:
    """Bodies of both signed something; which texts tie them, and which is the earliest, is drawn."""
    one, other = (add(world, "bodies", Body("university", place)) for place in (0, 1))
    both, others = {"parties": (("body", one), ("body", other)), "pairs": ()}, st.sampled_from(UNTYING)
    text(world, kind="memorandum", signed="2010-06", **both)
    text(world, signed=draw(st.sampled_from(["2003", "", "2015-05-04"])), **both, **draw(others))
    parts = draw(st.sampled_from([("attended",), ("message",)]))
    happening(world, 0, people=(Somebody(parts, stood=("body", other)),))


def apart_in_time(draw: Draw, world: World) -> None:
    """Entries lie years apart: one between may be of any of them, or of none."""
    for held in ("2003", "2019", draw(st.sampled_from(["2008/2012", "2001/2015", "2012/", "/2012", ""]))):
        happening(world, draw(st.sampled_from([0, 1])), held=held, pairs=(0,))


def hidden_all(draw: Draw, world: World) -> None:
    """What would be the highest stage, the last contact, a visit, is hidden."""
    a, b = either_way(draw)
    step(world, 0, "sister-city", "1998-05-04", hidden=True)
    step(world, 0, "contact", draw(st.sampled_from(["", "2003"])))
    people = (Somebody(("attended",), stood=("place", a)),)
    happening(world, b, people=people, pairs=(0,), held="2019", hidden=True)


Trap = Callable[[Draw, World], None]
TRAPS: list[Trap] = [
    *(
        sent_no_one,
        followed_unseen,
        followed,
        of_an_embassy,
        came_twice,
        in_bundles,
        succeeded,
        to_be_succeeded,
        met_in_plans,
    ),
    *(by_length, of_states, of_levels, tied, apart_in_time, hidden_all),
]
