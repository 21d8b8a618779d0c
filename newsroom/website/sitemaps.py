"""Sitemaps: every public page with its hreflang alternates, and the news sitemap of two days.

`/sitemap.xml` is the index. A part holds the records of one range of primary keys: a record stays in its
part for ever, no part depends on those before it, and each is a query or two.

Of stories it is known when their words, or those in the other language, changed or went last. A record's page follows
from many other records and from the day: when it changed last is not known, and no `lastmod` is said rather than one
that keeps crawlers away.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, F, Max, Min, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from newsroom.articles.models import Edition, Version
from newsroom.cooperation.models import Agreement, Delegation, Event
from newsroom.languages import EN, LANGUAGES, ZH
from newsroom.pages.head import alternates_of
from newsroom.pages.table import LIST, of_kind
from newsroom.people.models import Institution, Person
from newsroom.places.models import Pair, Place
from newsroom.website.models import Page

STRETCH = 5_000  # keys in one part: at most 10,000 addresses, of the 50,000 that the protocol allows
MOST_PARTS = 50_000  # of one index, by the protocol
RECORDS = {
    "pairs": Pair,
    "places": Place,
    "agreements": Agreement,
    "delegations": Delegation,
    "events": Event,
    "people": Person,
    "institutions": Institution,
}
Entry = tuple[Mapping[str, str], datetime | None]

NEWS_DAYS = timedelta(days=2)
MOST_NEWS = 1_000  # of one news sitemap
NEWS_LANGUAGES = {ZH: "zh-cn", EN: "en"}  # language codes of the news schema


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Return the sitemap index: the parts that are not empty, with their last change where known."""
    at = request.moment
    parts = [("pages", 1, None), *_story_parts(at)]
    for kind, model in RECORDS.items():
        parts += _parts(kind, model, at)
    listed = [
        {"address": request.build_absolute_uri(reverse("sitemap-part", args=[kind, number])), "changed": changed}
        for kind, number, changed in parts
    ]
    return render(request, "website/sitemaps.xml", {"parts": listed}, content_type="application/xml")


@require_safe
def part(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """Return one part: the lists and static pages, the stories, or the records of one kind in one range of keys."""
    pages = list(_pages(kind, number, request.moment)) if number <= MOST_PARTS else []
    if not pages:
        raise Http404
    entries = []
    for addresses, changed in pages:
        whole = {language: request.build_absolute_uri(address) for language, address in addresses.items()}
        alternates = alternates_of(whole, door=request.build_absolute_uri("/") if _is_front(addresses) else "")
        entries += [{"address": address, "alternates": alternates, "changed": changed} for address in whole.values()]
    return render(request, "website/sitemap.xml", {"entries": entries}, content_type="application/xml")


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """Return the news sitemap: stories first published in the last two days."""
    since = request.moment - NEWS_DAYS
    fresh = _stories(request.moment).filter(edition__first_public_from__gt=since).newest_first()[:MOST_NEWS]
    entries = [
        {
            "address": request.build_absolute_uri(version.edition.article.address_in(version.language)),
            "publication": request.site.name_in(version.language),
            "language": NEWS_LANGUAGES[version.language],
            "published": version.edition.first_public_from,
            "headline": version.headline,
        }
        for version in fresh
    ]
    return render(request, "website/news_sitemap.xml", {"entries": entries}, content_type="application/xml")


def _story_parts(at: datetime) -> list[tuple[str, int, datetime | None]]:
    """Return the parts of stories that are not empty, each with its last change, which may be that a story went."""
    key = "edition__article_id"
    stretches = Version.objects.public(at).order_by().values(stretch=(F(key) - 1) / STRETCH)
    known = stretches.annotate(changed=Max("public_from")).order_by("stretch")
    gone = _last_gone((F("article_id") - 1) / STRETCH)
    return [("stories", row["stretch"] + 1, _later(row["changed"], gone.get(row["stretch"]))) for row in known]


def _last_gone(by: Any, **which: Any) -> dict[int, datetime]:
    """Return when an edition was withdrawn last, for each value of the expression `by`."""
    gone = Edition.objects.filter(withdrawn_at__isnull=False, **which).order_by().values(each=by)
    return dict(gone.annotate(last=Max("withdrawn_at")).values_list("each", "last"))


def _later(changed: datetime, gone: datetime | None) -> datetime:
    return max(changed, gone or changed)


def _parts(kind: str, model: type, at: datetime) -> list[tuple[str, int, None]]:
    """Return the parts of records that are not empty, by one public record in each range."""
    stretches = model.objects.order_by().values(stretch=(F("pk") - 1) / STRETCH).annotate(least=Min("pk"))
    firsts = dict(stretches.values_list("least", "stretch"))
    seen = model.objects.public(at).filter(
        pk__gte=OuterRef("pk"), pk__lte=((OuterRef("pk") - 1) / STRETCH + 1) * STRETCH
    )
    holding = model.objects.filter(pk__in=firsts).filter(Exists(seen)).order_by("pk").values_list("pk", flat=True)
    return [(kind, firsts[key] + 1, None) for key in holding]


def _pages(kind: str, number: int, at: datetime) -> Iterator[Entry]:
    """Yield the addresses by language, and the last change if known, of every public page of a part."""
    first, last = (number - 1) * STRETCH + 1, number * STRETCH
    if kind == "pages" and number == 1:
        yield from _lists_and_pages()
    elif kind == "stories":
        gone = _last_gone(F("article_id"), article__pk__range=(first, last))
        yield from _told(_stories(at).filter(edition__article__pk__range=(first, last)), gone)
    elif kind in RECORDS:
        for record in RECORDS[kind].objects.public(at).filter(pk__range=(first, last)).order_by("pk"):
            yield {language: record.address_in(language) for language in LANGUAGES}, None


def _lists_and_pages() -> Iterator[Entry]:
    for name in (row.name for row in of_kind(LIST) if row.indexed):
        yield {language: reverse(name, args=[language]) for language in LANGUAGES}, None
    for page in Page.objects.order_by("slug"):
        yield {language: reverse("page", args=[language, page.slug]) for language in page.languages}, None


def _told(versions: Any, gone: Mapping[int, datetime]) -> Iterator[Entry]:
    stories = {}
    for version in versions.order_by("edition__article", "edition__language"):
        stories.setdefault(version.edition.article_id, []).append(version)
    for article, editions in stories.items():
        addresses = {one.language: one.edition.article.address_in(one.language) for one in editions}
        yield addresses, _later(max(one.public_from for one in editions), gone.get(article))


def _stories(at: datetime) -> Any:
    return Version.objects.public(at).with_article().without_body()


def _is_front(addresses: Mapping[str, str]) -> bool:
    return reverse("front", args=[EN]) in addresses.values()
