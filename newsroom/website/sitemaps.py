"""The sitemap: every public page, each with the languages it can be read in."""

from collections.abc import Iterator
from datetime import datetime

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from newsroom.articles.models import Version
from newsroom.cooperation.models import Agreement, Delegation, Event
from newsroom.languages import LANGUAGES, tag_of
from newsroom.people.models import Institution, Person
from newsroom.places.models import Pair, Place
from newsroom.website.models import Page

MOST = 50_000  # addresses in one file, by the protocol
LISTS = ("front", "news", "pairs", "places", "agreements", "delegations", "people", "institutions", "corrections")
RECORDS = (Pair, Place, Agreement, Delegation, Event, Person, Institution)


@require_safe
def sitemap(request):
    """Every public page, the lists first, then the stories from the newest."""
    entries = []
    for addresses, changed in _pages(request.moment):
        whole = {language: request.build_absolute_uri(address) for language, address in addresses.items()}
        alternates = [(tag_of(language), address) for language, address in whole.items()]
        entries += [{"address": address, "alternates": alternates, "changed": changed} for address in whole.values()]
        if len(entries) >= MOST:
            break
    return render(request, "website/sitemap.xml", {"entries": entries[:MOST]}, content_type="application/xml")


def _pages(at: datetime) -> Iterator[tuple[dict[str, str], datetime | None]]:
    """Yield the address in each language of every public page, and when it was last changed if that is known."""
    for name in LISTS:
        yield {language: reverse(name, args=[language]) for language in LANGUAGES}, None
    for page in Page.objects.order_by("slug"):
        yield {language: reverse("page", args=[language, page.slug]) for language in LANGUAGES}, None
    yield from _stories(at)
    for model in RECORDS:
        for record in model.objects.public(at).order_by("slug"):
            yield {language: record.address_in(language) for language in LANGUAGES}, None


def _stories(at: datetime) -> Iterator[tuple[dict[str, str], datetime]]:
    stories = {}
    for version in Version.objects.public(at).with_article().without_body().newest_first():
        stories.setdefault(version.edition.article_id, []).append(version)
    for versions in stories.values():
        addresses = {one.language: one.edition.article.address_in(one.language) for one in versions}
        yield addresses, max(one.public_from for one in versions)
