"""The two language codes, their URL prefixes, `lang` tags and column suffixes."""

ZH = "zh-hans"
EN = "en"
LANGUAGES = (ZH, EN)
PINYIN = "zh-Latn-pinyin"  # the `lang` of a Chinese name in its Latin form

_PREFIXES = {ZH: "zh", EN: "en"}
_TAGS = {ZH: "zh-Hans", EN: "en"}


def prefix_of(code: str) -> str:
    """Return the first segment of the addresses in this language: "zh" or "en". KeyError for any other code."""
    return _PREFIXES[code]


def code_of(prefix: str) -> str:
    """Return the language whose addresses begin with this segment. KeyError if there is none."""
    return {prefix: code for code, prefix in _PREFIXES.items()}[prefix]


def tag_of(code: str) -> str:
    """Return the value of a `lang` attribute: "zh-Hans" or "en"."""
    return _TAGS[code]


def other(code: str) -> str:
    """Return the other one of the two languages."""
    return {ZH: EN, EN: ZH}[code]


def columns(name: str, language: str) -> str:
    """Return the column that holds `name` in this language: ("title", "zh-hans") → "title_zh"."""
    return f"{name}_{prefix_of(language)}"
