"""Which characters are of which script: the one home of every pattern that looks for Chinese characters."""

import re

# Radicals, 々〇 and the other marks that stand for a character, the first block with its extension A, compatibility
# characters, and both supplementary planes whole: extensions B to J and those to come.
HAN_RANGES = (
    "\u2e80-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
)
HAN = f"[{HAN_RANGES}]"

_ANY = re.compile(HAN)
_ALL = re.compile(f"{HAN}+")


def has_han(text: str) -> bool:
    """Return whether a Chinese character, however rare, stands in the text."""
    return bool(_ANY.search(text))


def is_han(text: str) -> bool:
    """Return whether the text is Chinese characters and nothing else."""
    return bool(_ALL.fullmatch(text))
