"""Two revisions of a record compared in words, with what differs inside a text."""

from dataclasses import replace
from typing import NamedTuple

from newsroom.languages import EN, ZH, has_han
from newsroom.languages.comparing import TAG, Run, as_read, compared
from newsroom.publishing.amending.differences import Difference, between
from newsroom.publishing.amending.revisions import further_rows
from newsroom.publishing.models import Revision


class Changed(NamedTuple):
    """A column of the record or of a row of it, and its old and new text as paragraphs of runs."""

    where: str
    what: str
    paragraphs: list[list[Run]]


def compared_in_words(before: Revision, after: Revision) -> list[Changed]:
    """Return what differs between two revisions of one record."""
    model = before.kind.model_class()
    assert model is not None, "revisions are of models that there are"
    return [_changed(one) for one in between(model, before.snapshot, after.snapshot, also=further_rows(model))]


def _changed(one: Difference) -> Changed:
    one = readable(one)
    return Changed(one.where, one.what, compared(one.old, one.new, ZH if has_han(one.old + one.new) else EN))


def readable(one: Difference) -> Difference:
    """Return a difference of two texts with markup as one of their words, unless only the markup differs."""
    old, new = (as_read(text) if TAG.search(text) else text for text in (one.old, one.new))
    return one if old == new else replace(one, old=old, new=new)
