"""Desk preview: the public page rendered from any version."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from newsroom.articles.models import Version
from newsroom.articles.preview.views import as_read, photo_of


def preview(request: HttpRequest, key: int) -> HttpResponse:
    """Render the story's public page with the words of the version `key`."""
    address = reverse("admin:articles_preview", args=[key])
    return as_read(request, _version(key), photos=f"{address}photos/")


def preview_photo(request: HttpRequest, key: int, photo: str, width: int, ending: str, cut: str = "") -> HttpResponse:
    """Serve a photo of the previewed page."""
    return photo_of(request, _version(key), photo, width, ending, cut)


def _version(key: int) -> Version:
    return get_object_or_404(Version.objects.select_related("edition__article"), pk=key)
