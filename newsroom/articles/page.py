"""Context of a story's page, loaded here so that the template runs no query."""

from datetime import date, datetime
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.articles.after import around, what_came
from newsroom.articles.card import agreements_of, appearances_at, day_entry, events_of, record_card, successors_of
from newsroom.articles.models import Section, Version
from newsroom.articles.pairs import pairs_of_story
from newsroom.articles.sharing import chosen_of
from newsroom.articles.story import Story
from newsroom.cooperation.counting import number_of_texts
from newsroom.cooperation.following import was_signed
from newsroom.cooperation.models import Agreement, Event
from newsroom.cooperation.wording import listed, running
from newsroom.languages import LANGUAGES, Words
from newsroom.photos.models import Photo
from newsroom.photos.pictures import Picture, picture_of
from newsroom.places.marks import pair_mark
from newsroom.places.models import Pair
from newsroom.publishing.clock import today_at


def story_context(story: Story, shown: Version) -> dict:
    """Return the context of the page of the version `shown`, all at one moment."""
    language, at, article = shown.language, story.at, shown.edition.article
    events, agreements = events_of(article, at), agreements_of(article, at)
    pairs = pairs_of_story(article, at, language)
    photos = list(Photo.objects.public(at).of_article(article, language).with_people())
    cited = list(article.citations.select_related("source"))
    outlets = {code: _first_outlet(cited, code) for code in LANGUAGES}
    everybody = appearances_at(events)
    return {
        **words_of(story, shown),
        "pictures": _pictures(photos, language),
        "chosen": chosen_of(photos),
        "pairs": [pair_mark(pair, language) for pair in pairs],
        "places": list(dict.fromkeys(place for pair in pairs for place in pair.in_order(language))),
        "occasion": _occasion(events, agreements, at),
        **_days(events, language),
        **_section(article.section, language),
        "source": outlets[language],
        "outlets": outlets,
        "card": record_card(events, everybody, agreements, language=language, today=today_at(at)),
        "reported": (events, agreements, everybody),
        **what_came(shown, agreements, successors_of(agreements, at), around(shown, pairs, at)),
        "sources": [one.entry_in(language) for one in cited],
        "trail": _trail(pairs, language),
    }


def words_of(story: Story, shown: Version) -> dict:
    """Return the version's own words, with its edition's two moments. Runs no query."""
    language, first = shown.language, shown.edition.first_public_from
    return {
        "headline": Words(shown.headline, language),
        "standfirst": Words(shown.standfirst, language),
        "body": mark_safe(shown.body),  # sanitized on every input: see articles.body
        "byline": Words(shown.byline, language),
        "published": first,
        "updated": shown.public_from if shown.public_from != first else None,
        "corrections": story.corrections_in(language),
    }


def _pictures(photos: list[Photo], language: str) -> list[Picture]:
    """Return the story's photos, uncropped; on narrow screens a wide first one is cropped."""
    return [picture_of(photo, language, phone="" if place else "phone") for place, photo in enumerate(photos)]


def _first_outlet(cited: list, language: str) -> Words | None:
    """Return the first outlet named in this language, else the first one in the other."""
    outlets = list(filter(None, (one.source.outlet_in(language) for one in cited)))
    return next((outlet for outlet in outlets if outlet.language == language), next(iter(outlets), None))


def _section(section: Section | None, language: str) -> dict:
    """Return the story's section, and the address of its list."""
    if section is None:
        return {"section_name": None, "section_address": ""}
    listed = f"{reverse('news', args=[language])}?{urlencode({'section': section.slug})}"
    return {"section_name": section.name_in(language), "section_address": listed}


def _days(events: list[Event], language: str) -> dict:
    """Return the days of the events; if all of several are inferred, the mark stands once."""
    days = [day_entry(event, language) for event in events if event.held]
    inferred = len(days) > 1 and all(day["day"].inferred for day in days)
    if inferred:
        days = [{**day, "day": day["day"].as_known(inferred=False)} for day in days]
    return {"event_days": days, "all_inferred": inferred}


def _occasion(events: list[Event], agreements: list[Agreement], at: datetime) -> str:
    """Return a few words on the occasion, such as "Visit · Anniversary and forum · 2 agreements"."""
    visits = _visits(events)[:1]
    usual = (Event.Kind.MEETING, Event.Kind.SIGNING) if visits else ()  # of a visit
    kinds = [kind.label for kind in Event.Kind.of(*events) if kind not in usual]
    parts = [*visits, listed(running(kinds))]
    texts = _reported(agreements, events)
    if signed := number_of_texts(texts, Agreement.objects.public(at).wholes_of(texts)):
        parts.append(ngettext("%(count)s agreement", "%(count)s agreements", signed) % {"count": signed})
    return " · ".join(filter(None, parts))


def _reported(agreements: list[Agreement], events: list[Event]) -> list[Agreement]:
    """Return the texts that were signed at one of the events, or not surely before all of them."""
    begun = min(((one.held and one.held.earliest) or date.min for one in events), default=date.min)
    here = {event.pk for event in events}
    return [one for one in agreements if was_signed(one) and (one.event_id in here or not _is_before(one, begun))]


def _is_before(agreement: Agreement, day: date) -> bool:
    return agreement.signed is not None and agreement.signed.latest is not None and agreement.signed.latest < day


def _visits(events: list[Event]) -> list[str]:
    """Return the word for the visits: one that took place before one that was announced or called off."""
    words = {
        Event.State.TOOK_PLACE: _("Visit"),
        Event.State.ANNOUNCED: _("Visit announced"),
        Event.State.CALLED_OFF: _("Visit called off"),
    }
    states = {event.state for event in events if event.is_visit()}
    return [word for state, word in words.items() if state in states]


def _trail(pairs: list[Pair], language: str) -> list[dict]:
    """Return the breadcrumb: the news, and the pair where the story is about one."""
    steps = [{"name": _("News"), "address": reverse("news", args=[language])}]
    if len(pairs) == 1:
        names = pair_mark(pairs[0], language)
        title = _("%(home)s and %(partner)s") % names
        steps.append({"name": title, "address": names["address"]})
    return steps
