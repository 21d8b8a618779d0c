"""What is claimed of records: the words behind every claim, statuses of agreements, terms, and relations."""

from newsroom.claims import Claim, Definition
from newsroom.cooperation.status import Status
from newsroom.cooperation.terms import Doubt

DEFINITIONS = (
    Definition(
        "visit of A to B",
        "an event that took place, in person, in B or a part of it, with somebody who came there for A or a body of A. "
        "Each delegation counts once. Who sent a message, was represented, or is only announced came nowhere.",
    ),
    Definition(
        "body of A",
        "an institution whose place is A; an embassy is none of the place where it stands, nor a network of its seat.",
    ),
    Definition(
        "contact of A and B",
        "an event in which both took part, or an agreement that both, or bodies of both, signed.",
    ),
    Definition(
        "agreement of A and B",
        "a text that names the pair, or to which both places, or bodies of both, are parties, whoever else is. A "
        "bundle counts as the number of texts that it states; a member that is on record, "
        "or a member of a member, counts no second time.",
    ),
    Definition(
        "near A", "A, its parts, the wider places in which it lies (but no country), and every institution there."
    ),
    Definition(
        "relation of A and B",
        "the highest stage that has begun and not ended, dated or not. It ends with a stage that says so, or with A or "
        "B itself.",
    ),
    Definition(
        "inferred", "a value that no source states. Whatever is computed from it says so: a day, a term, a status."
    ),
    Definition("today", "the office's day at the moment of the request, or the earlier one that `?on=` names."),
)

_SIGNED = "it is entered as signed"
_TERM = "its state, its kind, its term"

STATUSES = (
    Claim("status.planned", (Status.PLANNED.label,), "it is entered as planned, and its day has not passed", "its day"),
    Claim(
        "status.initialled",
        (Status.INITIALLED.label,),
        "it is entered as initialled, and its day has not passed",
        "its day",
    ),
    Claim(
        "status.overdue",
        (
            Status.OVERDUE.label,
            "planned for %(day)s; whether it was signed is not on record",
            "initialled, %(day)s; whether it was signed is not on record",
        ),
        "it is entered as planned or initialled, and the last day that its date may mean has passed",
        "its state, its day",
    ),
    Claim(
        "status.ahead",
        (Status.AHEAD.label,),
        f"{_SIGNED}, and the stated beginning of its term is later than today",
        f"{_TERM}, what follows it",
    ),
    Claim(
        "status.in-force",
        (Status.IN_FORCE.label,),
        f"{_SIGNED}, its term has a known end that has not passed, and nothing overtook it",
        f"{_TERM}, what follows it, the stages it made, the places that are parties",
    ),
    Claim(
        "status.no-end",
        (Status.NO_END.label,),
        f"{_SIGNED}, it is of a kind that can run, states no end and no length, and nothing overtook it",
        f"{_TERM}, what follows it, the stages it made, the places that are parties",
    ),
    Claim(
        "status.extended",
        (Status.EXTENDED.label,),
        f"{_SIGNED}, nothing overtook it, its own term has no known end that is still to come, and a text that "
        "extends it, or one that extends such a text and so on, is signed, has begun, was not ended, and has no known "
        "end or one that is still to come",
        f"{_TERM}, the agreements that extend it and their terms",
    ),
    Claim(
        "status.undated",
        (Status.UNDATED.label,),
        f"{_SIGNED}, it states a length whose beginning is not on record, and nothing overtook it",
        f"{_TERM}, its day of signing, what follows it",
    ),
    Claim(
        "status.term-over",
        (Status.TERM_OVER.label,),
        "the end of its term, and of what extends it, has passed, and one of them may be extended, runs on by itself, "
        "is a minimum, or is an extension that was renewed or replaced",
        f"{_TERM}, what follows it, what extends it and its terms",
    ),
    Claim(
        "status.expired",
        (Status.EXPIRED.label,),
        "the end of its term, and of what extends it, has passed, and nothing says that it may go on",
        f"{_TERM}, what follows it, what extends it and its terms",
    ),
    Claim(
        "status.renewed",
        (Status.RENEWED.label,),
        "a text that renews it is signed and has begun, and none replaces or ends it",
        "the agreements that follow it",
    ),
    Claim(
        "status.replaced",
        (Status.REPLACED.label,),
        "a text that replaces it is signed and has begun, and none ends it",
        "the agreements that follow it",
    ),
    Claim(
        "status.ended",
        (Status.ENDED.label,),
        "a text that ends it is signed and has begun, or the relation that it made has ended since, or one of its two "
        "parties has ended and nothing took the relation over",
        "the agreements that follow it, the stages it made, its parties, the pairs that continue its pair",
    ),
    Claim(
        "status.ended-early",
        (Status.ENDED_EARLY.label,),
        "an editor entered that it ended early, and no text on record overtook it",
        "its state, the agreements that follow it",
    ),
    Claim(
        "status.not-yet",
        (Status.NOT_YET.label,),
        "asked for an earlier day: it was signed later, or is not signed",
        "its state, its day of signing",
    ),
    Claim(
        "status.maybe-signed",
        (Status.MAYBE_SIGNED.label,),
        "asked for an earlier day: its day of signing is not known, or may be before or after that day",
        "its day of signing, the beginning of its term",
    ),
    Claim(
        "status.maybe-over",
        (Status.MAYBE_OVER.label,),
        "asked for an earlier day: it was signed, and what ended, replaced or renewed it has no day that says when",
        "the agreements that follow it, the stages it made, its parties, whether it ended early",
    ),
    Claim(
        "status.none", ("without a term",), "it is of a kind that cannot run, and states no term", "its kind, its term"
    ),
    Claim(
        "status.inferred",
        ("%(status)s (inferred)",),
        "the status rests on a term, its own or of what extends it, that is inferred, or reckoned from a day that is "
        "inferred or not known exactly",
        "its term, its length, its day of signing, those of what extends it",
    ),
)

