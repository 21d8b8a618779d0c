"""Two revisions of a record compared in words, with what differs inside a text."""

import re
from typing import NamedTuple

from django.utils.html import strip_tags

from newsroom.languages import EN, ZH, has_han
from newsroom.languages.comparing import Run, compared
from newsroom.publishing.amending.differences import Difference, between
from newsroom.publishing.amending.revisions import further_rows
from newsroom.publishing.models import Revision

ENDS = re.compile(r"</(?:p|h\d|li|tr|blockquote)>|<br>", re.IGNORECASE)
MARKUP = re.compile(r"</?[a-z][a-z0-9]*(?: [^<>]*)?>", re.IGNORECASE)


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
    old, new = _read(one.old), _read(one.new)
    if old == new:  # only the markup differs
        old, new = one.old, one.new
    return Changed(one.where, one.what, compared(old, new, ZH if has_han(old + new) else EN))


def _read(text: str) -> str:
    """Return the words of a text with markup, a line for each paragraph."""
    return strip_tags(ENDS.sub("\n", text)).strip() if MARKUP.search(text) else text
