"""Template contexts of records: the dictionaries that the components `delegation_row`, `agreement_row` … print.

The records must be loaded by `with_names`, `with_row` or `with_stops`, since their names are made from other rows.
"""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override, pgettext_lazy

from newsroom.cooperation.definitions import of_event, of_status
from newsroom.cooperation.following import AgreementState, was_signed
from newsroom.cooperation.status import Status, is_inferred, rests_on_doubtful_extension
from newsroom.cooperation.terms import Doubt, doubt_of, end_of, is_reckoned
from newsroom.cooperation.wording import listed_of_many
from newsroom.dates import Day, marked_inferred
from newsroom.languages import StandIn, Words

RINGS = {Status.IN_FORCE: "agreement", Status.NO_END: "half"}
FOLLOWED = {
    "renews": gettext_lazy("Renewed by"),
    "replaces": gettext_lazy("Replaced by"),
    "extends": gettext_lazy("Extended by"),
    "amends": gettext_lazy("Amended by"),
    "carries-out": gettext_lazy("Carried out by"),
    "ends": gettext_lazy("Ended by"),
}

SIGNED = {"on": gettext_lazy("Signed on"), "in": gettext_lazy("Signed in"), "at": gettext_lazy("Signed at")}
SIGNING = {
    AgreementState.PLANNED: {
        "on": gettext_lazy("Planned for"),
        "in": gettext_lazy("To be signed in"),
        "at": pgettext_lazy("a kind of entry", "Event"),
    },
    AgreementState.INITIALLED: {
        "on": gettext_lazy("Initialled on"),
        "in": gettext_lazy("Initialled in"),
        "at": gettext_lazy("Initialled at"),
    },
}


def state_told(event: Any) -> Any:
    """Return the label "announced" or "called off" of an event, or "" if it took place.

    The label is a lazy translation, so that each half of a bilingual page prints it in its own language.
    """
    return "" if event.state == event.State.TOOK_PLACE else event.State(event.state).label


def journey_told(stops: list) -> Any:
    """Return the label of the last stop's state where none of the visible stops took place, else ""."""
    return state_told(stops[-1]) if stops and all(map(state_told, stops)) else ""


def event_row(event: Any, language: str) -> dict:
    return {
        "name": event.name_in(language),
        "address": event.address_in(language),
        "day": event.held,
        "small": state_told(event),
        "pairs": [],
    }


def event_page(event: Any, language: str) -> dict:
    """Return the context of one event's page, without other records."""
    return {
        "day": event.held,
        "inferred": event.held_inferred,
        "words": event.held_words,
        "places": [named_entry(place, language) for place in event.places.all()],
        "venue": event.venue_in(language),
        "kinds": [str(kind.label) for kind in event.Kind.of(event)],
        "mode": "" if event.mode == event.Mode.IN_PERSON else event.get_mode_display(),  # the default, not a fact
        "state": state_told(event),
        "about_state": of_event(event.state),
    }


def delegation_row(delegation: Any, language: str) -> dict:
    return journey_row(delegation, delegation.itinerary(), language)


def journey_row(delegation: Any, stops: list, language: str) -> dict:
    """Return a delegation, the day of the first of the stops that readers see, where it was to go, whether it went."""
    return {
        "name": journey_name(delegation, stops, language),
        "address": delegation.address_in(language),
        "day": next((stop.held for stop in stops if stop.held), None),
        "small": " · ".join(filter(None, (_goal_apart(delegation, stops, language), str(journey_told(stops))))),
        "pairs": [],
    }


def journey_name(delegation: Any, stops: list, language: str) -> Words:
    """Return its own name, else the made one with where it went: "Delegation of Rivermouth to Harbourton".

    `stops` are those that readers see.
    """
    places = _goals(delegation, stops, language)
    if not places or delegation.own_name_in(language):
        return delegation.name_in(language)
    with override(language):
        words = {"delegation": delegation.name_in(language), "places": listed_of_many(places)}
        return Words(_("%(delegation)s to %(places)s") % words, language)


def _goal_apart(delegation: Any, stops: list, language: str) -> str:
    """Return where a delegation with a name of its own was to go."""
    places = _goals(delegation, stops, language) if delegation.own_name_in(language) else []
    return _("to %(places)s") % {"places": listed_of_many(places)} if places else ""


