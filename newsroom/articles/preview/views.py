"""The public page of a version that readers do not see, for whoever has been given its link.

Nothing but the link in the address decides what is shown: no session, no user, no cookie is looked at.
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


def as_read(request: HttpRequest, version: Version, *, photos: str) -> HttpResponse:
    """Return the page as its readers would see it with the words of `version`; nothing of it stays.

    `photos` is the address below which its photos are shown in the meantime: their own is closed.
    """
    article, language = version.edition.article, version.edition.language
    reader = copy(request)
    reader.language = language
    reader.path = reader.path_info = article.address_in(language)
    with as_public(version, request.moment):
        page = story(reader, language, article.year, article.slug)
    page.content = PHOTOS.sub(photos.encode(), page.content)
    page.headers["Content-Language"] = tag_of(language)
    return page


@require_safe
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """The page of the version that the link opens."""
    address = reverse("preview", args=[token])
    return _kept_by_nobody(as_read(request, _opened(request, token).version, photos=f"{address}photos/"))


@require_safe
def photo(request: HttpRequest, token: str, photo: Photo, width: int, ending: str, cut: str = "") -> HttpResponse:
    """A photo of that page."""
    return _kept_by_nobody(photo_of(request, _opened(request, token).version, photo, width, ending, cut))


def photo_of(
    request: HttpRequest, version: Version, token: str, width: int, ending: str, cut: str = ""
) -> HttpResponse:
    """Answer with a photo of the version's story, whether readers see it or not, or with one that they see."""
    own = Photo.objects.of_article(version.edition.article).showing_nobody_hidden().filter(token=token).first()
    if own is None:
        return photos.photo(request, token, width, ending, cut)
    return photos.answer(request, own, width, ending, cut)


def _opened(request: HttpRequest, token: str) -> PreviewLink:
    """Return the link, or raise the 404 of what never was: it does not open, or there is none."""
    link = PreviewLink.objects.select_related("version__edition__article").filter(token=token).first()
    if link is None or not link.opens(request.moment):
        raise Http404
    return link


def _kept_by_nobody(answer: Any) -> Any:
    for name, value in HEADERS.items():
        answer.headers[name] = value
    return answer
