"""WeChat export of a story, to copy or to download."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse

from newsroom.articles.models import Version
from newsroom.articles.status_text import status_text
from newsroom.articles.wechat import for_wechat
from newsroom.languages import prefix_of, tag_of


def wechat(request: HttpRequest, key: int) -> HttpResponse:
    """Show the HTML as source to copy: rendered, its inline styles would violate the desk's CSP."""
    version, words = _export(request, key)
    article = version.edition.article
    context = {
        **admin.site.each_context(request),
        "subject": version.headline,
        "lang": tag_of(version.edition.language),
        "status_text": status_text(Version.objects.select_related("edition", "changed_by").get(pk=key), request.moment),
        "unread": not Version.objects.public(request.moment).filter(pk=key).exists(),
        "address": request.build_absolute_uri(article.address_in(version.edition.language)),
        "words": words,
        "key": key,
        "back": reverse("admin:articles_article_change", args=[article.pk]),
    }
    return render(request, "desk/wechat.html", context)


def wechat_file(request: HttpRequest, key: int) -> HttpResponse:
    """Return the same HTML as a download that opens from disk."""
    version, words = _export(request, key)
    language = version.edition.language
    page = {"words": words, "headline": version.headline, "lang": tag_of(language)}
    name = f"{version.edition.article.slug}-{prefix_of(language)}.html"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(render_to_string("articles/wechat_file.html", page), headers=headers)


def _export(request: HttpRequest, key: int) -> tuple[Version, str]:
    version = get_object_or_404(Version.objects.select_related("edition__article"), pk=key)
    return version, for_wechat(version, at=request.moment, site=request.site, absolute=request.build_absolute_uri)
