"""The demonstration's data files, as they lie in `data/`."""

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

DATA = Path(__file__).parent / "data"


def stories() -> Iterator[dict]:
    """Yield every story file, the oldest year first; the first of them says how they are read."""
    return iter(sorted(_folder("stories"), key=lambda story: (story["article"]["year"], story["slug"])))


def pages() -> Iterator[dict]:
    """Yield the standing pages, each with its columns."""
    return _folder("pages")


def site() -> dict:
    """Return the site's settings and sections."""
    return _read(DATA / "site.toml")


def facts(name: str) -> str:
    """Return the text of the facts file that a story names: everything that the story may say."""
    return (DATA / "facts" / name).read_text("utf-8")


def _folder(name: str) -> Iterator[dict]:
    return (_read(file) for file in sorted((DATA / name).glob("*.toml")))


def _read(file: Path) -> dict:
    with file.open("rb") as opened:
        return tomllib.load(opened, parse_float=Decimal)
