"""What approving a version will bring to readers beside its words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import get_language

from newsroom.articles.models import Edition, Version
from newsroom.articles.records import would_release
from newsroom.languages import labelled, other


@dataclass(frozen=True)
class Forecast:
    """The records that readers will see with the story, and the language whose story they will not see yet."""

    records: list[str]
    behind: str


def forecast(version: Version, at: datetime) -> Forecast:
    """Say what approving `version` releases; pages of records appear in both languages at once."""
    article, language = version.edition.article, other(version.edition.language)
    records = [called(record) for record in would_release(article, at)]
    there = Edition.objects.filter(article=article, language=language).public(at).exists()
    behind = records and not there
    return Forecast(records=records, behind=dict(settings.LANGUAGES)[language] if behind else "")


def called(record: Any) -> str:
    """Return what kind of record this is and its name, in the language of the desk."""
    name = record.name_in(get_language()) if hasattr(record, "name_in") else record
    return labelled(capfirst(record._meta.verbose_name), name)
