"""Pinyin of Han names: the key by which Chinese lists are sorted, and the official Latin forms that are possible.

The dictionary is loaded when the first name is read, at a save or in the desk, without the phrases that come with it
(45 MB): the few that names need stand in `readings`.
"""

import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice, product

from newsroom.languages.folding import fold
from newsroom.languages.readings import ALONE, COMPOUND_SURNAMES, SEVERAL, SIMPLIFIED, SURNAME_READINGS, SURNAMES, WORDS

MOST = 6  # forms that are offered
_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
_LONGEST_WORD = max(map(len, WORDS))
_LEVELS = tuple("市县区省州盟旗镇乡")  # one at the end is no part of a place's name
_BARE = 2  # characters that must be left of it
_GIVEN = (1, 2)  # characters of a given name


def spoken(text: str, latin: str = "", *, person: bool = False) -> str:
    """Return the sort key of a name: each Han character as syllable, tone, and itself; other signs folded.

    Where `latin` is the pinyin of the name, it settles how each character is read; else a person's surname is read as
    a surname. Traditional characters are read as the simplified ones. ü sorts behind u: 芦 lu2, 吕 lu:3, 栾 luan2.
    """
    signs = fold(text)
    plain = signs.translate(SIMPLIFIED)
    said = _as_spelled(plain, fold(latin).replace(" ", "")) or _likeliest(plain, person)
    return "".join(f"{_syllable(reading)}{sign}" for sign, reading in zip(signs, said, strict=True))


def spells(latin: str, name_zh: str) -> bool:
    """Return whether `latin` is a way in which the characters of a name are read: "Le Gang" or "Yuegang" 乐港."""
    return bool(_as_spelled(fold(name_zh).translate(SIMPLIFIED), fold(latin).replace(" ", "")))


def person_forms(name_zh: str) -> tuple[str, ...]:
    """Return the official Latin forms a Chinese name may have, likeliest first, as "Ouyang Xi'an".

    None where it is not a known surname with a given name of one or two Han characters: its order is unknown.
    """
    size = next((size for size in (2, 1) if _is_surname(name_zh[:size]) and len(name_zh) - size in _GIVEN), 0)
    given = name_zh[size:]
    if not size or not all(map(_readings, given)):
        return ()
    return _forms((_surnames(name_zh[:size]), _spellings(given)), " ")


def place_forms(name_zh: str) -> tuple[str, ...]:
    """Return the official Latin forms a Chinese place name may have, likeliest first: 西安市 is "Xi'an".

    The word for its level is left off, as in the names of places. Places named in another language are not known apart.
    """
    bare = name_zh[:-1] if name_zh.endswith(_LEVELS) and len(name_zh) > _BARE and name_zh not in WORDS else name_zh
    if not bare or not all(map(_readings, bare)):
        return ()
    known = WORDS.get(bare)
    return _forms(([_word(known)] if known else _spellings(bare),), "")


def _forms(parts: Sequence[Iterable[str]], between: str) -> tuple[str, ...]:
    forms = (between.join(part.capitalize() for part in chosen) for chosen in product(*parts))
    return tuple(islice(dict.fromkeys(forms), MOST))


def _is_surname(characters: str) -> bool:
    return characters in SURNAMES or characters in COMPOUND_SURNAMES


def _surnames(characters: str) -> list[str]:
    if whole := COMPOUND_SURNAMES.get(characters):
        return [_word(whole)]
    return [_plain(one) for one in SURNAME_READINGS.get(characters) or _readings(characters)[:1]]


def _spellings(characters: str) -> Iterator[str]:
    return map(_word, product(*(SEVERAL.get(one) or (_alone(one),) for one in characters)))


def _word(readings: Iterable[str]) -> str:
    """Return syllables written as one word, apart by an apostrophe before a, o and e."""
    first, *others = map(_plain, readings)
    return first + "".join(f"'{one}" if one[0] in "aoe" else one for one in others)


def _as_spelled(signs: str, latin: str) -> list[str]:
    """Return the readings of which `latin` consists, with no spaces; none where it is not the pinyin of the signs."""
    if not signs:
        return []
    for reading in _every(signs[0]):
        start = fold(_plain(reading))
        if latin.startswith(start):
            rest = _as_spelled(signs[1:], latin[len(start) :])
            if len(rest) == len(signs) - 1 and (rest or latin == start):
                return [reading, *rest]
    return []


def _likeliest(signs: str, person: bool) -> list[str]:
    said = _surname(signs) if person else []
    while len(said) < len(signs):
        said += _next(signs[len(said) :], {} if person else WORDS)
    return said


def _surname(signs: str) -> list[str]:
    for size in (2, 1):
        start = signs[:size]
        if start in COMPOUND_SURNAMES and len(signs) > size:
            return list(COMPOUND_SURNAMES[start])
        if start in SURNAME_READINGS:
            return [SURNAME_READINGS[start][0]]
    return []


def _next(signs: str, words: Mapping[str, tuple[str, ...]]) -> list[str]:
    sizes = range(min(_LONGEST_WORD, len(signs)), 1, -1)
    return next((list(words[signs[:size]]) for size in sizes if signs[:size] in words), [_alone(signs[0])])


def _every(character: str) -> tuple[str, ...]:
    likely = _alone(character)
    told = *SEVERAL.get(character, ()), *SURNAME_READINGS.get(character, ()), *_readings(character)
    return tuple(filter(None, (likely, *told)))


def _alone(character: str) -> str:
    return ALONE.get(character) or next(iter(_readings(character)), "")


def _readings(character: str) -> tuple[str, ...]:
    return tuple(filter(None, _dictionary().get(ord(character), "").split(",")))


def _syllable(reading: str) -> str:
    if not reading:
        return ""
    tone = next((_TONES[mark] for mark in unicodedata.normalize("NFD", reading) if mark in _TONES), "5")
    return _plain(reading).replace("ü", "u:") + tone  # ":" stands between the digits and the letters


def _plain(reading: str) -> str:
    bare = "".join(mark for mark in unicodedata.normalize("NFD", reading) if mark not in _TONES)
    return unicodedata.normalize("NFC", bare)


@cache
def _dictionary() -> Mapping[int, str]:
    """Return {character: its readings, parted by commas}."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "1")
    from pypinyin.pinyin_dict import pinyin_dict  # 13 MB that a reader's page never needs

    return pinyin_dict
