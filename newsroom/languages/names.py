"""Abstract models of records with a name in each script, and how namesakes are found."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.languages.codes import other
from newsroom.languages.folding import fold
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

    def __str__(self) -> str:
        return self.own_name()

    def name_in(self, language: str) -> Words:
        """Return the name for a page in `language`, as `Words` in the script in which it is known."""
        return self.own_name_in(language) or Words("", language)


def namesakes(records: Iterable, language: str) -> list:
    """Return those of the records whose name, on a page in `language`, another one of them bears too."""
    bearers: dict[str, list] = {}
    for record in records:
        bearers.setdefault(fold(record.name_in(language)), []).append(record)
    return [record for alike in bearers.values() if len(alike) > 1 for record in alike]
