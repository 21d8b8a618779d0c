"""Where a Chinese name is read in pinyin, and the Latin forms that a place may have by that."""

from typing import Any

from newsroom.languages.pinyin import place_forms
from newsroom.places.regions import CHINA, code_of

# Names there may be of other languages, which pinyin does not spell: 日喀则 is Xigazê.
MINORITY_REGIONS = {"xizang", "xinjiang", "inner-mongolia"}
MINORITY_UNITS = ("自治州", "自治县", "自治旗", "盟", "旗", "民族乡")


def reads_in_pinyin(place: Any) -> bool:
    """Return whether names of this place are read in pinyin: in the Chinese mainland, minority places apart."""
    line = (place, *place.ancestors())
    return code_of(place) == CHINA and not any(map(_is_of_a_minority, line))


def _is_of_a_minority(place: Any) -> bool:
    names = (place.name_zh, *place.other_names.splitlines())
    return place.slug in MINORITY_REGIONS or any(name.endswith(MINORITY_UNITS) for name in names)


def latin_forms(place: Any) -> tuple[str, ...]:
    """Return the Latin forms that are possible for the name of a place; none where it has one, or is not read so."""
    if place.name_en or not place.name_zh or place.level == "country" or not reads_in_pinyin(place):
        return ()
    return place_forms(place.name_zh)
