"""The demonstration's data files, as they lie in `data/`."""

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
TERMS = DATA / "terms.tsv"


def stories(name: str = "*") -> Iterator[dict]:
    """Yield the story files of this name or pattern, by day; 2019-08-18-*.toml says how they are read."""
    return _folder("stories", name)


def pages() -> Iterator[dict]:
    """Yield the standing pages, each with its columns: the demonstration's own, and those of every new site."""
    own = {page["slug"]: page for page in _folder("pages")}
    # By its path: the website is a sibling, and siblings do not know each other.
    every = (_read(file) for file in sorted((DATA.parents[1] / "website" / "data").glob("*.toml")))
    yield from ({page["slug"]: page for page in every} | own).values()


def site() -> dict:
    """Return the site's settings and sections."""
    return _read(DATA / "site.toml")


@cache
def names(kind: str) -> dict[str, dict]:
    """Return what the stories name, by slug: "places", "institutions", "people" or "offices"."""
    return _read(DATA / "names" / f"{kind}.toml")


def facts(name: str) -> str:
    """Return the text of a facts file that a story names: everything that one page says and the story may say."""
    return (DATA / "facts" / f"{name}.toml").read_text("utf-8")


def _folder(folder: str, name: str = "*") -> Iterator[dict]:
    return (_read(file) for file in sorted((DATA / folder).glob(f"{name}.toml")))


def _read(file: Path) -> dict:
    with file.open("rb") as opened:
        return tomllib.load(opened, parse_float=Decimal)
