"""The public page itself, rendered from any version, inside the desk."""

from copy import copy

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import translation

from newsroom.articles.models import Version
from newsroom.articles.preview import appear
from newsroom.articles.views import story


def preview(request, key: int):
    """Show the story as its readers would see it with the words of the version `key`; nothing of it stays."""
    version = get_object_or_404(Version.objects.select_related("edition__article"), pk=key)
    article, language = version.edition.article, version.edition.language
    reader = copy(request)
    reader.language = language
    reader.path = reader.path_info = article.address_in(language)
    with translation.override(language), transaction.atomic():
        appear(version, request.moment)
        page = story(reader, language, article.year, article.slug)
        transaction.set_rollback(True)
    return page
