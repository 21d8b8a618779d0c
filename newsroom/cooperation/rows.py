"""Template contexts of records: the dictionaries that the components `delegation_row`, `agreement_row` … print.

The records must be loaded by `with_names`, `with_row` or `with_stops`, since their names are made from other rows.
"""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.cooperation.wording import listed
from newsroom.languages import figures, pick

FIRST = {"head": 0, "deputy": 1}


def state_told(event: Any) -> Any:
    """Return the label "announced" or "called off" of an event, or "" if it took place.

    The label is a lazy translation, so that each half of a bilingual page prints it in its own language.
    """
    return "" if event.state == event.State.TOOK_PLACE else event.State(event.state).label


def event_row(event: Any, language: str) -> dict:
    return {
        "name": event.name_in(language),
        "address": event.address_in(language),
        "day": event.held,
        "small": state_told(event),
        "pairs": [],
    }


def delegation_row(delegation: Any, language: str) -> dict:
    """Return a delegation, the day of its first visible stop, and where it went."""
    stops = list(delegation.events.all())
    places = dict.fromkeys(place.name_in(language) for stop in stops for place in stop.places.all())
    return {
        "name": delegation.name_in(language),
        "address": delegation.address_in(language),
        "day": next((stop.held for stop in stops if stop.held), None),
        "small": _("to %(places)s") % {"places": listed(places)} if places else "",
        "pairs": [],
    }


def agreement_row(agreement: Any, language: str, day: date) -> dict:
    """Return an agreement with its parties in order and its status on `day`."""
    status = agreement.status_on(day)
    return {
        "title": agreement.name_in(language),
        "address": agreement.address_in(language),
        "signed_on": agreement.signed,
        "parties": [party_entry(party, language) for party in agreement.parties.all()],
        "between": [party.name_in(language) for party in agreement.parties.all()],
        "status": str(status.label),
        "in_force": status.is_in_force,
    }


def party_entry(party: Any, language: str) -> dict:
    """Return a party's name, linked where it has a page: a public agreement names its parties, so they are public."""
    return {"name": party.name_in(language), "address": party.body.address_in(language) if party.body else ""}


def person_entry(person: Any, language: str) -> dict:
    """Return a person's name, linked unless the page is hidden, and the original of a name that is transcribed."""
    return {
        "name": person.name_in(language),
        "address": "" if person.is_hidden else person.address_in(language),
        "original": person.original_in(language),
    }


def appearance_entry(appearance: Any, language: str) -> dict:
    """Return a person with the offices printed that day; an unknown person has offices and no name."""
    someone = (
        person_entry(appearance.person, language)
        if appearance.person
        else {"name": "", "address": "", "original": None}
    )
    offices = pick(appearance.printed_zh, appearance.printed_en, language)
    return someone | {"offices": [offices] if offices else []}


def people(appearances: Any, language: str) -> dict:
    """Return {"heads": [entry, …], "members": [entry, …]} in order of precedence: heads, deputies, then the others.

    "heads" runs to the last who has an office and is printed line by line; "members" is the roll of names after it.
    """
    in_order = sorted(appearances, key=lambda appearance: FIRST.get(appearance.role, len(FIRST)))
    entries = [appearance_entry(appearance, language) for appearance in in_order]
    last = max((place for place, entry in enumerate(entries) if entry["offices"]), default=-1)
    return {"heads": entries[: last + 1], "members": entries[last + 1 :]}


def drop_repeated_originals(*groups: dict) -> None:
    """Drop the original of a name from all but its first mention in a page's `groups`, in place."""
    seen = set()
    for entry in (entry for group in groups for entry in (*group["heads"], *group["members"])):
        if (entry["name"], entry["address"]) in seen:
            entry["original"] = None
        seen.add((entry["name"], entry["address"]))


def company(delegation: Any, appearances: Any, language: str) -> dict:
    """Return a delegation with everybody on it (its `appearances`), as context of `components/record_card.html`."""
    size = ngettext("%(count)s person", "%(count)s people", delegation.size or 0) % {
        "count": figures(delegation.size or 0)
    }
    return {
        "name": delegation.name_in(language),
        "address": delegation.address_in(language),
        "size": size if delegation.size else "",
    } | people(appearances, language)


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
    """Return a stop of a journey: the event with its day and places."""
    places = [place.name_in(language) for place in event.places.all()]
    return event_row(event, language) | {"places": places}


def register_row(agreement: Any, language: str, day: date) -> dict:
    """Return an agreement as the register's table shows it."""
    return agreement_row(agreement, language, day) | {
        "kind": agreement.get_kind_display(),
        "fields": [field.name_in(language) for field in agreement.fields.all()],
        "count": agreement.count,
    }


def kin(agreement: Any, language: str) -> dict:
    """Return another agreement in a sentence: how it follows, its title, when it was signed."""
    return {
        "how": agreement.get_following_display(),
        "name": agreement.name_in(language),
        "address": agreement.address_in(language),
        "signed": agreement.signed,
    }


def agreement_page(agreement: Any, language: str, day: date) -> dict:
    """Return the context of one agreement's page, without other records."""
    return register_row(agreement, language, day) | {
        "called": agreement.called_in(language),
        "signatories": [signature_entry(party, language) for party in agreement.parties.all()],
        "inferred": agreement.signed_inferred,
        "words": agreement.signed_words,
        "signed_in": agreement.signed_in and named_entry(agreement.signed_in, language),
        "approved": agreement.approved,
        "term": agreement.term,
        "term_words": agreement.term_words,
        "how": agreement.get_following_display(),
    }


def signature_entry(party: Any, language: str) -> dict:
    """Return a party with its signatory and what they signed as, where known."""
    return party_entry(party, language) | {
        "signatory": party.signatory and person_entry(party.signatory, language),
        "signed_as": party.signed_as_in(language),
    }


def journey(delegation: Any, day: date) -> dict:
    """Return `days` of the whole journey once it is over: until then they would reveal a stop ahead."""
    days = delegation.days
    over = days is not None and days.latest is not None and days.latest <= day
    return {"days": days, "days_words": delegation.days_words} if over else {"days": None, "days_words": ""}
