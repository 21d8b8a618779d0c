"""The form of a case: what makes a claim appear, and what makes it vanish; and the steps that cases share."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.claims.world import World, change, hide

PAIR, TEXT = "pairs/harbourton-rivermouth/", "agreements/text/"
Entering = Callable[[World], object]


@dataclass(frozen=True)
class Case:
    """`enter` makes the claim `name` appear on `page`, in English and Chinese; each of `vanishes` silences it."""

    name: str
    enter: Entering
    page: str
    en: str
    zh: str
    vanishes: dict[str, Entering]


def text(**facts: Any) -> Entering:
    return lambda it: it.text(**facts)


def changed(record: str, **columns: Any) -> Entering:
    return lambda it: change(it.entered[record], **columns)


def hidden(record: str) -> Entering:
    return lambda it: hide(it.entered[record])


def later(how: str, **facts: Any) -> Entering:
    """Enter a second text that follows the first."""
    facts = {"signed": "2005", "following": how} | facts
    return lambda it: it.text("later", follows=it.entered["text"], **facts)


def both(*entering: Entering) -> Entering:
    def enter(it: World) -> None:
        for one in entering:
            one(it)

    return enter
