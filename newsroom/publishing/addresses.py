"""Addresses: the slug that a record is given, and the redirects that a changed one leaves for ever."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from newsroom.languages import LANGUAGES, fold, prefix_of
from newsroom.publishing.models import Redirect

DEFAULT_NAMES = ("name_en", "other_names")


def remember(path: str, record: Any) -> None:
    """Redirect `path` (without its language prefix) to `record` from now on."""
    kind = ContentType.objects.get_for_model(record)
    Redirect.objects.update_or_create(path=path, defaults={"kind": kind, "object_id": record.pk})


def pass_on(old: Any, new: Any) -> None:
    """Redirect the address of `old`, and every redirect to it, to `new`."""
    kind = ContentType.objects.get_for_model(old)
    Redirect.objects.filter(kind=kind, object_id=old.pk).update(object_id=new.pk)
    remember(old.path(), new)


def moved_to(path: str, at: datetime) -> Any:
    """Return the public record that `path` once was the address of, or None."""
    row = Redirect.objects.filter(path=path).select_related("kind").first()
    record: Any = row.record if row else None
    return record if record is not None and record.is_public(at) else None


class Facts:
    """What a record's address word may be made from: what was typed in its form, else what the record says."""

    def __init__(self, record: Any, typed: Mapping | None = None) -> None:
        self.record, self._typed = record, typed or {}

    def get(self, name: str, default: Any = "") -> Any:
        """Return a value by name, a list of the rows or links of that name, or `default` where nothing is said."""
        if name in self._typed:
            value = self._typed[name]
        else:
            value = getattr(self.record, name, None) if self.record.pk else None
        if hasattr(value, "all"):
            rows = value.all()
            value = list(rows if rows.ordered else rows.order_by("pk"))
        return default if value is None else value


class Addressed(models.Model):
    """A record with a page: `/<language>/…/<slug>/`, the same slug in both languages.

    A proposed slug follows what it is made from, until a person types one or readers can see the record: see
    `readdressing`. One that no form proposed counts as typed.
    """

    view_name: str
    slug: models.SlugField | str  # every addressed model has one of its own
    slug_proposed = models.BooleanField(_("address word proposed"), default=False, editable=False)

    class Meta:
        abstract = True

    @classmethod
    def address_from(cls, facts: Facts) -> Iterable[str]:
        """Return the texts that the slug may be made from, best first."""
        return [line for name in DEFAULT_NAMES for line in facts.get(name).splitlines()]

    @classmethod
    def apart_by(cls, facts: Facts) -> str:
        """Return what tells a namesake apart."""
        return ""

    @classmethod
    def slug_from(cls, facts: Facts, record: Any, *, keep: bool = False) -> str:
        """Return the slug that is proposed for `record`, or "" where nothing Latin is known."""
        apart_by = cls.apart_by(facts)
        return propose_slug(cls, *cls.address_from(facts), apart_by=apart_by, record=record, keep=keep)

    def proposed_columns(self) -> dict[str, Any]:
        """Return the columns of the address that follow a source, as this proposes them today."""
        slug = self.slug_from(Facts(self), self, keep=True) if self.slug_proposed else ""
        return {"slug": slug} if slug else {}

    def has_fixed_address(self) -> bool:
        """Return whether the address must stay also before readers can see the record."""
        return False

    def address_words(self) -> list:
        """Return what the address is made of after the language."""
        return [self.slug]

    def address_in(self, language: str) -> str:
        """Return the page's address in `language`, from the root."""
        return reverse(self.view_name, args=[prefix_of(language), *self.address_words()])

    def path(self) -> str:
        """Return the page's address without its language: what a redirect remembers."""
        return self.address_in(LANGUAGES[0])[len(f"/{prefix_of(LANGUAGES[0])}/") :]

    def get_absolute_url(self) -> str:
        return self.address_in(get_language() or settings.LANGUAGE_CODE)


def propose_slug(
    model: type[models.Model], *texts: str, apart_by: str = "", record: Any = None, keep: bool = False
) -> str:
    """Return a free address word for `model` from the first of `texts` that is Latin, or "" where none is.

    A namesake gets `apart_by` behind it (springfield-illinois); where that is taken too, a number. Chinese is spelled
    out only by a model that knows how it is read. `record` may have the word that it has; with `keep` it does,
    if these texts could have made it: a namesake keeps its number when the other one is gone.
    """
    word = next(filter(None, map(_latin, texts)), "")
    longest = model._meta.get_field("slug").max_length  # type: ignore[union-attr]  # a slug is a CharField
    length = (longest or 0) - 4  # room for a number
    taken = model._base_manager.exclude(pk=record.pk if record else None)
    candidates = list(_candidates(word[:length].strip("-"), _latin(apart_by), length)) if word else []
    if keep and record.slug in candidates:
        return record.slug
    return next((candidate for candidate in candidates if not taken.filter(slug=candidate).exists()), "")


def _latin(text: str) -> str:
    folded = fold(text)
    return slugify(folded) if folded.isascii() and re.search("[a-z]", folded) else ""


def _candidates(word: str, apart_by: str, length: int) -> Iterator:
    yield word
    if apart_by:
        word = f"{word}-{apart_by}"[:length].strip("-")
        yield word
    yield from (f"{word}-{number}" for number in range(2, 1000))
