"""The pages that gather from several rooms."""

from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.http import require_safe

from newsroom.languages import EN, ZH
from newsroom.masthead.models import SiteSettings
from newsroom.website.machines import timeless


@timeless
@require_safe
def door(request):
    """Lead to the front page in the reader's language: the only address that looks at who asks.

    Whoever names Chinese anywhere gets Chinese, whoever names other languages only gets English, and whoever names
    none (a crawler, a bare client) gets the site's first language.
    """
    asked = [tag for tag, quality in parse_accept_lang_header(request.headers.get("Accept-Language", "")) if quality]
    if any(tag.split("-")[0] == "zh" for tag in asked):
        language = ZH
    else:
        language = EN if set(asked) - {"*"} else SiteSettings.current().first_language
    headers = {"Cache-Control": "private, no-store", "Vary": "Accept-Language"}
    return HttpResponseRedirect(reverse("front", args=[language]), headers=headers)


@require_safe
def front(request, language):
    """The front page."""
    return render(request, "website/front.html", {"section": "front"})
