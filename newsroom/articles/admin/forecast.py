"""Preview of an approval's side effects: which records become public with the story."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import get_language

from newsroom.articles.models import Edition, Version
from newsroom.articles.records import left_behind, would_release
from newsroom.languages import labelled, other


@dataclass(frozen=True)
class Forecast:
    """What approval makes public and what it leaves behind, and the language in which the story stays unpublished."""

    records: list[str]
    behind: str
    left: list[str]


def forecast(version: Version, at: datetime) -> Forecast:
    """Return what approving `version` releases; pages of records appear in both languages at once."""
    article, language = version.edition.article, other(version.edition.language)
    records = [called(record) for record in would_release(article, at)]
    there = Edition.objects.filter(article=article, language=language).public(at).exists()
    behind = records and not there
    left = [called(record) for record in left_behind(article, at)]
    return Forecast(records=records, behind=dict(settings.LANGUAGES)[language] if behind else "", left=left)


def called(record: Any) -> str:
    """Return a record's kind and name in the desk's language."""
    name = record.name_in(get_language()) if hasattr(record, "name_in") else record
    return labelled(capfirst(record._meta.verbose_name), name)
