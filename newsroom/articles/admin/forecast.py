"""What approving a version will bring to readers beside its words."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from newsroom.articles.models import Edition, Version
from newsroom.articles.records import would_release
from newsroom.languages import other


@dataclass(frozen=True)
class Forecast:
    """The records that readers will see with the story, and the language whose story they will not see yet."""

    records: list
    behind: str


def forecast(version: Version, at: datetime) -> Forecast:
    """Say what approving `version` releases; pages of records appear in both languages at once."""
    article, language = version.edition.article, other(version.edition.language)
    records = would_release(article, at)
    there = Edition.objects.filter(article=article, language=language).public(at).exists()
    return Forecast(records=records, behind="" if there or not records else dict(settings.LANGUAGES)[language])
