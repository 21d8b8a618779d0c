"""Draws docs/look/: every kind of page on one sheet, for each width, language and scheme, and its leaves as printed.

    .venv/bin/python -m tests.readers.sheet          # all sheets
    .venv/bin/python -m tests.readers.sheet print    # those whose names begin so

Made to be looked at by people before a change of the look is called done; nothing compares pictures by machine.
"""

import contextlib
import io
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from PIL import Image, ImageDraw
from playwright.sync_api import Browser, sync_playwright

from newsroom.launch import ROOT
from tests.bench import live_site
from tests.readers.leaves import drawn, printed
from tests.setting_up import HAIMEN

KINDS = (
    "",
    "news/2019/ningbo-ganzhou-framework-agreement/",
    "news/2019/ningbo-ganzhou-framework-agreement/?with={twin}",
    "news/",
    "news/?kind=meeting",
    "pairs/",
    "pairs/ningbo-nottingham/",
    "pairs/ningbo-ganzhou/",
    "places/",
    "places/ningbo/",
    "agreements/",
    "agreements/ningbo-ganzhou-framework-agreement/",
    "delegations/",
    "delegations/2019-08-18-ganzhou-ningbo/",
    "events/2019-08-18-ningbo-meeting/",
    "people/",
    "people/zheng-shanjie/",
    "institutions/",
    "institutions/unnc/",
    "search/?q=Nottingham",
    "search/?q=qqqq",
    "corrections/",
    "words/",
    "about/",
    "accessibility/",
    "news/2012/ningbo-daegu-ten-years/",
    "crowded:pairs/haimen-anbei/",
    "empty:",
    "nothing/",
    "news/2019/zhejiang-and-jilin-meet-in-ningbo/",  # with a correction; there is none in Chinese
    "news/2006/ueda-friendship-group-in-ningbo/",  # there is none in English
    "news/2012/ningbo-delegation-in-daegu/",
    "broken/",
)
TWIN = {"en": "zh", "zh": "en"}


@dataclass(frozen=True)
class View:
    """A window in CSS pixels; how much of a longer page is shown, and how wide on the sheet."""

    width: int
    height: int
    most: int
    drawn: int


SCREENS = (View(360, 780, 1120, 190), View(768, 1024, 1080, 250), View(1440, 900, 1350, 340))
LEAF, LEAVES = 180, 2  # how wide a printed leaf is on the sheet, and how many of a page are shown
GAP, COLUMNS = 12, 9


def main(wanted: str = "", folder: Path = ROOT / "docs" / "look") -> None:
    """Build and serve the demonstration, and draw into `folder` those of its sheets whose names begin as `wanted`."""
    with (
        tempfile.TemporaryDirectory(prefix="newsroom-look-") as home,
        sites(Path(home)) as bases,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for language in TWIN:
            for view, scheme in product(SCREENS, ("light", "dark")):
                if (name := f"{view.width}-{language}-{scheme}").startswith(wanted):
                    pictures = photographed(browser, bases, language, view, color_scheme=scheme)
                    save(laid_out(pictures, scheme), folder / f"{name}.webp")
            if (name := f"print-{language}").startswith(wanted):
                save(laid_out(on_paper(browser, bases, language), "light"), folder / f"{name}.webp")
        browser.close()


@contextlib.contextmanager
def sites(home: Path):
    """Serve the demonstration (""), a site that has only been set up, and one of a single crowded pair, by name."""
    served_here = {}
    with contextlib.ExitStack() as stack:
        faults = {"DJANGO_SETTINGS_MODULE": "tests.readers.with_faults.settings"}
        served_here[""] = stack.enter_context(live_site.demonstration(home / "demonstration", **faults))
        for name, *commands in (
            ("empty", ("setup", *(f"--{asked.replace('_', '-')}={answer}" for asked, answer in HAIMEN.items()))),
            ("crowded", ("migrate", "--verbosity=0"), ("shell", "-c", "from tests.crowded import fill; fill()")),
        ):
            surroundings = live_site.surroundings_in(home / name)
            for command in commands:
                live_site.manage(surroundings, *command)
            served_here[name], _process = stack.enter_context(live_site.server(surroundings, home / f"{name}.log"))
        yield served_here


def on_paper(browser: Browser, bases: dict, language: str) -> list:
    """Return a small picture of the first leaves of each kind of page, with the page's path and the leaf's number."""
    page, pictures = browser.new_page(), []
    for address, name in places(bases, language):
        page.goto(address)
        leaves = drawn(printed(page), LEAF)
        for number, leaf in enumerate(leaves[:LEAVES], start=1):
            pictures.append((f"{number}/{len(leaves)}  {name if number == 1 else ''}", leaf))
    page.close()
    return pictures


def places(bases: dict, language: str) -> Iterator[tuple[str, str]]:
    """Return where each kind of page stands in the language, and by which name it goes on the sheet."""
    for kind in KINDS:
        site, _, path = kind.format(twin=TWIN[language]).rpartition(":")
        path = f"/{language}/{path}"
        yield bases[site] + path, f"{site} {path}".strip()


def photographed(browser: Browser, bases: dict, language: str, view: View, **media: str) -> list:
    """Return a small picture of the top of each kind of page, with the page's path."""
    page = browser.new_page(viewport={"width": view.width, "height": view.height})
    page.emulate_media(**media)
    pictures = []
    for address, name in places(bases, language):
        page.goto(address)
        height = min(page.evaluate("document.documentElement.scrollHeight"), view.most)
        page.set_viewport_size({"width": view.width, "height": height})  # what is far down is laid out in view only
        picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        page.set_viewport_size({"width": view.width, "height": view.height})
        pictures.append((name, picture.resize((view.drawn, height * view.drawn // view.width), Image.LANCZOS)))
    page.close()
    return pictures


def laid_out(pictures: list, scheme: str) -> Image.Image:
    """Return the pictures in rows, each under its path."""
    ground, ink = ("#d8d8d4", "#333333") if scheme == "light" else ("#3a3a3a", "#dddddd")
    rows = [pictures[start : start + COLUMNS] for start in range(0, len(pictures), COLUMNS)]
    heights = [max(picture.height for _path, picture in row) + 3 * GAP for row in rows]
    wide = pictures[0][1].width + GAP
    sheet = Image.new("RGB", (COLUMNS * wide + GAP, sum(heights) + GAP), ground)
    pen, top = ImageDraw.Draw(sheet), GAP
    for row, height in zip(rows, heights, strict=True):
        for column, (path, picture) in enumerate(row):
            left = GAP + column * wide
            while pen.textlength(path) > picture.width:
                path = f"{path.rstrip('…')[:-1]}…"
            pen.text((left, top), path, fill=ink)
            sheet.paste(picture, (left, top + GAP + 2))
        top += height
    return sheet


def save(sheet: Image.Image, path: Path) -> None:
    """Keep it small: all sheets together stay under 3 MB."""
    sheet.save(path, quality=40, method=6)


if __name__ == "__main__":
    main(*sys.argv[1:])
