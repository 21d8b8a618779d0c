"""The two languages of the house: their codes, names in two scripts, and how names are found."""

import re
import unicodedata
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

ZH = "zh-hans"
EN = "en"
LANGUAGES = (ZH, EN)

_PREFIXES = {ZH: "zh", EN: "en"}
_TAGS = {ZH: "zh-Hans", EN: "en"}


def prefix_of(code):
    """The first segment of the addresses in this language: "zh" or "en". KeyError for any other code."""
    return _PREFIXES[code]


def code_of(prefix):
    """The language whose addresses begin with this segment. KeyError if there is none."""
    return {prefix: code for code, prefix in _PREFIXES.items()}[prefix]


def tag_of(code):
    """The value of a `lang` attribute: "zh-Hans" or "en"."""
    return _TAGS[code]


def other(code):
    """The other one of the two languages."""
    return {ZH: EN, EN: ZH}[code]


def columns(name, language):
    """The column that holds `name` in this language: ("title", "zh-hans") → "title_zh"."""
    return f"{name}_{prefix_of(language)}"


def in_a_row(words: Iterable) -> str:
    """Return words one after another, parted as the active language parts them: "draft, approved"; 草稿、已签发."""
    return gettext(", ").join(map(str, words))


def labelled(label, words) -> str:
    """Return "label: words" with the colon of the active language."""
    return gettext("%(label)s: %(words)s") % {"label": label, "words": words}


def figures(number: int) -> str:
    """Return a count in figures, as the active language groups them: "1,500"; 1500, as Chinese papers print it."""
    return str(number) if get_language() == ZH else f"{number:,}"


class Words(str):
    """A text that knows its language. It is printed like any text; `lang` is what its element must say."""

    __slots__ = ("language",)

    def __new__(cls, text, language):
        words = super().__new__(cls, text)
        object.__setattr__(words, "language", language)
        return words

    def __setattr__(self, name, value):
        raise AttributeError("Words do not change.")

    def __getnewargs__(self):
        return str(self), self.language

    def __getstate__(self):
        return None

    @property
    def lang(self):
        return tag_of(self.language)

    def foreign_to(self, language):
        """Does a page in `language` have to mark these words with their own `lang`?"""
        return self.language != language


def pick(zh, en, language):
    """The text in the wanted language, else in the other one, as `Words`; None if there is neither."""
    texts = {ZH: zh, EN: en}
    for code in (language, other(language)):
        if texts[code]:
            return Words(texts[code], code)
    return None


_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def plain_text(value):
    """Validator: text without NUL, half characters (lone surrogates) and control characters."""
    if _UNPRINTABLE.search(str(value)):
        raise ValidationError(
            _("This text holds a character that cannot be printed: please type it again."), code="unprintable"
        )


def printable(text):
    """The text without what `plain_text` refuses: XML cannot hold it."""
    return _UNPRINTABLE.sub("", text)


_ACCENTS = re.compile("[\u0300-\u036f]")
_STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"})
_SILENT = set("'’‘ʼʹ`´.·•・‧")
_BETWEEN_HAN = re.compile(r"(?<=[\u3400-\u9fff\uf900-\ufaff]) (?=[\u3400-\u9fff\uf900-\ufaff])")


def fold(text):
    """The form in which names are compared and found: "Xī’ān" → "xian", "简·史密斯" → "简史密斯".

    Width, case, accents, apostrophes and dots are dropped; other marks become one space, none between Han
    characters. Traditional characters are kept as they are: `other_names` holds 廣州 beside 广州.
    """
    text = unicodedata.normalize("NFKC", text).casefold()
    text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).casefold()
    text = unicodedata.normalize("NFKC", text).translate(_STROKES)
    words = "".join(map(_letter_or_space, text)).split()
    return _BETWEEN_HAN.sub("", " ".join(words))


def _letter_or_space(character):
    category = unicodedata.category(character)
    if character in _SILENT or category == "Cf":  # Cf: a soft hyphen, a joiner, and the like
        return ""
    return character if category[0] in "LMN" else " "


def named_constraint(label="%(app_label)s_%(class)s"):
    """The rule of every named record: a name in at least one script. For a Meta with rules of its own."""
    return models.CheckConstraint(
        name=f"{label}_is_named",
        condition=~models.Q(name_zh="", name_en=""),
        violation_error_message=_("A name in at least one of the two languages is needed."),
    )


class NameColumns(models.Model):
    """A record that may have a name of its own in each script, and is named from its other facts where it has none."""

    name_zh = models.CharField(_("Chinese name"), max_length=200, blank=True, default="", validators=[plain_text])
    name_en = models.CharField(_("English name"), max_length=200, blank=True, default="", validators=[plain_text])

    class Meta:
        abstract = True

    def own_name(self):
        """Both names, for the desk; an empty string where it has none of its own."""
        return " ".join(name for name in (self.name_zh, self.name_en) if name)

    def own_name_in(self, language):
        """Its own name for a page in `language`, as `Words`, or None."""
        return pick(self.name_zh, self.name_en, language)

    def twin_name_in(self, language):
        """Its own name in the other language, to stand beside the one shown in `language`; None if that is all."""
        twin = self.own_name_in(other(language))
        return None if twin == self.own_name_in(language) else twin


class Named(NameColumns):
    """A record with a name in each script, or in one: that one is then shown in both languages.

    A model with a Meta of its own either inherits `Named.Meta` or repeats `named_constraint()`.
    """

    other_names = models.TextField(
        _("other names"),
        blank=True,
        default="",
        validators=[plain_text],
        help_text=_("One per line, for example 京 or Peking: found by, never shown."),
    )

    class Meta:
        abstract = True
        constraints = [named_constraint()]

    def __str__(self):
        return self.own_name()

    def name_in(self, language):
        """The name for a page in `language`, as `Words` in the script in which it is known."""
        return self.own_name_in(language) or Words("", language)


def namesakes(records: Iterable, language) -> list:
    """Return those of the records whose name, on a page in `language`, another one of them bears too."""
    bearers = {}
    for record in records:
        bearers.setdefault(fold(record.name_in(language)), []).append(record)
    return [record for alike in bearers.values() if len(alike) > 1 for record in alike]
