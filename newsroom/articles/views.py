"""Views of the story list and the story page, with its QR code and Open Graph image."""

import segno
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from newsroom.articles import poster as posters
from newsroom.articles import sharing
from newsroom.articles.beside import address_beside, both, twin_of
from newsroom.articles.citing import citations
from newsroom.articles.filters import StoryFilters
from newsroom.articles.linked import story_data, told_to_government
from newsroom.articles.models import Version
from newsroom.articles.page import story_context
from newsroom.articles.rows import story_rows
from newsroom.articles.story import Story
from newsroom.cooperation.views.lists import listed
from newsroom.languages import Words, other
from newsroom.pages.head import addresses, breadcrumbs, column, list_head, summary
from newsroom.pages.responses import Gone, NotHere, drawn_image, look_elsewhere
from newsroom.pages.structured import publisher


@require_safe
def news(request: HttpRequest, language: str) -> HttpResponse:
    """Return the paginated list of stories in this language, newest first, with filters."""
    at = request.moment
    context = listed(request, StoryFilters(request.GET, at=at, language=language), view="news")
    known = Version.objects.public(at).of_editions(context["listing"].rows).with_article().without_body()
    versions = context["listing"].in_order({version.edition_id: version for version in known})
    stories = story_rows(versions, at=at, language=language)
    context |= {
        "head": list_head(
            request,
            _("News"),
            _("Every story of this site, the newest first."),
            shown=((row["headline"], row["address"]) for row in stories),
            work=True,
        ),
        "stories": stories,
    }
    return render(request, "articles/news.html", context)


@require_safe
def story(request: HttpRequest, language: str, year: int, slug: str) -> HttpResponse:
    """Return a story's page; with `?with=`, side by side with its other language."""
    found = Story.at_address(year, slug, request.moment)
    shown = _shown(request, found)
    twin, alone = twin_of(shown, found, request.GET.get("with", ""))
    context = story_context(found, shown) | {
        "section": "news",
        "alone": alone,
        "beside": address_beside(shown, found),
        "citations": citations(found, language, request.site, request.build_absolute_uri),
        "qr": reverse("story-qr", args=[language, year, slug]),
        **addresses(request, languages=found.languages),
    }
    context["head"] = _head(request, found, shown, context)
    if twin is None:
        return render(request, "articles/story.html", context)
    context |= {"twin": address_beside(twin, found), "here": address_beside(shown, found)}
    return render(request, "articles/beside.html", context | both(found, shown, twin, context["outlets"]))


def _head(request: HttpRequest, found: Story, shown: Version, context: dict) -> dict:
    name, absolute = request.site.name_in(shown.language), request.build_absolute_uri
    office = publisher(request.site, shown.language, absolute)
    picture = sharing.picture(shown, context["chosen"], name, absolute)
    data = story_data(found, shown, context, absolute, publisher=office, picture=picture)
    trail = breadcrumbs(request, *((step["name"], step["address"]) for step in context["trail"]))
    return summary(
        shown.headline,
        shown.standfirst,
        data=(data, trail),
        picture=picture,
        column=column(context["section_name"] or _("News"), work=True),
        content=told_to_government(context),
        published=context["published"],
        updated=context["updated"],
    )


@require_safe
def qr(request: HttpRequest, language: str, year: int, slug: str) -> HttpResponse:
    """Return the QR code of a public story's address."""
    found = Story.at_address(year, slug, request.moment)
    shown = _shown(request, found)
    code = segno.make(request.build_absolute_uri(shown.edition.article.address_in(language)), error="m", micro=False)
    answer = HttpResponse(content_type="image/svg+xml")
    code.save(answer, kind="svg", scale=4, dark="black", light="white", xmldecl=False, nl=False)
    return answer


@require_safe
def poster(request: HttpRequest, language: str, article: int) -> HttpResponse:
    """Return the drawn Open Graph image of a public story; the site's default where it cannot be drawn."""
    found = Story.of(article, request.moment)
    shown = _shown(request, found)
    return drawn_image(request, posters.stored(shown, request.site, request.moment))


def _shown(request: HttpRequest, found: Story) -> Version:
    shown = found.shown_in(request.language)
    if shown is None:
        raise _absence(request, found)
    return shown


def _absence(request: HttpRequest, found: Story) -> Exception:
    """Return the response for a story that is not public in this language: withdrawn, in the other one, or 404."""
    language = request.language
    elsewhere, last = found.shown_in(other(language)), found.last_in(language)
    if last is not None:
        headline = "" if last.edition.headline_hidden else Words(last.headline, language)
        reason = Words(last.edition.withdrawal_reason, language)
        return Gone(headline, reason, last.edition.withdrawn_at)
    if elsewhere is not None:
        return NotHere(
            Words(elsewhere.headline, elsewhere.language), elsewhere.edition.article.address_in(other(language))
        )
    look_elsewhere(request)
    return Http404()
