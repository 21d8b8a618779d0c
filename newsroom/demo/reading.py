"""Reader of the demo data files in `data/`."""

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
TERMS = DATA / "terms.tsv"


def stories(name: str = "*") -> Iterator[dict]:
    """Yield the stories whose file name matches, by day; 2019-08-18-*.toml documents the format."""
    return _folder("stories", name)


def pages() -> Iterator[dict]:
    """Yield the columns of the standing pages: those of every new site, overridden by the demo's own."""
    own = {page["slug"]: page for page in _folder("pages")}
    # By path: `website` is in the same layer, so it must not be imported.
    every = (_read(file) for file in sorted((DATA.parents[1] / "website" / "data").glob("*.toml")))
    yield from ({page["slug"]: page for page in every} | own).values()


def site() -> dict:
    """Return the site's settings and sections."""
    return _read(DATA / "site.toml")


@cache
def names(kind: str) -> dict[str, dict]:
    """Return {slug: columns} of a kind: "places", "institutions", "people" or "offices"."""
    return _read(DATA / "names" / f"{kind}.toml")


def facts(name: str) -> str:
    """Return the text of a facts file: everything that a story may state from its source page."""
    return (DATA / "facts" / f"{name}.toml").read_text("utf-8")


def _folder(folder: str, name: str = "*") -> Iterator[dict]:
    return (_read(file) for file in sorted((DATA / folder).glob(f"{name}.toml")))


def _read(file: Path) -> dict:
    with file.open("rb") as opened:
        return tomllib.load(opened, parse_float=Decimal)
