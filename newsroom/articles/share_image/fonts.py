"""Font selection: the best installed font that covers every character, never by name alone."""

from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageFont

FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "C:/Windows/Fonts",
)
HAN_SERIF = (
    *("NotoSerifCJK-Bold.ttc", "NotoSerifCJKsc-Bold.otf", "NotoSerifSC-Bold.otf", "NotoSerifSC-Bold.ttf"),
    *("SourceHanSerifSC-Bold.otf", "SourceHanSerif-Bold.ttc", "Songti.ttc", "simsun.ttc"),
)
HAN_SANS = (
    *("NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular.otf", "NotoSansSC-Regular.otf", "NotoSansSC-Regular.ttf"),
    *("SourceHanSansSC-Regular.otf", "SourceHanSans-Regular.ttc", "PingFang.ttc", "msyh.ttc", "wqy-zenhei.ttc"),
    *("wqy-microhei.ttc", "DroidSansFallbackFull.ttf"),
)
SERIF = (
    *("SourceSerif4-Bold.otf", "SourceSerif4-Bold.ttf", "NotoSerif-Bold.ttf", "NotoSerifCJK-Bold.ttc"),
    *("Georgia Bold.ttf", "georgiab.ttf", "LiberationSerif-Bold.ttf", "DejaVuSerif-Bold.ttf"),
)
SANS = (
    *("NotoSans-Regular.ttf", "NotoSansCJK-Regular.ttc", "Arial.ttf", "arial.ttf", "LiberationSans-Regular.ttf"),
    "DejaVuSans.ttf",
)
# The role's preferred fonts, then any other that covers the words.
ROLES = {
    ("zh", "serif"): HAN_SERIF + HAN_SANS,
    ("zh", "sans"): HAN_SANS + HAN_SERIF,
    ("en", "serif"): SERIF + HAN_SERIF + HAN_SANS + SANS,
    ("en", "sans"): SANS + HAN_SANS + SERIF,
}
FIRST_HAN = "\u2e80"
PROBE_SIZE = 24  # pixels, in which a font is asked for a glyph
FACES = 10  # faces tried in one collection, at most
NOBODY_S = "\U0010ffff"  # a character that no font has


class NoFont(Exception):
    """No installed font covers every character of these words."""


def font_for(words: str, language: str, role: str, size: int) -> ImageFont.FreeTypeFont:
    """Return the best font of `role` ("serif", "sans") that covers every character of `words`. Raise NoFont."""
    face = " SC" if language == "zh" or any(letter >= FIRST_HAN for letter in words) else " KR"
    for name in ROLES[language, role]:
        path = installed().get(name)
        font = path and opened(path, size, face)
        if font and covers(font, words):
            return font
    raise NoFont(words)


@cache
def installed() -> dict[str, str]:
    """Return the installed font files by name."""
    wanted = {name for names in ROLES.values() for name in names}
    files = (path for folder in FOLDERS for path in Path(folder).expanduser().rglob("*") if path.name in wanted)
    return {path.name: str(path) for path in files}


@cache
def opened(path: str, size: int, wanted: str) -> ImageFont.FreeTypeFont | None:
    """Return the font; of a collection the face whose name ends so, else its first. None if it is broken.

    The letters are the same in each; the simplified Chinese face (" SC") has full-width apostrophes and quotation
    marks, the Korean (" KR") those of Latin text.
    """
    first = None
    for face in range(FACES if path.endswith(".ttc") else 1):
        try:
            font = ImageFont.truetype(path, size, index=face)
        except OSError:
            break
        first = first or font
        if (font.getname()[0] or "").endswith(wanted):
            return font
    return first


def covers(font: ImageFont.FreeTypeFont, words: str) -> bool:
    """Return whether the font has a glyph for every character, none put together of a letter and a mark."""
    plain = _plain(font.path, font.index)
    missing = _drawn(plain, NOBODY_S)
    return all(_drawn(plain, letter) != missing for letter in set(words) if not letter.isspace())


@cache
def _plain(path: str, face: int) -> ImageFont.FreeTypeFont:
    """Return the face in the one size in which letters are looked for, the same object each time."""
    return ImageFont.truetype(path, PROBE_SIZE, index=face, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=4096)
def _drawn(font: ImageFont.FreeTypeFont, letter: str) -> tuple:
    mask = font.getmask(letter)
    return mask.size, bytes(mask)
