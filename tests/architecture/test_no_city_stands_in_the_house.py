"""The house is any city's: the demonstration's city, its partners and its people stand in shipped data alone."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from newsroom.places import install
from newsroom.tables import rows_of
from tests.architecture.reading import ROOT

HOUSE = ("newsroom", "templates", "static")
READ = {".py", ".html", ".css", ".js", ".svg", ".txt", ".xml", ".po", ".tsv"}
NAMES = ROOT / "newsroom" / "demo" / "data" / "names"
# Lists of places, and of how they are read, are every city's, and the demonstration is one city's.
SHIPPED = ("newsroom/demo/data/", "newsroom/places/data/", "newsroom/languages/readings.py")
HAN = re.compile("[\u3400-\u9fff]")


def of_the_demonstration() -> set[str]:
    """Return every name of the demonstration's home, its province, its partners, its people and its institutions."""
    site = tomllib.loads((NAMES.parent / "site.toml").read_text("utf-8"))
    home = site["settings"]["home"]
    (row,) = [row for row in rows_of(install.DATA / "cities.tsv") if row["slug"] == home]
    (province,) = [one for one in rows_of(install.DATA / "provinces.tsv") if one["slug"] == row["parent"]]
    found = {row["name_zh"], row["name_en"], *row["other_names"].splitlines()}
    found |= {province["name_zh"], province["name_en"], *province["other_names"].splitlines()}
    for kind in ("places", "people", "institutions"):
        for record in tomllib.loads((NAMES / f"{kind}.toml").read_text("utf-8")).values():
            found |= {words for column, words in record.items() if column in COLUMNS}
    return {name for name in found if name not in ANYBODY and (len(name) > 1 or name == "甬")}


COLUMNS = {"name_zh", "name_en", "short_zh", "short_en"}
ANYBODY = {"Wang", "王"}  # a surname alone names nobody


def sight(names: set[str]) -> re.Pattern:
    """Return what finds any of the names: Latin ones as whole words, in any case."""
    spelled = [re.escape(name) if HAN.search(name) else rf"(?<![a-z]){re.escape(name)}(?![a-z])" for name in names]
    return re.compile("|".join(sorted(spelled, key=len, reverse=True)), re.IGNORECASE)


def files() -> Iterator[Path]:
    for folder in HOUSE:
        for file in sorted((ROOT / folder).rglob("*")):
            if file.suffix in READ and not str(file.relative_to(ROOT)).startswith(SHIPPED):
                yield file


def told_in(text: str, names: set[str]) -> list[str]:
    """Return where a text tells any of the names. Most stand nowhere: those are left out before the slow pattern."""
    folded = text.casefold()
    near = {name for name in names if name.casefold() in folded}
    return sight(near).findall(text) if near else []


def test_no_city_of_the_demonstration_stands_in_code_templates_or_catalogues():
    names = of_the_demonstration()
    found = {str(file.relative_to(ROOT)): told_in(file.read_text("utf-8"), names) for file in files()}
    assert {name: words for name, words in found.items() if words} == {}


def test_the_law_of_the_city_sees_its_breaks():
    names = of_the_demonstration()
    for words in ("such as ningbo", "甬江", "浙江省", "the port of Aachen.", "CNITECH"):
        assert told_in(words, names)
    assert not told_in("any city at all, 任何一座城市", names)
    assert not told_in("wuxingbogus", {"Ningbo", "gbo"})
