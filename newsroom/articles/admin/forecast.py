"""Forecast of an approval: which records become public with the story, and which stay behind."""

from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from newsroom.articles.models import Edition, Version
from newsroom.articles.records import reach_of
from newsroom.forms.forecast import Forecast, becoming_public, staying
from newsroom.languages import other


def forecast(version: Version, at: datetime) -> Forecast:
    """Return what approving `version` releases; pages of records appear in both languages at once."""
    article, language = version.edition.article, other(version.edition.language)
    found = reach_of(article, at)
    records = [line for _record, line in becoming_public(found, at)]
    there = Edition.objects.filter(article=article, language=language).public(at).exists()
    behind = dict(settings.LANGUAGES)[language] if records and not there else ""
    return Forecast(_("With these words readers will see:"), records, staying(found, at), behind)
