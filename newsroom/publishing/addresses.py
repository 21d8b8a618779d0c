"""Slugs and the redirects that a changed slug leaves for ever."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse
from django.utils.translation import get_language

from newsroom.languages import LANGUAGES, prefix_of
from newsroom.publishing.models import Redirect


def remember(path: str, record) -> None:
    """Let `path`, an address without its language, lead to `record` from now on."""
    kind = ContentType.objects.get_for_model(record)
    Redirect.objects.update_or_create(path=path, defaults={"kind": kind, "object_id": record.pk})


def pass_on(old, new) -> None:
    """Let the address of `old`, and every address that led to it, lead to `new` from now on."""
    kind = ContentType.objects.get_for_model(old)
    Redirect.objects.filter(kind=kind, object_id=old.pk).update(object_id=new.pk)
    remember(old.path(), new)


def moved_to(path: str, at):
    """Return the public record that `path` once was the address of, or None."""
    row = Redirect.objects.filter(path=path).select_related("kind").first()
    record = row and row.record
    return record if record is not None and record.is_public(at) else None


class Addressed(models.Model):
    """A record with a page: `/<language>/…/<slug>/`, the same slug in both languages."""

    view_name: str

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
