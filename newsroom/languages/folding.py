"""Folding: the normal form in which names are compared and searched."""

import re
import unicodedata

from newsroom.languages.scripts import HAN

_ACCENTS = re.compile("[\u0300-\u036f]")
_STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"})
_SILENT = set("'’‘ʼʹ`´.·•・‧")
_BETWEEN_HAN = re.compile(f"(?<={HAN}) (?={HAN})")


def fold(text: str) -> str:
    """Return the form in which names are compared and searched: "Xī’ān" → "xian", "简·史密斯" → "简史密斯".

    Width, case, accents, apostrophes and dots are dropped; other marks become one space, none between Han
    characters. Traditional characters are kept as they are: `other_names` holds 廣州 beside 广州.
    """
    text = unicodedata.normalize("NFKC", text).casefold()
    text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).casefold()
    text = unicodedata.normalize("NFKC", text).translate(_STROKES)
    words = "".join(map(_letter_or_space, text)).split()
    return _BETWEEN_HAN.sub("", " ".join(words))


def _letter_or_space(character: str) -> str:
    category = unicodedata.category(character)
    if character in _SILENT or category == "Cf":  # Cf: a soft hyphen, a joiner, and the like
        return ""
    return character if category[0] in "LMN" else " "
