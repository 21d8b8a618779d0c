"""A story of the demonstration, told by the desk's own deeds."""

from django.db import transaction

from newsroom.articles import deeds
from newsroom.articles.models import Article, ArticleCitation, Section
from newsroom.demo.journeys import lay_delegation, lay_event
from newsroom.demo.names import checked, lay_names, source
from newsroom.demo.signings import lay_agreements, lay_stages


def is_told(story: dict) -> bool:
    """Say whether the desk has this story: under its slug, or under another that cites the same page."""
    cited = {f"citations__source__{name}": url for name, url in story["source"].items() if name.startswith("url_")}
    under_its_slug = Article.objects.filter(slug=story["slug"], year=story["article"]["year"])
    return under_its_slug.exists() or Article.objects.filter(**cited).exists()


@transaction.atomic
def tell(story: dict, *, editor, publisher) -> Article:
    """Enter the story with its records, and, unless it is a draft, let `publisher` approve what `editor` wrote."""
    cited = source(story["source"])
    lay_names(story)
    event = lay_event(story, lay_delegation(story, cited), cited)
    agreements = lay_agreements(story, event, cited)
    lay_stages(story, cited)
    article = _article(story, by=editor)
    article.events.set([event])
    article.agreements.set(agreements)
    checked(ArticleCitation(article=article, source=cited))
    editions = story["article"]["editions"]
    versions = [deeds.begin(article, language, by=editor, **words) for language, words in editions.items()]
    if story["state"] == "public":
        for version in versions:
            deeds.submit(version, by=editor)
        deeds.approve(*versions, by=publisher, at=story["public_from"])
    return article


def _article(story: dict, *, by) -> Article:
    row = story["article"]
    section = Section.objects.filter(slug=row["section"]).first()
    columns = {"section": section, "original": row["original"], "year": row["year"]}
    return checked(Article(slug=story["slug"], created_by=by, **columns))
