"""Dry run of an approval: what readers would see if a version were approved now."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction
from django.utils import translation

from newsroom.articles.deeds.approval import live_run, write_edition
from newsroom.articles.models import Version
from newsroom.articles.records import let_out_with


@contextmanager
def as_public(version: Version, at: datetime) -> Iterator[None]:
    """Let the block see `version` as its edition's public text, with its story's records, in its language.

    Everything is rolled back. No deed is done, and no permission checked.
    """
    with translation.override(version.edition.language), transaction.atomic():
        _appear(version, at)
        yield
        transaction.set_rollback(True)


def _appear(version: Version, at: datetime) -> None:
    if version.is_public(at):
        return
    version.state = Version.State.APPROVED
    version.save(update_fields=["state"])
    before = live_run(version.edition, at)
    write_edition(version.edition, before | {version: at})
    let_out_with(version, before, at)
