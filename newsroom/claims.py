"""What a computed sentence of the public site says, as data: the form in which every room declares its claims.

A sentence, heading, count or status that is computed from records is a claim. Each is declared once, in `claims.py` of
the room that computes it; `manage.py claims` prints them all, in both languages, as docs/claims.md.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext, override

from newsroom.languages import EN, ZH


@dataclass(frozen=True)
class Claim:
    """A computed sentence.

    `says` holds its forms: message ids as the catalogue has them, or labels of choices. `true` is the definition, in
    words, translated where readers are told it too; `asks` names every record that could contradict it and is
    therefore asked.
    """

    name: str  # such as "pair.no-visit"
    says: tuple[str | Promise, ...]
    true: str | Promise
    asks: str

    def said_in(self, language: str) -> list[str]:
        """Return the sentences in one language, with their placeholders."""
        with override(language):
            return [_translated(words) if isinstance(words, str) else str(words) for words in self.says]


def _translated(message: str) -> str:
    """Return the translation of a message id; of a plural the form for one, which older Pythons miss."""
    found = gettext(message)
    return found if found != message else ngettext(message, message, 1)


@dataclass(frozen=True)
class Definition:
    """A word that claims and pages use, as an official would sign it; `anchor` is its place on the page of words."""

    anchor: str
    word: str | Promise
    means: str | Promise


def printed(definitions: Iterable[Definition], claims: Iterable[Claim]) -> str:
    """Return docs/claims.md."""
    with override(EN):
        return "\n".join(_lines(definitions, claims)) + "\n"


def _lines(definitions: Iterable[Definition], claims: Iterable[Claim]) -> Iterator[str]:
    yield "# What the pages claim"
    yield ""
    yield "Printed by `python3 manage.py claims --write` from `claims.py` of each room. `tests/claims` holds for"
    yield "each claim the fewest records that make it appear, and the changes that make it vanish. It is asked as"
    yield "far as readers see it at the moment of the request."
    yield ""
    yield "## The words"
    yield ""
    yield from (f"- **{one.word}**: {one.means}" for one in definitions)
    place = ""
    for claim in claims:
        head, _dot, _name = claim.name.partition(".")
        if head != place:
            place = head
            yield from ("", f"## {head.capitalize()}", "", "| claim | in English | in Chinese | is true when | asks |")
            yield "|---|---|---|---|---|"
        both = (" · ".join(claim.said_in(language)).replace("|", "\\|") for language in (EN, ZH))
        yield f"| `{claim.name}` | {' | '.join(both)} | {claim.true} | {claim.asks} |"
