"""A photo is shown to readers of a language only with a text in it for those who cannot see the photo."""

from django.conf import settings
from django.utils.translation import gettext as _

from newsroom.articles.models import Article, Edition, Version
from newsroom.photos.models import Photo
from newsroom.publishing.models import LogEntry, Verb
from newsroom.publishing.refused import Refused


def refuse_photos_without_words(version: Version) -> list[str]:
    """Say what speaks against approving the version: each photo of its story without a text in its language."""
    return _missing(version.edition.article, version.language)


def refuse_amendments_without_words(log_entry: LogEntry) -> None:
    """Follow every approved amendment, and refuse one that adds a photo without its text or takes the text from one.

    Asked after the write, inside the transaction: what an amendment makes of a story is known only then.
    """
    if log_entry.verb != Verb.AMEND or not isinstance(log_entry.record, Article | Photo):
        return
    stories = [log_entry.record] if isinstance(log_entry.record, Article) else log_entry.record.articles.all()
    editions = Edition.objects.approved(log_entry.at).filter(article__in=stories).select_related("article")
    if reasons := [reason for edition in editions for reason in _missing(edition.article, edition.language)]:
        raise Refused(*dict.fromkeys(reasons))


def _missing(article: Article, language: str) -> list[str]:
    name = dict(settings.LANGUAGES)[language]
    sentence = _("The photo “%(photo)s” has no alternative text for this language: %(language)s.")
    silent = article.photos.without_alt_in(language).order_by("pk")
    return [sentence % {"photo": photo, "language": name} for photo in silent]