def _goals(delegation: Any, stops: list, language: str) -> list[Words]:
    """Return the places of the stops, but where a sender is at home and of stops called off while others were not."""
    stops = [stop for stop in stops if stop.state != stop.State.CALLED_OFF] or stops
    places = dict.fromkeys(place for stop in stops for place in stop.places.all())
    return [place.full_in(language) for place in places if not delegation.is_of({place})]


def agreement_row(agreement: Any, language: str, day: date) -> dict:
    """Return an agreement with its parties in order and its status on `day`; `status` is "" where it has none."""
    status = agreement.status_on(day)
    return {
        "title": agreement.name_in(language),
        "address": agreement.address_in(language),
        "signed_on": agreement.signed,
        "parties": [party_entry(party, language) for party in agreement.parties.all()],
        "between": [party.name_in(language) for party in agreement.parties.all()],
        "count": agreement.count,
        "status": status_words(agreement, language, day),
        "about": of_status(status),
        "in_force": bool(status and status.is_in_force),
        "ring": RINGS.get(status, ""),
    }


def status_words(agreement: Any, language: str, day: date) -> str:
    """Return the status on `day` in words, with what of it is inferred; "" for a text that has none."""
    status = agreement.status_on(day)
    if status is None:
        return ""
    if status == Status.OVERDUE:
        planned = agreement.state == agreement.State.PLANNED
        words = (
            _("planned for %(day)s; whether it was signed is not on record")
            if planned
            else _("initialled, %(day)s; whether it was signed is not on record")
        )
        return words % {"day": marked_inferred(agreement.signed.running(language), agreement.signed_inferred)}
    if is_inferred(agreement, status):
        return _("%(status)s (inferred)") % {"status": status.label}
    return str(status.label)


def other_words(agreement: Any, language: str) -> list[tuple[str, Any]]:
    """Return what else the text is called, each with its label: in the original language, and as we translate it."""
    printed = (agreement.name_in(language), agreement.twin_name_in(language))
    told = [
        (_("Original title"), agreement.original("title")),
        (_("Title in our translation"), agreement.gloss("title", language)),
        (_("The source’s own term"), agreement.original("called")),
        (_("The term in our translation"), agreement.gloss("called", language)),
    ]
    known = {name.casefold() for name in printed if name}
    return [(label, words) for label, words in told if words and words.casefold() not in known]


def term_entry(agreement: Any, language: str) -> dict:
    """Return the term: its days, its length in words, its reckoned last day, and on what conditions it stands."""
    doubt, length = doubt_of(agreement), agreement.term_length
    conditions = (
        (agreement.term_minimum, _("at least")),
        (agreement.term_extendable, _("may be extended")),
        (agreement.term_runs_on, _("runs on by itself unless ended")),
    )
    exact = is_reckoned(agreement) and doubt in (Doubt.NONE, Doubt.SIGNING)
    return {
        "term": agreement.term,
        "term_length": _length_words(agreement, language) if length else "",
        "term_until": Day.on(end_of(agreement)) if exact else None,
        "term_conditions": [words for is_so, words in conditions if is_so],
        "term_words": agreement.term_words,
        "doubt": str(doubt.label),
    }


def _length_words(agreement: Any, language: str) -> str:
    words = {"length": agreement.term_length.printed(language)}
    if agreement.term:
        return words["length"]
    if agreement.term_reckoned == agreement.Reckoned.SIGNING:
        return _("%(length)s from the signing") % words
    return _("%(length)s, from a day that is not on record") % words


def party_entry(party: Any, language: str) -> dict:
    """Return a party's name, linked where it has a page: a public agreement names its parties, so they are public."""
    return {"name": party.name_in(language), "address": party.body.address_in(language) if party.body else ""}


def person_entry(person: Any, language: str) -> dict:
    """Return a name, linked unless the page is hidden, its form of address, and what it is transcribed from."""
    before, after = person.addressed_in(language)
    return {
        "name": person.name_in(language),
        "before": before,
        "after": after,
        "address": "" if person.is_hidden else person.address_in(language),
        "original": person.original_in(language),
    }


def named_entry(record: Any, language: str) -> dict:
    """Return the name and address of a place or an institution whose page readers may see."""
    return {"name": record.name_in(language), "address": record.address_in(language)}


def site_entry(site: Any, language: str) -> dict:
    """Return a site visited: a public event names its institutions, so they are public."""
    return {
        "name": site.name_in(language),
        "address": site.institution.address_in(language) if site.institution else "",
    }


