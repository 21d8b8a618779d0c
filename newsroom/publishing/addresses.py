"""Addresses: the slug that a record is given, and the redirects that a changed one leaves for ever."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import get_language

from newsroom.languages import LANGUAGES, fold, prefix_of
from newsroom.publishing.models import Redirect


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


class Addressed(models.Model):
    """A record with a page: `/<language>/…/<slug>/`, the same slug in both languages."""

    view_name: str
    slug: models.SlugField | str  # every addressed model has one of its own

    class Meta:
        abstract = True

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


def propose_slug(model: type[models.Model], *texts: str, apart_by: str = "", record: Any = None) -> str:
    """Return a free address word for `model` from the first of `texts` that is Latin, or "" where none is.

    A namesake gets `apart_by` behind it (springfield-illinois); where that is taken too, a number. Chinese is never
    spelled out: how a name is read is not to be guessed. `record` may keep the word that it has.
    """
    word = next(filter(None, map(_latin, texts)), "")
    longest = model._meta.get_field("slug").max_length  # type: ignore[union-attr]  # a slug is a CharField
    length = (longest or 0) - 4  # room for a number
    taken = model._base_manager.exclude(pk=record.pk if record else None)
    for candidate in _candidates(word[:length].strip("-"), _latin(apart_by), length) if word else ():
        if not taken.filter(slug=candidate).exists():
            return candidate
    return ""


def _latin(text: str) -> str:
    folded = fold(text)
    return slugify(folded) if folded.isascii() and re.search("[a-z]", folded) else ""


def _candidates(word: str, apart_by: str, length: int) -> Iterator:
    yield word
    if apart_by:
        word = f"{word}-{apart_by}"[:length].strip("-")
        yield word
    yield from (f"{word}-{number}" for number in range(2, 1000))
