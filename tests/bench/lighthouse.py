"""What Lighthouse says of each kind of public page: the demonstration, served as it would be, on a slow phone.

Lighthouse's own mobile setting is used: a CPU slowed down four times and a connection of 1.6 Mbit/s with 150 ms to
the server and back, once called Fast 3G. It comes from npm, beside the tests (tests/readers/package.json).
"""

import json
import os
import re
import shutil
import statistics
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from django.conf import settings
from django.urls import reverse

from newsroom.launch.errors import LaunchError
from newsroom.pages.table import LIST, of_kind

PACKAGES = Path(settings.BASE_DIR / "tests" / "readers")
PROGRAM = PACKAGES / "node_modules" / "lighthouse" / "cli" / "index.js"
# Nothing that looks for the network: the pages come from this machine and ask no other.
QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-sync --disable-background-networking --disable-component-update"
)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
STANDING = ("about", "accessibility")
TRIES = 9  # a browser sometimes loses the beginning of its own trace, and several times in a row
LEAST_SCORE, LATEST_PAINT, LONGEST_TASK = 98, 1_500, 50  # out of 100, and milliseconds


@dataclass(frozen=True)
class Audit:
    """The median of several runs on one page: scores out of 100, milliseconds, and what moved.

    A page that asks not to be found has no score for being found ("seo").
    """

    page: str
    scores: dict[str, float]
    first_paint: float
    longest_task: float
    shift: float

    def wanting(self) -> list[str]:
        """Return what is not as good as it must be, as "page: measure figure"."""
        figures = {
            **{name: (score, score >= LEAST_SCORE) for name, score in self.scores.items()},
            "first paint": (self.first_paint, self.first_paint <= LATEST_PAINT),
            "longest task": (self.longest_task, self.longest_task <= LONGEST_TASK),
            "shift": (self.shift, round(self.shift, 3) == 0),
        }
        return [f"{self.page}: {name} {figure:g}" for name, (figure, good) in figures.items() if not good]


def programs() -> dict[str, str]:
    """Return the surroundings in which Lighthouse finds its browser; install it where it is not. Raise LaunchError."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None or shutil.which("node") is None or shutil.which("npm") is None:
        raise LaunchError("The audit needs Chromium, Node and npm: install them (apt install chromium nodejs npm).")
    if not PROGRAM.exists():
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=PACKAGES, check=True)
    return os.environ | {"CHROME_PATH": browser}


def addresses(base: str) -> dict[str, str]:
    """Return an address of each kind of page at `base`, in both languages; records are the first that are listed."""
    found = {}
    for prefix, other in (("en", "zh"), ("zh", "en")):
        home = f"{base}/{prefix}/"
        for row in of_kind(LIST):
            path = reverse(row.name, args=[prefix])
            found[f"{prefix}: {row.name}"] = base + path
            if row.lists:
                found[f"{prefix}: one of {row.name}"] = _first(base + path, path, base)
        found[f"{prefix}: one of events"] = _first(found[f"{prefix}: one of delegations"], f"/{prefix}/events/", base)
        found |= {f"{prefix}: {name}": f"{home}{name}/" for name in STANDING}
        found[f"{prefix}: a story beside the other language"] = f"{found[f'{prefix}: one of news']}?with={other}"
        found[f"{prefix}: agreements, narrowed"] = f"{home}agreements/?status=in-force"
    return found


def _first(page: str, start: str, base: str) -> str:
    """Return the first address on `page` that goes on from `start` to a record's page."""
    with urlopen(page) as answer:
        text = answer.read().decode()
    return base + re.search(f'href="({re.escape(start)}(?:[0-9]{{4}}/)?[-a-z0-9]+/)"', text)[1]


def audit(page: str, address: str, *, runs: int, surroundings: dict[str, str]) -> Audit:
    """Run Lighthouse `runs` times on `address` and take the medians."""
    reports = [_report(address, surroundings) for _run in range(runs)]
    hidden = any(one["audits"]["is-crawlable"]["score"] == 0 for one in reports)
    return Audit(
        page,
        {
            name: _median(reports, lambda one, name=name: 100 * one["categories"][name]["score"])
            for name in CATEGORIES
            if not (hidden and name == "seo")
        },
        _median(reports, lambda one: one["audits"]["first-contentful-paint"]["numericValue"]),
        _median(reports, _longest_task),
        _median(reports, lambda one: one["audits"]["cumulative-layout-shift"]["numericValue"]),
    )


def _median(reports: list[dict], figure) -> float:
    return statistics.median(figure(report) for report in reports)


def _longest_task(report: dict) -> float:
    """Return the longest task of the page's own, not of the browser's start."""
    tasks = (report["audits"]["long-tasks"].get("details") or {}).get("items", [])
    return max((task["duration"] for task in tasks if task["url"].startswith("http")), default=0.0)


def _report(address: str, surroundings: dict[str, str]) -> dict:
    command = ["node", str(PROGRAM), address, "--output=json", "--quiet", f"--chrome-flags={QUIET}"]
    for _try in range(TRIES):
        done = subprocess.run(command, env=surroundings, capture_output=True, text=True)
        if done.returncode == 0:
            return json.loads(done.stdout)
    raise LaunchError(f"Lighthouse could not audit {address}: {done.stderr.strip()[-300:]}")


def table(audits: Iterable[Audit]) -> Iterator[str]:
    """Yield the lines of a table in Markdown, each as soon as its audit has come."""
    yield "| page | performance | accessibility | best practices | seo | first paint ms | longest task ms | shift |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|"
    for one in audits:
        scores = " | ".join(f"{one.scores[name]:.0f}" if name in one.scores else "–" for name in CATEGORIES)
        yield f"| {one.page} | {scores} | {one.first_paint:.0f} | {one.longest_task:.0f} | {one.shift:.3f} |"
