"""Edit locks: what has been approved for readers changes only by approval.

A record is locked when readers see it or are going to see it: by its own interval, because something with one
names it, or because its words are printed on the page of a record that is locked. The last is declared from above,
in `AppConfig.ready()`: `printed_by(Tenure, "person")` says that a person's page prints their terms of office.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from newsroom.languages import labelled
from newsroom.publishing.relations import end_of

_printers: dict[type[models.Model], list[str]] = defaultdict(list)


def printed_by(model: type[models.Model], *paths: str) -> None:
    """Declare that records at the end of `paths` print records of `model`, and so lock them with themselves."""
    _printers[model].extend(path for path in paths if path not in _printers[model])


def printers_of(model: type[models.Model]) -> list[str]:
    return list(_printers[model])


def lock_of(record: Any, at: datetime) -> str:
    """Return the sentence that says why `record` may not be edited, or an empty string."""
    if record.pk is None:
        return ""
    if hasattr(record, "is_approved") and record.is_approved(at):
        return _("This has been approved for readers, so it cannot be changed here.")
    for printing in _printing(record):
        if printing.approved(at).exists():
            return _("A page that has been approved for readers prints this, so it cannot be changed here.")
    return ""


def is_printed(record: Any, at: datetime) -> bool:
    """Return whether a page that readers see at `at` prints the record."""
    return any(printing.public(at).exists() for printing in _printing(record))


def printed_at(model: type[models.Model], at: datetime) -> models.QuerySet:
    """Return the records of `model` that a page prints which readers see at `at`."""
    shown = models.Q(pk__in=[])
    for path in _printers[model]:
        shown |= models.Q(**{f"{path}__in": _records_at(model, path).public(at)})
    return model._base_manager.filter(shown).distinct()


def _printing(record: Any) -> Iterator[Any]:
    """Yield the records that print this one, kind by kind."""
    for path in _printers[type(record)]:
        keys = type(record)._base_manager.filter(pk=record.pk).exclude(**{path: None}).values(path)
        yield _records_at(type(record), path).filter(pk__in=keys)


def _records_at(model: type[models.Model], path: str) -> Any:
    """Return the manager at the end of `path`: what prints records answers `.public(at)` and `.approved(at)`."""
    return end_of(model, path)._default_manager


def why_kept(record: Any, at: datetime) -> str:
    """Return the sentence that says why `record` may not be deleted, or an empty string."""
    if lock := lock_of(record, at):
        return lock
    if record.pk is not None and hasattr(record, "was_public") and record.was_public(at):
        return _("Readers have seen this, so it stays in the records.")
    return ""


def named_in_lists(record: Any) -> list[str]:
    """Return what names `record` in a list of many: a deletion would take it out of there without a word."""
    users = []
    for relation in record._meta.related_objects:
        if relation.many_to_many and relation.through._meta.auto_created:
            naming = relation.related_model._base_manager.filter(**{relation.field.name: record})
            users += [labelled(relation.related_model._meta.verbose_name, user) for user in naming]
    return users
