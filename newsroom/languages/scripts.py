"""Which characters are of which script, and what that tells of the language: the one home of such patterns."""

import re
from functools import cache
from pathlib import Path

# Radicals, marks that stand for a character (such as the zero), the first block with its extension A, compatibility
# characters, and both supplementary planes whole: extensions B to J and those to come.
HAN_RANGES = (
    "\u2e80-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
)
HAN = f"[{HAN_RANGES}]"
KANA_RANGES = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"

# The language of a script that one language is written in; of the others only the script is known.
LETTERS = {
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "und-Cyrl": "\u0400-\u052f",
    "hy": "\u0531-\u058f",
    "und-Hebr": "\u0590-\u05ff",
    "und-Arab": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff",
    "und-Deva": "\u0900-\u097f",
    "und-Beng": "\u0980-\u09ff",
    "ta": "\u0b80-\u0bff",
    "si": "\u0d80-\u0dff",
    "th": "\u0e00-\u0e7f",
    "lo": "\u0e80-\u0eff",
    "und-Tibt": "\u0f00-\u0fff",
    "und-Mymr": "\u1000-\u109f",
    "ka": "\u10a0-\u10ff",
    "am": "\u1200-\u139f",
    "km": "\u1780-\u17ff",
    "und-Mong": "\u1800-\u18af",
    "ko": "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3",
}
CHINESE, JAPANESE, UNSURE = "zh-Hans", "ja", "und-Hani"

_ANY, _ALL, _KANA = re.compile(HAN), re.compile(f"{HAN}+"), re.compile(f"[{KANA_RANGES}]")
_OF_LETTERS = {tag: re.compile(f"[{letters}]") for tag, letters in LETTERS.items()}


@cache
def traditional() -> frozenset[str]:
    """Return the characters that simplified Chinese writes otherwise."""
    return frozenset((Path(__file__).parent / "data" / "traditional.txt").read_text("utf-8")) - {"\n"}


def has_han(text: str) -> bool:
    """Return whether a Chinese character, however rare, stands in the text."""
    return bool(_ANY.search(text))


def is_han(text: str) -> bool:
    """Return whether the text is Chinese characters and nothing else."""
    return bool(_ALL.fullmatch(text))


def tag_of_run(run: str) -> str:
    """Return the `lang` of words in another script than Latin, as far as it is certain, else its script.

    Kana make the characters beside them Japanese. Characters that simplified Chinese writes otherwise may be
    traditional Chinese, or Japanese.
    """
    if _KANA.search(run):
        return JAPANESE
    if has_han(run):
        return UNSURE if traditional() & set(run) else CHINESE
    return next((tag for tag, letters in _OF_LETTERS.items() if letters.search(run)), "")
