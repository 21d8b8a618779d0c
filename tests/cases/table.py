"""The table of all cases, docs/cases.md: what became of their facts, and what no page says."""

from collections import Counter
from pathlib import Path

from tests.cases.reading import OUTCOMES, Found
from tests.cases.unsaid import UNSAID
from tests.run.place import ROOT

PRINTED = Path(ROOT) / "docs" / "cases.md"
HEAD = """# What becomes of the facts of cases

Written by `python -m tests.cases`. Each case, invented or made anonymous from a report, is a set of facts, written down
by people who did not know the program. It is entered through the desk's forms into an empty site, approved by a second
person, and read on the public pages in both languages.

- **as entered**: the page of the record says it so, in both languages.
- **changed**: it says so in the desk's own words, such as a kind of its list.
- **without a field**: no page says it, for a reason that stands below.
- **contradicted**: sentences that the facts make wrong, and that a page says all the same.

| case | facts | as entered | changed | lost | without a field | contradicted |
|---|--:|--:|--:|--:|--:|--:|
"""


def tally(found: list[Found]) -> list[int]:
    """Return how many facts there are, and of each outcome; a contradiction is no fact."""
    counts = Counter(one.outcome for one in found)
    numbers = [counts[outcome] for outcome in OUTCOMES]
    return [sum(numbers[:-1]), *numbers]


def row(title: str, numbers: list[int]) -> str:
    return f"| {title} | {' | '.join(map(str, numbers))} |"


def printed(tallies: dict[str, list[int]], reasons: Counter) -> str:
    """Return the document from the tallies of all cases, by title, and how often each reason was met."""
    total = [sum(column) for column in zip(*tallies.values(), strict=True)]
    lines = [row(title, numbers) for title, numbers in tallies.items()]
    why = "\n".join(f"- {one.reason} ({reasons[one.reason]})" for one in UNSAID)
    return HEAD + "\n".join([*lines, row("**all**", total)]) + f"\n\n## Without a field\n\n{why}\n"


def reasons_in(found: list[Found]) -> dict[str, int]:
    return dict(Counter(one.reason for one in found if one.reason))
