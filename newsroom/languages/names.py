"""Abstract models of records with a name in each script, and how namesakes are found."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsroom.languages.codes import EN, PINYIN, other
from newsroom.languages.folding import fold
from newsroom.languages.sorting import name_key
from newsroom.languages.tags import original_language
from newsroom.languages.text import Words, pick, plain_text


def named_constraint(label: str = "%(app_label)s_%(class)s") -> models.CheckConstraint:
    """Return the rule of every named record: a name in at least one script. For a Meta with rules of its own."""
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

    def own_name(self) -> str:
        """Return both names, for the desk; an empty string where it has none of its own."""
        return " ".join(name for name in (self.name_zh, self.name_en) if name)

    def own_name_in(self, language: str) -> Words | None:
        """Return its own name for a page in `language`, as `Words`, or None."""
        return pick(self.name_zh, self.name_en, language)

    def twin_name_in(self, language: str) -> Words | None:
        """Return its own name in the other language, to stand beside the one in `language`, or None."""
        twin = self.own_name_in(other(language))
        return None if twin == self.name_in(language) else twin

    def name_in(self, language: str) -> Words:
        """Return the heading of the record on a page in `language`."""
        raise NotImplementedError


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

    def __str__(self) -> str:
        return self.own_name()

    def name_in(self, language: str) -> Words:
        """Return the name for a page in `language`, as `Words` in the script in which it is known."""
        return self.own_name_in(language) or Words("", language)


class Latin(models.TextChoices):
    """How the Latin form of a name is known. Nothing is said where that is not on record."""

    OFFICIAL = "official", pgettext_lazy("Latin form", "official")
    OWN = "own", pgettext_lazy("Latin form", "as its bearer writes it")
    PINYIN = "pinyin", pgettext_lazy("Latin form", "pinyin")
    ROMANISED = "romanised", pgettext_lazy("Latin form", "romanised otherwise")


def tongue_constraint(label: str = "%(app_label)s_%(class)s") -> models.CheckConstraint:
    """Return the rule that an original says its language. For a Meta with rules of its own."""
    return models.CheckConstraint(
        name=f"{label}_says_in_which_language",
        condition=models.Q(name_original="", original_language="")
        | ~models.Q(name_original="") & ~models.Q(original_language=""),
        violation_error_message=_("Say in which other language the words are, or leave both empty."),
    )


class Written(Named):
    """A named record that says how its Latin form is known, and keeps its name in another language or script."""

    latin = models.CharField(
        _("the Latin form is"),
        max_length=10,
        choices=Latin.choices,
        blank=True,
        default="",
        help_text=_("Empty: how it is known is not on record."),
    )
    name_original = models.CharField(
        _("name in another language"),
        max_length=200,
        blank=True,
        default="",
        validators=[plain_text],
        help_text=_("As it is written there, such as in German, in Japanese or in traditional characters."),
    )
    original_language = original_language()

    class Meta:
        abstract = True
        constraints = [named_constraint(), tongue_constraint()]

    def own_name_in(self, language: str) -> Words | None:
        """Return the name, or None; a Latin form that is pinyin says so by its language."""
        words = super().own_name_in(language)
        pinyin = words is not None and words.language == EN and self.latin == Latin.PINYIN
        return Words(words, PINYIN) if words and pinyin else words

    def sort_key_in(self, language: str) -> tuple[str, int]:
        """Return what it is sorted by on pages in `language`, by the sort keys that its model keeps."""
        return name_key(self, language)

    def original_name(self) -> Words | None:
        """Return the name in another language or script, or None."""
        return Words(self.name_original, self.original_language) if self.name_original else None


def namesakes(records: Iterable, language: str) -> list:
    """Return those of the records whose name, on a page in `language`, another one of them bears too."""
    bearers: dict[str, list] = {}
    for record in records:
        bearers.setdefault(fold(record.name_in(language)), []).append(record)
    return [record for alike in bearers.values() if len(alike) > 1 for record in alike]
