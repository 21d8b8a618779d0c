"""Model of the term base."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsroom.languages import Named
from newsroom.languages.sorting import ChineseSortKey, SortKey


class Term(Named):
    """An official term. `{place}` in both names makes it a pattern, such as the mayor of any city."""

    class Category(models.TextChoices):
        OFFICE = "office", _("office")
        BODY = "body", pgettext_lazy("an institution", "body")
        AGREEMENT = "agreement", _("kind of agreement")
        EVENT = "event", _("kind of event")
        PHRASE = "phrase", _("set phrase")

    category = models.CharField(_("category"), max_length=20, choices=Category.choices)
    note = models.TextField(_("note"), blank=True)
    sort_key = SortKey("name_en")
    sort_key_zh = ChineseSortKey("name_en")

    class Meta(Named.Meta):
        verbose_name = pgettext_lazy("an official word", "term")
        verbose_name_plural = _("term base")
