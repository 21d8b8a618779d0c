"""Dry run of an approval: what readers would see if a version were approved now."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import translation

from newsroom.articles.deeds.approval import live_run, write_edition
from newsroom.articles.models import Version
from newsroom.articles.records import let_out_with


@contextmanager
def as_public(version: Version, at: datetime, **words: Any) -> Iterator[None]:
    """Let the block see `version` as its edition's public text, with its story's records, in its language.

    `words` stand in the place of its own. Everything is rolled back. No deed is done, and no permission checked.
    """
    with translation.override(version.edition.language), transaction.atomic():
        _appear(version, at, words)
        yield
        transaction.set_rollback(True)


def _appear(version: Version, at: datetime, words: dict) -> None:
    if version.is_public(at):
        return
    version.state = Version.State.APPROVED
    for name, value in words.items():
        setattr(version, name, value)
    version.save(update_fields=["state", *words])
    before = live_run(version.edition, at)
    write_edition(version.edition, before | {version: at})
    let_out_with(version, before, at)
