"""How Hong Kong, Macao and Taiwan are named, listed and counted: the one home of the rule.

The office chooses between two conventions (`SiteSettings.Regions`). In that of public bodies in the Chinese mainland
they are listed under China, as "Hong Kong, China" and so on, and are not counted as countries. In that of ISO 3166's
neutral short names they are regions of their own. Where the office chose none, its home decides.
"""

from collections.abc import Callable, Iterable
from contextvars import ContextVar
from typing import Any, NamedTuple

from newsroom.languages import EN, ZH, Words
from newsroom.masthead import house_style
from newsroom.masthead.models import SiteSettings

CHINA = "CN"
MAINLAND, ISO = SiteSettings.Regions.MAINLAND, SiteSettings.Regions.ISO

Find = Callable[[str], Any]  # looks up a place by its slug


class Region(NamedTuple):
    """The names of a region, (Chinese, English), in each convention, and other names that an office may enter."""

    of_china: tuple[str, str]
    neutral: tuple[str, str]
    others: tuple[str, ...]

    def names(self) -> Iterable[str]:
        return (*self.of_china, *self.neutral, *self.others)


REGIONS = {
    "HK": Region(
        ("中国香港", "Hong Kong, China"),
        ("香港", "Hong Kong"),
        (
            *("中國香港", "香港特别行政区", "香港特別行政區", "中国香港特别行政区", "中華人民共和國香港特別行政區"),
            *("中华人民共和国香港特别行政区", "Hongkong", "Hong Kong SAR", "Hong Kong SAR, China", "HKSAR"),
            *("Hong Kong Special Administrative Region", "Hong Kong Special Administrative Region of China"),
        ),
    ),
    "MO": Region(
        ("中国澳门", "Macao, China"),
        ("澳门", "Macao"),
        (
            *(
                "澳門",
                "中國澳門",
                "澳门特别行政区",
                "澳門特別行政區",
                "中国澳门特别行政区",
                "中華人民共和國澳門特別行政區",
            ),
            *("中华人民共和国澳门特别行政区", "Macau", "Macau, China", "Macao SAR", "Macao SAR, China", "Macau SAR"),
            *("Macao Special Administrative Region", "Macao Special Administrative Region of China"),
        ),
    ),
    "TW": Region(
        ("中国台湾", "Taiwan, China"),
        ("台湾", "Taiwan"),
        (
            *(
                "臺灣",
                "台灣",
                "中國台灣",
                "中國臺灣",
                "台湾省",
                "臺灣省",
                "台灣省",
                "中国台湾省",
                "台湾地区",
                "中国台湾地区",
            ),
            *(
                "中华台北",
                "中華台北",
                "中华民国",
                "中華民國",
                "Taiwan Province",
                "Taiwan Province, China",
                "Taiwan Region",
            ),
            *("Taiwan Province of China", "Taiwan, Province of China", "Chinese Taipei", "Republic of China"),
        ),
    ),
}
_CODES = {name.casefold(): code for code, region in REGIONS.items() for name in region.names()}
_LEVELS = ("country", "province", "city")  # at which an office may enter one; a town of the name is another place

_settled: ContextVar[tuple[SiteSettings, str] | None] = ContextVar("country_of_the_home", default=None)


def region_of(place: Any) -> str:
    """Return "HK", "MO" or "TW" if this record of a place is that region itself, else "".

    `place` has the columns of a place and `ancestors()`. A region is known by its names, or as a country by its code.
    """
    if place.level == "country" and _letters(place) in REGIONS:
        return _letters(place)
    codes = {_CODES.get(name.casefold(), "") for name in (place.name_zh, place.name_en) if name}
    if len(codes) != 1 or place.level not in _LEVELS:
        return ""
    (code,) = codes
    return code if code and country_of(place) in ("", CHINA, code) else ""


def country_of(place: Any) -> str:
    """Return the code of its own, else the nearest above it."""
    return _letters(place) or next(filter(None, map(_letters, place.ancestors())), "")


def _letters(place: Any) -> str:
    return place.country.upper()  # the desk once took small letters too


def code_of(place: Any) -> str:
    """Return the country or region in which a place lies, by its own code or the nearest above it; "" if none has one.

    A region above it goes before the code CN, which is given to places of a region too.
    """
    line = (place, *place.ancestors())
    code = next(filter(None, map(_letters, line)), "")
    if code not in ("", CHINA):
        return code
    return next(filter(None, map(region_of, line)), code)


def listed_under(code: str, convention: str) -> str:
    """Return the code of the country or region under which places of this code are listed and counted."""
    return CHINA if code in REGIONS and convention == MAINLAND else code


def name_of(code: str, language: str, convention: str) -> Words:
    """Return the name of a region as the convention has it."""
    region = REGIONS[code]
    names = region.of_china if convention == MAINLAND else region.neutral
    return Words(names[(ZH, EN).index(language)], language)


def in_force(find: Find) -> str:
    """Return the convention of the site that is followed; `find` looks up its home by slug."""
    site = followed()
    return site.regions or _of_country(_settled_code(site, find))


def listed_with_home(find: Find) -> list[str]:
    """Return the code under which the home lies, then those that are listed with it; none if it is not on record."""
    site = followed()
    if not (home := _settled_code(site, find)):
        return []
    convention = site.regions or _of_country(home)
    alike = (code for code in (CHINA, *REGIONS) if listed_under(code, convention) == listed_under(home, convention))
    return list(dict.fromkeys((home, *alike)))


def followed() -> SiteSettings:
    """Return the site that is followed, else the one that is stored."""
    return house_style.followed() or SiteSettings.current()


def convention_of(site: SiteSettings, find: Find) -> str:
    """Return the convention that this office chose, else that of its home's country."""
    return site.regions or _of_country(_home_code(site, find))


def _of_country(code: str) -> str:
    return MAINLAND if code == CHINA else ISO


def _settled_code(site: SiteSettings, find: Find) -> str:
    """Return the code of the home of `site`; it is settled once while a request or a job is at work."""
    if house_style.followed() is not site:
        return _home_code(site, find)
    settled = _settled.get()
    if settled is None or settled[0] is not site:
        settled = (site, _home_code(site, find))
        _settled.set(settled)
    return settled[1]


def _home_code(site: SiteSettings, find: Find) -> str:
    home = find(site.home) if site.home else None
    return code_of(home) if home else ""
