"""Record card beside a story, the context of `components/record_card.html`: events, attendance, agreements."""

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import Q

from newsroom.articles.models import Article
from newsroom.cooperation.attendance import groups
from newsroom.cooperation.following import was_signed
from newsroom.cooperation.models import Agreement, Appearance, Event
from newsroom.cooperation.roll import company, drop_repeated_originals
from newsroom.cooperation.rows import agreement_row, named_entry, site_entry, state_told
from newsroom.dates import Day, oldest_first


def events_of(article: Article, at: datetime) -> list[Event]:
    """Return the public events that the story reports, loaded for the card, without attendance."""
    return list(Event.objects.public(at).filter(articles=article).with_names().with_sites().oldest_first())


def appearances_at(events: list[Event]) -> list[Appearance]:
    """Return all appearances at these events and on their delegations, by one query."""
    delegations = [delegation.pk for event in events for delegation in event.received()]
    everybody = Appearance.objects.filter(Q(event__in=events) | Q(delegation__in=delegations))
    return list(everybody.with_people())


def agreements_of(article: Article, at: datetime) -> list[Agreement]:
    """Return the loaded public agreements that the story reports or that were signed at its public events."""
    linked = Article.agreements.through.objects.filter(article=article).values("agreement_id")
    events = Event.objects.public(at).filter(articles=article).values("pk")
    either = linked.union(Agreement.objects.filter(event__in=events).values("pk"))
    found = Agreement.objects.public(at).filter(pk__in=either).with_row(at).with_follow_ups(at)
    return list(found.order_by(*oldest_first("signed"), "pk"))


def successors_of(agreements: list[Agreement], at: datetime) -> list[Agreement]:
    """Return the public agreements that followed one of these, without their parties."""
    later = Agreement.objects.public(at).filter(follows__in=agreements)
    others = later.exclude(pk__in=[agreement.pk for agreement in agreements])
    return list(others.order_by(*oldest_first("signed"), "pk"))


def record_card(
    events: list[Event], everybody: list[Appearance], agreements: list[Agreement], *, language: str, today: date
) -> dict:
    """Return the card's context for a page in `language`, {} where the story reports no record. Runs no query.

    What happened at an event stands in its block; `agreements` are those that were not signed, or at none of them.
    `everybody` are the appearances at the events and on their delegations; `today` decides which agreements are in
    force.
    """
    if not events and not agreements:
        return {}
    occasions = {event.pk for event in events}
    rows = [(one, agreement_row(one, language, today)) for one in agreements]
    at_events = {one.pk for one in agreements if one.event_id in occasions and was_signed(one)}
    blocks, told = [], set()
    for event in events:
        signed = [row for one, row in rows if one.pk in at_events and one.event_id == event.pk]
        blocks.append(event_block(event, everybody, signed, language, told=told))
        told |= {delegation.pk for delegation in event.received()}
    drop_repeated_originals(*(group for block in blocks for group in (*block["companies"], *block["groups"])))
    fields = {field.pk: field for agreement in agreements for field in agreement.fields.all()}
    return {
        "events": blocks,
        "agreements": [row for one, row in rows if one.pk not in at_events],
        "today": Day.on(today) if any(row["status"] for _one, row in rows) else None,
        "fields": [field.name_in(language) for field in fields.values()],
        "inferred": any(one.held_inferred for one in events) or any(one.signed_inferred for one in agreements),
    }


def event_block(
    event: Event, everybody: list[Appearance], signed: list[dict], language: str, *, told: Collection[int]
) -> dict:
    """Return one event of the card: when and where, who came, who was there, what was signed and visited.

    Of the delegations that were `told` at an earlier stop, only those are listed who took a part of their own here.
    """
    received = {delegation.pk: delegation for delegation in event.received()}
    there = [one for one in everybody if one.event_id == event.pk]
    travelled = [one for one in everybody if one.delegation_id in received]
    had_a_part = {one.person_id for one in there} - {None}
    listed = [one for one in travelled if one.delegation_id not in told or one.person_id in had_a_part]
    return day_entry(event, language) | {
        "companies": [
            company(delegation, [one for one in listed if one.delegation_id == key], language, here=there)
            for key, delegation in received.items()
        ],
        "groups": groups(event, there, travelled, language),
        "agreements": signed,
        "visited": [site_entry(site, language) for site in event.visited.all()],
    }


def day_entry(event: Event, language: str) -> dict:
    """Return when and where an event took place; `words` are what the source says of the day.

    `state` says that it was announced or called off; "" where it took place.
    """
    places = [named_entry(place, language) for place in event.places.all()]
    venue = event.venue_in(language)
    where = [*places, venue] if venue else places
    return {"day": event.held, "words": event.held_words, "where": where, "state": state_told(event)}
