"""Forecast of an approval: which records become public with the story, and which stay behind."""

from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from newsroom.articles.models import Edition, Version
from newsroom.articles.records import joined_by, reach_of
from newsroom.forms.forecast import Forecast, becoming_public, staying
from newsroom.forms.unread import unread_names
from newsroom.languages import other
from newsroom.publishing.amending.amendments import waiting_for


def forecast(version: Version, at: datetime) -> Forecast:
    """Return what approving `version` releases; pages of records appear in both languages at once."""
    article, language = version.edition.article, other(version.edition.language)
    found, amendment = reach_of(article, at), waiting_for(article)
    if amendment:
        joined = [record for record in joined_by(amendment) if record not in found.goes]
        found = replace(found, goes=[*found.goes, *joined])
    going = becoming_public(found, at)
    records = [line for _record, line in going]
    there = Edition.objects.filter(article=article, language=language).public(at).exists()
    behind = dict(settings.LANGUAGES)[language] if records and not there else ""
    unread = unread_names(one for one, _line in going)
    return Forecast(_("With these words readers will see:"), records, staying(found, at), behind, unread)
