"""Demo stories, written and approved by the same deeds as in the desk."""

from typing import Any

from newsroom.accounts.models import User
from newsroom.articles import deeds
from newsroom.articles.models import Article, Section
from newsroom.cooperation.models import Agreement, Event
from newsroom.demo.afterwards import correct, first_words, propose_changes, withdraw
from newsroom.demo.citing import address_of, cite, lay_sources
from newsroom.demo.journeys import lay_delegation, lay_events
from newsroom.demo.names import checked, pairs, place
from newsroom.demo.pictures import lay_pictures
from newsroom.demo.relations import join_pairs, lay_stages
from newsroom.demo.signings import lay_agreements
from newsroom.publishing import clock
from newsroom.publishing.release import release


def is_told(story: dict) -> bool:
    """Return whether the story exists, under its slug or under another with the same source page or event."""
    if Article.objects.filter(slug=story["slug"], year=story["article"]["year"]).exists():
        return True
    if not story.get("sources"):
        return Article.objects.filter(events__slug=story["events"][0]["slug"]).exists()
    page = address_of(next(iter(story["sources"].values())))
    same_page = {f"citations__source__{name}": url for name, url in page.items()}
    return Article.objects.filter(citations__order=1, **same_page).exists()


def lay_records(story: dict, *, publisher: Any) -> None:
    """Create the story's records; `publisher` releases those that no story or agreement makes public."""
    sources = lay_sources(story)
    for slug in story.get("namesakes", []):
        place(slug)
    lay_delegation(story, sources)
    lay_events(story, sources)
    alone = [*lay_agreements(story, sources), *lay_stages(story, sources)]
    join_pairs(story)
    if story["state"] == "public":
        ahead = story["public_from"] > clock.moment()
        for record in alone:
            release(record, by=publisher, at=story["public_from"] if ahead else None)


def tell(story: dict, *, editor: Any, publisher: Any) -> Article:
    """Write the story as `editor` and, unless it is a draft, approve it as `publisher`."""
    article = _article(story, by=editor)
    _link(article, story)
    lay_pictures(article, story, by=editor)
    editions = {language: first_words(story, language) for language in story["article"]["editions"]}
    versions = [deeds.begin(article, language, by=editor, **words) for language, words in editions.items()]
    if story["state"] == "public":
        for version in versions:
            deeds.submit(version, by=editor)
        deeds.approve(*versions, by=publisher, at=story["public_from"])
        correct(article, story, editor=editor, publisher=publisher)
        withdraw(article, story, by=publisher)
        propose_changes(story, editor=editor)
    return article


def _article(story: dict, *, by: User) -> Article:
    row = story["article"]
    section = Section.objects.filter(slug=row["section"]).first()
    columns = {"section": section, "original": row["original"], "year": row["year"]}
    return checked(Article(slug=story["slug"], created_by=by, **columns))


def _link(article: Article, story: dict) -> None:
    """Link the story to its events, agreements, pairs and sources, and to the events of other stories it reports."""
    sources, others = lay_sources(story), story["article"].get("reports", [])
    own = [row["slug"] for row in story.get("events", [])]
    events = Event.objects.filter(slug__in=own + others)
    article.events.set(events)
    article.agreements.set(Agreement.objects.filter(slug__in=[row["slug"] for row in story.get("agreements", [])]))
    article.pairs.set(pairs(story["article"].get("pairs", [])))
    cite(article, sources)
    for event in events.filter(slug__in=others):
        cite(event, sources)
