"""Language tags (BCP 47) of words in other languages than the two of the pages."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_TAG = 19
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(-(?P<letters>[A-Z][a-z]{3}))?(-(?P<region>[A-Z]{2}|\d{3}))?(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*"
)
_NONE = {"und", "mul", "zxx", "mis"}


def canonical(tag: str) -> str:
    """Return a well-formed tag in its usual spelling, such as zh-Hant of "ZH-hant", or "" of anything else."""
    first, *more = tag.strip().replace("_", "-").split("-")
    found = _TAG.fullmatch("-".join([first.lower(), *map(_spelled, more)]))
    return found.group() if found and len(found.group()) <= LONGEST_TAG else ""


def _spelled(part: str) -> str:
    if len(part) == 2:
        return part.upper()
    return part.title() if len(part) == 4 and part.isalpha() else part.lower()


def language_tag(value: Any) -> None:
    """Validator: a tag such as de, ja, pt-BR or zh-Hant, in its usual spelling, of a language without its own column.

    English and simplified Chinese, with or without a region, have one.
    """
    found = _TAG.fullmatch(str(value))
    if not found or found["language"] in _NONE:
        raise ValidationError(_("This is no language tag: write for example de, ja, pt-BR or zh-Hant."), code="tag")
    if found["language"] == "en" or (found["language"] == "zh" and found["letters"] != "Hant"):
        raise ValidationError(_("Words in this language have a column of their own."), code="own_column")


def original_language() -> models.CharField:
    """Return the column for the tag of the language in which a record's original words are; empty without any."""
    return models.CharField(
        _("the other language"),
        max_length=LONGEST_TAG,
        blank=True,
        default="",
        validators=[language_tag],
        help_text=_("Its tag: de, ja, pt-BR, zh-Hant."),
    )