def follow_up_row(follow_up: Any, language: str) -> dict:
    return {
        "day": follow_up.happened,
        "words": follow_up.words_in(language),
        "link": follow_up.link,
        "citations": [citation.entry_in(language) for citation in follow_up.citations.all()],
    }


def stop_row(event: Any, language: str) -> dict:
    """Return a stop of a journey: the event with its day, what the source says of it, and its places."""
    places = [place.full_in(language) for place in event.places.all()]
    return event_row(event, language) | {"places": places, "words": event.held_words}


def register_row(agreement: Any, language: str, day: date) -> dict:
    """Return an agreement as the register's table shows it."""
    return agreement_row(agreement, language, day) | {
        "kind": kind_apart(agreement, language),
        "fields": [field.name_in(language) for field in agreement.fields.all()],
    }


def kind_apart(agreement: Any, language: str) -> str:
    """Return the kind of a text, or "" where its title says no more than that."""
    title, kind = agreement.name_in(language), str(agreement.get_kind_display())
    return "" if isinstance(title, StandIn) or title.casefold() == kind.casefold() else kind


def kin(agreement: Any, language: str) -> dict:
    """Return another agreement in a sentence: what it did to the one that it follows, its title, when it was signed."""
    return {
        "did": str(FOLLOWED.get(agreement.following, "")),
        "ends": agreement.following == agreement.Following.ENDS,
        "name": agreement.name_in(language),
        "address": agreement.address_in(language),
        "signed": agreement.signed,
    }


def agreement_page(agreement: Any, language: str, day: date) -> dict:
    """Return the context of one agreement's page, without other records."""
    doubtful = rests_on_doubtful_extension(agreement, agreement.status_on(day))
    return register_row(agreement, language, day) | {
        "called": _called(agreement, language),
        "in_other_words": other_words(agreement, language),
        "signatories": [signature_entry(party, language) for party in agreement.parties.all()],
        "signing": SIGNING.get(agreement.state, SIGNED),
        "nobody_named": was_signed(agreement) and not any(map(_names_signatory, agreement.parties.all())),
        "is_planned": agreement.state == AgreementState.PLANNED,
        "is_initialled": agreement.state == AgreementState.INITIALLED,
        "inferred": agreement.signed_inferred,
        "words": agreement.signed_words,
        "signed_in": agreement.signed_in and named_entry(agreement.signed_in, language),
        "approvals": [approval_entry(approval, language) for approval in agreement.approvals.all()],
        **term_entry(agreement, language),
        "extension_doubt": str(Doubt.EXTENSION.label) if doubtful else "",
        "how": agreement.get_following_display(),
    }


def _called(agreement: Any, language: str) -> Words | None:
    """Return the source's own term, None where the title or the kind is that very word."""
    called, name, twin = (of(language) for of in (agreement.called_in, agreement.name_in, agreement.twin_name_in))
    told = {str(words).casefold() for words in (name, twin, agreement.get_kind_display())}
    return called if called and called.casefold() not in told else None


def _names_signatory(party: Any) -> bool:
    """Return whether the record says who signed for a party, or at least as what."""
    return bool(party.signatory_id or party.signed_as_zh or party.signed_as_en)


def signature_entry(party: Any, language: str) -> dict:
    """Return a party with its signatory and what they signed as, where known."""
    return party_entry(party, language) | {
        "signatory": party.signatory and person_entry(party.signatory, language),
        "signed_as": party.signed_as_in(language),
        "signed_on": party.signed,
    }


def approval_entry(approval: Any, language: str) -> dict:
    """Return an approval: its day and its body, either of which may be unknown."""
    body = approval.institution
    return {"day": approval.approved, "body": body and named_entry(body, language)}


def journey(delegation: Any, day: date) -> dict:
    """Return the days of the whole journey, and the source's words, unless they would reveal a stop ahead.

    Days with a known end are told once they are over; without one, and words alone, while no stop is on record that is
    still ahead (`is_ahead`, see `DelegationQuerySet.with_journey`).
    """
    days = delegation.days
    if days and days.latest:
        told = days.latest <= day
    else:
        told = not delegation.is_ahead and (days is None or days.earliest <= day)
    return {"days": days, "days_words": delegation.days_words} if told else {"days": None, "days_words": ""}
