"""Views of the front page, corrections, static pages and the root redirect."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.http import require_safe

from newsroom.articles.body import clean_body
from newsroom.cooperation.definitions import GROUPS
from newsroom.dates import Day
from newsroom.languages import EN, ZH
from newsroom.lists.pagination import numbered_page
from newsroom.masthead.models import SiteSettings
from newsroom.pages.head import addresses, list_head, page_head, summary
from newsroom.publishing.clock import today_at
from newsroom.website import front_page
from newsroom.website.corrections import corrected, told
from newsroom.website.machines import timeless
from newsroom.website.models import Page


@timeless
@require_safe
def door(request: HttpRequest) -> HttpResponse:
    """Redirect `/` to the front page in the reader's language: the only view that reads Accept-Language.

    A header that names Chinese leads to Chinese, one with other languages only to English, and
    none (a crawler, a bare client) to the site's first language.
    """
    asked = [tag for tag, quality in parse_accept_lang_header(request.headers.get("Accept-Language", "")) if quality]
    if any(tag.split("-")[0] == "zh" for tag in asked):
        language = ZH
    else:
        language = EN if set(asked) - {"*"} else SiteSettings.current().first_language
    headers = {"Cache-Control": "private, no-store", "Vary": "Accept-Language"}
    return HttpResponseRedirect(reverse("front", args=[language]), headers=headers)


@require_safe
def front(request: HttpRequest, language: str) -> HttpResponse:
    """Return the front page: the newest stories, the newest agreements, and the network of pairs."""
    at, site = request.moment, request.site
    lead, *latest = front_page.stories(at, language) or [None]
    name, network = site.name_in(language), front_page.network(at, language, home=site.home)
    says = front_page.description(site, language, network)
    context = {
        "section": "front",
        "head": summary(name, says, data=(front_page.site_data(request, name, says),)),
        "purpose": site.description_in(language),
        "numbers": front_page.numbers(at, language),
        "lead": lead,
        "seconds": latest[: front_page.SECONDS],
        "latest": latest[front_page.SECONDS :],
        "agreements": front_page.agreements(at, language),
        "network": network,
        "today": Day.on(today_at(at)),
    }
    return render(request, "website/front.html", context)


@require_safe
def corrections(request: HttpRequest, language: str) -> HttpResponse:
    """Return the paginated corrections of words and records, the newest first."""
    found = numbered_page(corrected(request.moment, language), request.GET.get("page"), path=request.path)
    context = {
        "head": list_head(request, _("Corrections"), _("What was corrected on this site, and when.")),
        "listing": found,
        "corrections": told(found.rows, request.moment, language),
        **addresses(request, question=found.asked()),
    }
    return render(request, "website/corrections.html", context)


@require_safe
def words(request: HttpRequest, language: str) -> HttpResponse:
    """Return what the words mean with which pages compute, each under an anchor of its own."""
    context = {
        "head": list_head(request, _("What the words mean"), _("What this site counts, computes and marks, and how.")),
        "groups": GROUPS,
    }
    return render(request, "website/words.html", context)


@require_safe
def page(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """Return a static page, such as "About this site"."""
    page = Page.objects.filter(slug=slug).first()
    if page is None:
        raise Http404
    title, body = page.title_in(language), page.body_in(language)
    context = {
        "head": page_head(request, title or "", body or ""),
        "title": title,
        "body": body and mark_safe(clean_body(body)),
        "body_language": body and body.language,
        **addresses(request, languages=page.languages),
    }
    return render(request, "website/page.html", context)
