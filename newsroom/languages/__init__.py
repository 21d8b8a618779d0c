"""The two languages: codes, names in two scripts, folding, sort keys. Import from here; sort keys from `.sorting`."""

from newsroom.languages.codes import EN, LANGUAGES, ZH, code_of, columns, other, prefix_of, tag_of
from newsroom.languages.folding import fold
from newsroom.languages.names import NameColumns, Named, named_constraint, namesakes
from newsroom.languages.tags import LONGEST_TAG, language_tag
from newsroom.languages.text import Words, pick, plain_text, printable
from newsroom.languages.wording import figures, in_a_row, labelled, running_name

__all__ = [
    "EN",
    "LANGUAGES",
    "LONGEST_TAG",
    "ZH",
    "NameColumns",
    "Named",
    "Words",
    "code_of",
    "columns",
    "figures",
    "fold",
    "in_a_row",
    "labelled",
    "language_tag",
    "named_constraint",
    "namesakes",
    "other",
    "pick",
    "plain_text",
    "prefix_of",
    "printable",
    "running_name",
    "tag_of",
]