TERMS = (
    Claim(
        "term.inferred",
        (Doubt.TERM.label, Doubt.SIGNING.label, Doubt.PARTIAL_SIGNING.label, Doubt.PARTIAL_BEGIN.label),
        "the days between which it runs are not stated as such: what they rest on is said",
        "its term, its length, its day of signing and whether they are inferred",
    ),
    Claim(
        "term.extension-inferred",
        (Doubt.EXTENSION.label,),
        "the status rests on the end of what extends it, which is inferred, or reckoned from what is",
        "the agreements that extend it, their terms and days of signing",
    ),
    Claim(
        "term.length",
        ("%(length)s from the signing", "%(length)s, from a day that is not on record"),
        "a length is stated, and from which day it is reckoned",
        "its length, from when it is reckoned",
    ),
)

RELATIONS = (
    Claim(
        "relation.sister-city",
        (
            "Sister cities",
            "Sister counties",
            "Sister relationship",
            "Sister provinces",
            "Sister states",
            "Sister province and state",
        ),
        "the relation is of sister cities; the word follows the levels of the two places",
        "the stages of the pair and of those that it continues, the levels of the two places",
    ),
    Claim(
        "relation.since",
        ("since %(day)s", "since %(day)s at the latest", "%(day)s (inferred)"),
        "the day of its stage is known, known by its end alone, or inferred",
        "the day of the stage",
    ),
)

_WHO = "the state of the event, its delegations, the parts of everybody named there, for whom they stood"

PRESENCE = (
    Claim(
        "presence.received",
        ("Received by",),
        "exactly one delegation came to an event that took place, and these people hosted",
        _WHO,
    ),
    Claim("presence.hosts", ("Hosts",), "several delegations came, and these people hosted", _WHO),
    Claim("presence.guests", ("Guests",), "a delegation came, and the record says that they were on its side", _WHO),
    Claim(
        "presence.from",
        ("From %(place)s",),
        "nobody was received, and these people were there for the place or a body of it",
        _WHO,
    ),
    Claim("presence.taking-part", ("Taking part",), "nobody was received, and for nobody is it known for whom", _WHO),
    Claim("presence.beside", ("Also present",), "they were there, neither as hosts nor as guests, for nobody", _WHO),
    Claim("presence.message", ("Sent a message",), "they sent a message, and took no part that needs them there", _WHO),
    Claim("presence.represented", ("Represented",), "somebody else was there for them, and they were not", _WHO),
    Claim(
        "presence.beforehand",
        ("Named beforehand",),
        "the event was only announced, or was called off: nobody is said to have been there",
        _WHO,
    ),
)

_WHERE = "the delegations and their senders, the places, the kinds, the mode"

NAMES = (
    Claim(
        "name.visit",
        (
            "Visit of a delegation from %(senders)s to %(places)s",
            "Visit of a delegation to %(places)s",
            "Visit of a delegation from %(senders)s",
            "Visit of a delegation",
            "Visits of delegations from %(senders)s to %(places)s",
            "Visits of delegations to %(places)s",
            "Visits of delegations from %(senders)s",
            "Visits of delegations",
        ),
        "an event without a name of its own to which a delegation came that is not at home there; several are "
        "told as such",
        _WHERE,
    ),
    Claim(
        "name.received",
        ("Delegation from %(senders)s in %(places)s", "Delegations from %(senders)s in %(places)s"),
        "the delegation is at home where the event took place, and no kind is known",
        _WHERE,
    ),
    Claim("name.signing", ("Signing in %(places)s",), "it was a signing, in person, and nothing else", _WHERE),
    Claim("name.greeting", ("Greetings between %(places)s",), "greetings of several places, and nothing else", _WHERE),
    Claim(
        "name.occasion",
        ("Occasion", "%(what)s in %(places)s", "%(what)s of %(places)s", "%(what)s of %(places)s, online"),
        "no delegation came; all kinds of the event are named, in their order",
        _WHERE,
    ),
    Claim(
        "delegation.nobody-named",
        ("Who travelled is not on record.",),
        "nobody is named on the delegation",
        "its people",
    ),
    Claim(
        "name.delegation",
        ("%(kind)s of %(senders)s",),
        "a delegation without a name of its own is named by its kind and all its senders",
        "its kind, its senders",
    ),
)

SIGNING = (
    Claim(
        "signing.planned",
        ("Planned for", "to be signed by %(name)s"),
        "it is entered as planned: day, place and people are those foreseen",
        "its state",
    ),
    Claim(
        "signing.initialled",
        ("Initialled on", "initialled by %(name)s"),
        "it is entered as initialled: nobody is said to have signed",
        "its state",
    ),
)

FOLLOWING = (
    Claim(
        "following.extends",
        ("extends", "Extended by"),
        "a public text is entered as extending another one; from when on, the status says",
        "how it follows",
    ),
    Claim(
        "following.amends",
        ("amends", "Amended by"),
        "a public text is entered as amending another one, which changes no status",
        "how it follows",
    ),
)

CLAIMS = (*STATUSES, *SIGNING, *FOLLOWING, *TERMS, *RELATIONS, *PRESENCE, *NAMES)
