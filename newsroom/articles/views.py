"""The list of stories, and one story."""

from django.http import FileResponse, Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from newsroom.articles import poster as posters
from newsroom.articles.filters import StoryFilters
from newsroom.articles.linked import story_data
from newsroom.articles.models import Version
from newsroom.articles.page import story_context
from newsroom.articles.rows import story_rows
from newsroom.articles.story import Story
from newsroom.languages import Words, other
from newsroom.publishing.answers import Gone, NotHere, look_elsewhere, stored_file
from newsroom.publishing.head import addresses, breadcrumbs, summary
from newsroom.publishing.listing import listing


@require_safe
def news(request, language):
    """Every story in this language, newest first, narrowed by the filters."""
    at = request.moment
    versions = Version.objects.public(at).in_language(language).with_article().without_body().newest_first()
    filters = StoryFilters(request.GET, versions, at=at, language=language)
    found = listing(filters.answer(), request.GET.get("page"), question=filters.asked())
    context = {
        "section": "news",
        "head": summary(_("News"), _("Every story of this site, the newest first.")),
        "filters": filters,
        "listing": found,
        "stories": story_rows(found.rows, at=at, language=language),
        **addresses(request, question=found.asked()),
    }
    return render(request, "articles/news.html", context)


@require_safe
def story(request, language, year, slug):
    """One story in this language: its words, the record, what came of it, what was corrected."""
    found = Story.at_address(year, slug, request.moment)
    shown = found.shown_in(language)
    if shown is None:
        raise _absence(request, found)
    places = addresses(request, languages=found.languages)
    context = story_context(found, shown)
    data = story_data(found, shown, context, request.build_absolute_uri, request.site.name_in(language))
    trail = breadcrumbs(request, *((step["name"], step["address"]) for step in context["trail"]))
    words = summary(
        shown.headline,
        shown.standfirst,
        data=(data, trail),
        picture=posters.picture(shown, request.site.name_in(language), request.build_absolute_uri),
        published=context["published"],
        updated=context["updated"],
    )
    return render(request, "articles/story.html", {"section": "news", "head": words, **context, **places})


@require_safe
def poster(request, language, article: int):
    """The picture of a story that readers may see; where it cannot be drawn here, the site's plain one."""
    found = Story.of(article, request.moment)
    shown = found.shown_in(language)
    if shown is None:
        raise _absence(request, found)
    stored = posters.kept(shown, request.site, request.moment)
    if stored is None:
        plain = posters.PLAIN.open("rb")
        return FileResponse(plain, content_type="image/png", headers={"Cache-Control": "no-store"})
    return stored_file(request, stored, kind="image/png")


def _absence(request, found: Story) -> Exception:
    """Return the answer for a story that cannot be read in this language: withdrawn, told elsewhere, or nothing."""
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
