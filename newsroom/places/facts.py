"""The facts of a pair in a strip under its names, and what the record does not hold, said plainly."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.places import history


def facts(pair, *, events: Sequence, agreements: Sequence, stages: Sequence, language: str, day: date) -> list[dict]:
    """Return the rows of `components/facts.html`: relation, visits, agreements, last contact."""
    return [
        _relation(stages, language),
        _visits(pair, events, language),
        _agreements(agreements, day),
        _last_contact(events, agreements, language, day),
    ]


def _relation(stages: Sequence, language: str) -> dict:
    fact = {"term": _("Relation"), "fact": _("not on record"), "note": ""}
    if stages:
        latest = stages[0]
        fact["fact"] = latest.get_kind_display()
        fact["note"] = _("since %(day)s") % {"day": latest.reached.running(language)} if latest.reached else ""
    return fact


def _visits(pair, events: Sequence, language: str) -> dict:
    came = history.visits(events, pair)
    home, partner = (place.name_in(language) for place in pair.in_order())
    directions = {
        "home": _("%(count)s to %(place)s") % {"count": came["home"], "place": home},
        "away": _("%(count)s to %(place)s") % {"count": came["away"], "place": partner},
    }
    note = _(", ").join(words for side, words in directions.items() if came[side])
    return {"term": _("Visits on record"), "fact": str(sum(came.values())), "note": note}


def _agreements(agreements: Sequence, day: date) -> dict:
    statuses = [agreement.status_on(day).value for agreement in agreements]
    running, endless = statuses.count("in-force"), statuses.count("no-end")
    notes = [
        ngettext("%(count)s in force today", "%(count)s in force today", running) % {"count": running},
        ngettext("%(count)s with no end stated", "%(count)s with no end stated", endless) % {"count": endless},
    ]
    note = _(", ").join(words for words, count in zip(notes, (running, endless), strict=True) if count)
    return {
        "term": _("Agreements"),
        "fact": str(history.count_of(agreements)),
        "note": note or (_("none in force today") if agreements else ""),
    }


def _last_contact(events: Sequence, agreements: Sequence, language: str, day: date) -> dict:
    contact = history.last_contact(events, agreements, day)
    if contact is None:
        return {"term": _("Last contact"), "fact": _("not on record"), "note": ""}
    when, what = contact
    return {"term": _("Last contact"), "fact": when.printed(language), "note": what.name_in(language)}


def gaps(pair, *, events: Sequence, agreements: Sequence, stages: Sequence, language: str) -> list[str]:
    """Say in sentences what is not on record between the two places."""
    came = history.visits(events, pair)
    home, partner = (place.name_in(language) for place in pair.in_order())
    said = [
        (stages, _("What the two became to each other is not on record.")),
        (came["home"] or came["both"], _("No visit to %(place)s is on record.") % {"place": home}),
        (came["away"] or came["both"], _("No visit to %(place)s is on record.") % {"place": partner}),
        (agreements, _("No agreement between the two is on record.")),
    ]
    return [sentence for known, sentence in said if not known]
