"""The two languages: codes, names in two scripts, folding, sort keys. Import from here; sort keys from `.sorting`."""

from newsroom.languages.codes import EN, LANGUAGES, PINYIN, ZH, code_of, columns, other, prefix_of, tag_of
from newsroom.languages.folding import fold
from newsroom.languages.names import Latin, NameColumns, Named, Written, named_constraint, namesakes, tongue_constraint
from newsroom.languages.scripts import HAN, HAN_RANGES, KANA_RANGES, LETTERS, has_han, is_han, tag_of_run
from newsroom.languages.tags import canonical, language_tag, original_language
from newsroom.languages.text import (
    StandIn,
    Words,
    in_its_language,
    in_one_line,
    name_itself,
    pick,
    plain_text,
    printable,
)
from newsroom.languages.wording import figures, in_a_row, labelled, running_name

__all__ = [
    "EN",
    "HAN",
    "HAN_RANGES",
    "KANA_RANGES",
    "LANGUAGES",
    "LETTERS",
    "PINYIN",
    "ZH",
    "Latin",
    "NameColumns",
    "Named",
    "StandIn",
    "Words",
    "Written",
    "canonical",
    "code_of",
    "columns",
    "figures",
    "fold",
    "has_han",
    "in_a_row",
    "in_its_language",
    "in_one_line",
    "is_han",
    "labelled",
    "language_tag",
    "name_itself",
    "named_constraint",
    "namesakes",
    "original_language",
    "other",
    "pick",
    "plain_text",
    "prefix_of",
    "printable",
    "running_name",
    "tag_of",
    "tag_of_run",
    "tongue_constraint",
]
