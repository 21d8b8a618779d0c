"""Forms of address: the usual ones in both languages, and where each stands."""

from collections.abc import Mapping

from newsroom.languages import EN, ZH, other

# The word in Chinese, and how English says it: the first is printed, the others are understood.
USUAL = (
    ("先生", "Mr", "Mr.", "Mister"),
    ("女士", "Ms", "Ms.", "Mrs", "Mrs.", "Miss", "Madam", "Mme"),
    ("博士", "Dr", "Dr."),
    ("教授", "Professor", "Prof.", "Prof"),
    ("副教授", "Associate Professor"),
    ("院士", "Academician"),
    ("议员", "Cllr", "Cllr.", "Councillor"),
    ("阁下", "H.E.", "HE", "His Excellency", "Her Excellency"),
    ("勋爵", "Lord"),
    ("爵士", "Sir", "Dame"),
    ("牧师", "Revd", "Rev.", "Reverend"),
    ("拿督斯里", "Dato’ Seri", "Dato' Seri", "Datuk Seri"),
    ("拿督", "Dato’", "Dato'", "Datuk"),
    ("丹斯里", "Tan Sri"),
    ("敦", "Tun"),
)
LEADING = {"拿督斯里", "拿督", "丹斯里", "敦", "尊敬的"}  # in Chinese too they stand before the name

_OTHER = {
    ZH: {word: chinese for chinese, *english in USUAL for word in english},
    EN: {chinese: english for chinese, english, *_also in USUAL},
}


def honorific(language: str, typed: Mapping[str, str]) -> str:
    """Return the form of address in `language`: as typed, else the usual word for the one in the other language."""
    return typed[language] or _OTHER[language].get(typed[other(language)].strip(), "")


def around(words: str | None, language: str) -> tuple[str, str]:
    """Return what is said before and after a name, in the order of the language."""
    if not words:
        return "", ""
    if language == EN:
        return f"{words} ", ""
    return (words, "") if words in LEADING else ("", words)
