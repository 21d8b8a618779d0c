"""What of the cases no page says, and why: it has no field, or readers do not see it there on purpose."""

from typing import NamedTuple

from tests.cases.facts import Fact


class Unsaid(NamedTuple):
    """Facts that no page says: those of these kinds (`about`), or what these pages are expected to say."""

    reason: str
    about: tuple[str, ...] = ()
    expected: tuple[tuple[str, str, str], ...] = ()  # case, kind of page, the record
    whole: tuple[tuple[str, str], ...] = ()  # case, the record


UNSAID = (
    Unsaid(
        "A stop that may still lie ahead is held back, and with it the delegation.",
        whole=tuple(("setting-out", key) for key in ("so-1", "so-2", "so-3", "so-del")),
    ),
    Unsaid(
        "Somebody is only named, without a part: the desk asks for one.",
        about=("named without a part",),
    ),
    Unsaid(
        "Somebody stood in for somebody else: the desk says who was represented by whom, not for whom one came.",
        about=("part: represented",),
    ),
    Unsaid(
        "For which body somebody on a delegation stood: the delegation has senders, its members have offices.",
        about=("stood for",),
    ),
    Unsaid("A visit without a delegation: a visit is an event to which one came.", about=("kind",)),
    Unsaid(
        "The page of a place names no people and lists no texts: they stand on the pages of the events and pairs.",
        expected=(
            ("third-place", "place", "montelac"),
            ("letter-only", "place", "ambermouth"),
            ("unpaired-host", "place", "tuchgrund"),
            ("from-summit", "place", "morevets"),
            ("zone-heads-district", "place", "teahill"),
        ),
    ),
    Unsaid("The delegations at an event are listed, not counted.", expected=(("forum-twenty", "event", "fo-forum"),)),
    Unsaid(
        "A place that only the words of the story name has no page.",
        expected=(("prefecture-aid", "place", "cranewater"),),
    ),
)


def reason_of(case: dict, fact: Fact) -> str:
    """Return why no page says the fact, nothing where it has a field and is to be read."""
    for one in UNSAID:
        if (case["key"], fact.of) in one.whole:
            return one.reason
        if fact.about == "expected" and (case["key"], fact.page, fact.of) in one.expected:
            return one.reason
        if fact.about in one.about and (fact.about != "kind" or fact.said[0] == "visit"):
            return one.reason
    return ""
