"""The day that pages call today is asked of `clock.today_at` alone, so that no page of a demonstration has another.

`clock.day_of` gives the day of a moment that is past: of a publication, or of the reader's own access.
"""

import ast
import re

from tests.architecture.reading import HOUSE, blanked, caught, hold, line_of, place_of, python_files, templates

CLOCK = HOUSE / "publishing" / "clock.py"
OF_THE_PAST = {
    "newsroom/articles/after.py",
    "newsroom/articles/citing.py",
    "newsroom/articles/linked.py",
    "newsroom/articles/poster.py",
}
WALL_CLOCK = {"today", "now", "utcnow", "localdate"}
MODULES = {"date", "datetime", "timezone"}
NOW = re.compile(r"\{%-?\s*now\b")


def wall_clock(text):
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Attribute) and called.attr in WALL_CLOCK:
            if isinstance(called.value, ast.Name | ast.Attribute) and _last(called.value) in MODULES:
                yield node.lineno, f"asks the machine's clock: {called.attr}()"
        elif isinstance(called, ast.Name) and called.id == "localdate":
            yield node.lineno, "asks the machine's clock: localdate()"
        if isinstance(called, ast.Attribute) and called.attr == "date" and "moment" in ast.dump(called.value):
            yield node.lineno, "takes the day out of a moment: ask clock.today_at"


def wall_clock_in_template(text):
    for match in NOW.finditer(blanked(r"\{#.*?#\}", text)):
        yield line_of(text, match), "asks the machine's clock: {% now %}"


def _last(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def test_nothing_but_the_clock_asks_for_the_day_of_the_wall_clock():
    hold(wall_clock, [path for path in python_files() if path != CLOCK])
    hold(wall_clock_in_template, templates())


def test_only_what_prints_the_day_of_a_past_moment_asks_past_the_day_of_a_demonstration():
    asking = {
        place_of(path)
        for path in python_files()
        if path != CLOCK and re.search(r"(?<!\w)day_of\(", path.read_text("utf-8"))
    }
    assert asking == OF_THE_PAST


def test_the_laws_see():
    for line in ("date.today()", "datetime.now(UTC)", "timezone.now()", "timezone.localdate()", "localdate()"):
        assert caught(wall_clock, f"day = {line}"), line
    assert caught(wall_clock, "day = request.moment.date()")
    assert caught(wall_clock_in_template, '{% now "Y" %}')
    for line in ("clock.today_at(at)", "self.now()", "row.date()", "today(at)"):
        assert not caught(wall_clock, f"day = {line}"), line
    assert not caught(wall_clock_in_template, '{# {% now "Y" %} #}')
