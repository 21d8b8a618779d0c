"""What is claimed of records: the words behind every claim, statuses of agreements, terms, and relations."""

from newsroom.claims import Claim
from newsroom.cooperation import definitions
from newsroom.cooperation.status import Status
from newsroom.cooperation.terms import Doubt

_TERM = "its state, its kind, its term"

STATUSES = (
    Claim("status.planned", (Status.PLANNED.label,), definitions.STATUSES[Status.PLANNED], "its day"),
    Claim(
        "status.initialled",
        (Status.INITIALLED.label,),
        definitions.STATUSES[Status.INITIALLED],
        "its day",
    ),
    Claim(
        "status.overdue",
        (
            Status.OVERDUE.label,
            "planned for %(day)s; whether it was signed is not on record",
            "initialled, %(day)s; whether it was signed is not on record",
        ),
        definitions.STATUSES[Status.OVERDUE],
        "its state, its day",
    ),
    Claim(
        "status.ahead",
        (Status.AHEAD.label,),
        definitions.STATUSES[Status.AHEAD],
        f"{_TERM}, what follows it",
    ),
    Claim(
        "status.in-force",
        (Status.IN_FORCE.label,),
        definitions.STATUSES[Status.IN_FORCE],
        f"{_TERM}, what follows it, the stages it made, the places that are parties",
    ),
    Claim(
        "status.no-end",
        (Status.NO_END.label,),
        definitions.STATUSES[Status.NO_END],
        f"{_TERM}, what follows it, the stages it made, the places that are parties",
    ),
    Claim(
        "status.extended",
        (Status.EXTENDED.label,),
        definitions.STATUSES[Status.EXTENDED],
        f"{_TERM}, the agreements that extend it and their terms",
    ),
    Claim(
        "status.undated",
        (Status.UNDATED.label,),
        definitions.STATUSES[Status.UNDATED],
        f"{_TERM}, its day of signing, what follows it",
    ),
    Claim(
        "status.term-over",
        (Status.TERM_OVER.label,),
        definitions.STATUSES[Status.TERM_OVER],
        f"{_TERM}, what follows it, what extends it and its terms",
    ),
    Claim(
        "status.expired",
        (Status.EXPIRED.label,),
        definitions.STATUSES[Status.EXPIRED],
        f"{_TERM}, what follows it, what extends it and its terms",
    ),
    Claim(
        "status.renewed",
        (Status.RENEWED.label,),
        definitions.STATUSES[Status.RENEWED],
        "the agreements that follow it",
    ),
    Claim(
        "status.replaced",
        (Status.REPLACED.label,),
        definitions.STATUSES[Status.REPLACED],
        "the agreements that follow it",
    ),
    Claim(
        "status.ended",
        (Status.ENDED.label,),
        definitions.STATUSES[Status.ENDED],
        "the agreements that follow it, the stages it made, its parties, the pairs that continue its pair",
    ),
    Claim(
        "status.ended-early",
        (Status.ENDED_EARLY.label,),
        definitions.STATUSES[Status.ENDED_EARLY],
        "its state, the agreements that follow it",
    ),
    Claim(
        "status.not-yet",
        (Status.NOT_YET.label,),
        definitions.STATUSES[Status.NOT_YET],
        "its state, its day of signing",
    ),
    Claim(
        "status.maybe-signed",
        (Status.MAYBE_SIGNED.label,),
        definitions.STATUSES[Status.MAYBE_SIGNED],
        "its day of signing, the beginning of its term",
    ),
    Claim(
        "status.maybe-over",
        (Status.MAYBE_OVER.label,),
        definitions.STATUSES[Status.MAYBE_OVER],
        "the agreements that follow it, the stages it made, its parties, whether it ended early",
    ),
    Claim("status.none", ("without a term",), definitions.WITHOUT, "its kind, its term"),
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
    Claim(
        "signing.nobody-named",
        ("Who signed it is not on record.",),
        "it is entered as signed, of no party is it known who signed or as what, and no text within it is on record",
        "its state, its parties, the texts that are part of it",
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

REGISTER = (
    Claim(
        "register.agreements",
        ("<b>%(counter)s</b> agreement on record", "<b>More than 1,000</b> agreements on record"),
        "so many texts stand in the register, signed or not yet: a bundle is one of them, and so is each of its "
        "members that is on record; of more than a thousand no number is said",
        "all agreements",
    ),
)

CLAIMS = (*STATUSES, *SIGNING, *FOLLOWING, *TERMS, *RELATIONS, *PRESENCE, *NAMES, *REGISTER)
