"""Preview pages: a version that is not public, for whoever has its secret link.

The token in the address alone decides what is shown: no session, user or cookie is read.
"""

import re
from copy import copy
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from newsroom.articles.models import PreviewLink, Version
from newsroom.articles.preview import as_public
from newsroom.articles.views import story
from newsroom.languages import tag_of
from newsroom.photos import views as photos
from newsroom.photos.models import Photo

PHOTOS = re.compile(rb'(?<=["\s])/photos/')
HEADERS = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"}


def as_read(request: HttpRequest, version: Version, *, photos: str, **words: Any) -> HttpResponse:
    """Return the page as readers would see it with the words of `version`, or these; everything is rolled back.

    `photos` is the address prefix of its photos, whose own addresses are not public yet.
    """
    article, language = version.edition.article, version.edition.language
    reader = copy(request)
    reader.language = language
    reader.path = reader.path_info = article.address_in(language)
    with as_public(version, request.moment, **words):
        page = story(reader, language, article.year, article.slug)
    page.content = PHOTOS.sub(photos.encode(), page.content)
    page.headers["Content-Language"] = tag_of(language)
    return page


@require_safe
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """Return the page of the version that the link opens."""
    link, address = _opened(request, token), reverse("preview", args=[token])
    return _kept_by_nobody(as_read(request, link.version, photos=f"{address}photos/", **link.words))


@require_safe
def photo(request: HttpRequest, token: str, photo: Photo, width: int, ending: str, cut: str = "") -> HttpResponse:
    """Return a photo of that page."""
    return _kept_by_nobody(photo_of(request, _opened(request, token).version, photo, width, ending, cut))


def photo_of(
    request: HttpRequest, version: Version, token: str, width: int, ending: str, cut: str = ""
) -> HttpResponse:
    """Return a photo of the version's story, public or not, or any public one."""
    shown = Photo.objects.of_article(version.edition.article, version.language).showing_nobody_hidden()
    own = shown.filter(token=token).first()
    if own is None:
        return photos.photo(request, token, width, ending, cut)
    return photos.answer(request, own, width, ending, cut)


def _opened(request: HttpRequest, token: str) -> PreviewLink:
    """Return the link, or raise the same 404 whether it is missing, expired or revoked."""
    link = PreviewLink.objects.select_related("version__edition__article", "created_by").filter(token=token).first()
    if link is None or not link.opens(request.moment):
        raise Http404
    return link


def _kept_by_nobody(answer: Any) -> Any:
    for name, value in HEADERS.items():
        answer.headers[name] = value
    return answer
