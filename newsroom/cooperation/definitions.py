"""What the words mean with which pages compute: one source for readers (/words/) and for docs/claims.md."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsroom.claims import Definition
from newsroom.cooperation.models import Event, Stage
from newsroom.cooperation.status import Status

RELATIONS = (
    Definition(
        "partner",
        pgettext_lazy("a word", "partner"),
        _(
            "the other place of a pair of which anything is on record, whatever the two are to each other. Where "
            "another pair continues a pair, the later partner alone counts."
        ),
    ),
    Definition(
        "relation",
        _("relation of A and B"),
        _(
            "the highest stage that has begun and not ended, dated or not. It ends with a stage that says "
            "so, or with "
            "A or B itself."
        ),
    ),
)

KINDS: dict[str, Promise] = {
    Stage.Kind.CONTACT: _("the two made contact; no text that binds them is needed for it."),
    Stage.Kind.INTENT: _(
        "the two said, mostly in a letter of intent, that they mean to form a relation. That forms none yet."
    ),
    Stage.Kind.DOMESTIC: _(
        "two places of one country were paired, by themselves or by a programme of a higher authority."
    ),
    Stage.Kind.EXCHANGE: _("the two agreed on friendly exchange: a formal relation below that of sister cities."),
    Stage.Kind.COOPERATION: _("the two agreed on friendly cooperation: a formal relation below that of sister cities."),
    Stage.Kind.SISTER_CITY: _(
        "the two agreed to be sister cities, also called friendship cities or twin towns: the closest relation. Of "
        "counties, provinces and states the word follows the level of the two."
    ),
    Stage.Kind.TAKEN_OVER: _(
        "the relation goes on in another pair: it is over in the earlier one, and begins in the later."
    ),
    Stage.Kind.ENDED: _("a stage says that the relation is over."),
}

VISITS = (
    Definition(
        "visit",
        _("visit of A to B"),
        _(
            "an event that took place, in person, in B or a part of it, with somebody who came there for A or a body "
            "of A. Each delegation counts once. Who sent a message, was represented, or is only announced "
            "came nowhere."
        ),
    ),
    Definition(
        "contact",
        _("contact of A and B"),
        _("an event in which both took part, or an agreement that both, or bodies of both, signed."),
    ),
    Definition(
        "body",
        _("body of A"),
        _(
            "an institution whose place is A; an embassy is none of the place where it stands, nor a network of its "
            "seat."
        ),
    ),
    Definition(
        "near",
        _("near A"),
        _("A, its parts, the wider places in which it lies (but no country), and every institution there."),
    ),
    Definition(
        f"event-{Event.State.ANNOUNCED}",
        Event.State.ANNOUNCED.label,
        _("a source said beforehand that it would take place. Whether it did is not on record."),
    ),
    Definition(
        f"event-{Event.State.CALLED_OFF}", Event.State.CALLED_OFF.label, _("a source says that it does not take place.")
    ),
)

AGREEMENTS = (
    Definition(
        "agreement",
        _("agreement of A and B"),
        _(
            "a text that names the pair, or to which both places, or bodies of both, are parties, whoever else is. A "
            "bundle counts as the number of texts that it states; a member that is on record, "
            "or a member of a member, counts no second time."
        ),
    ),
    Definition(
        "bundle",
        _("bundle"),
        _("several texts that a source tells of together, with their number: it stands in brackets after the title."),
    ),
    Definition(
        "register",
        _("agreement on record"),
        _(
            "an entry of the register, signed or not yet. A bundle is one entry, and so is each of its members that "
            "is on record."
        ),
    ),
)

STATUSES: dict[Status, Promise] = {
    Status.PLANNED: _("it is entered as planned, and its day has not passed"),
    Status.INITIALLED: _("it is entered as initialled, and its day has not passed"),
    Status.OVERDUE: _("it is entered as planned or initialled, and the last day that its date may mean has passed"),
    Status.AHEAD: _("it is entered as signed, and the stated beginning of its term is later than today"),
    Status.IN_FORCE: _(
        "it is entered as signed, its term has a known end that has not passed, and it was not renewed, "
        "replaced or ended"
    ),
    Status.NO_END: _(
        "it is entered as signed, it is of a kind that can run, states no end and no length, and it was not "
        "renewed, replaced or ended"
    ),
    Status.EXTENDED: _(
        "it is entered as signed, it was not renewed, replaced or ended, its own term has no known end that "
        "is still to come, and a text "
        "that extends it, or one that extends such a text and so on, is signed, has begun, was not ended, and has no "
        "known end or one that is still to come"
    ),
    Status.UNDATED: _(
        "it is entered as signed, it states a length whose beginning is not on record, and it was not "
        "renewed, replaced or ended"
    ),
    Status.TERM_OVER: _(
        "the end of its term, and of what extends it, has passed, and one of them may be extended, runs on "
        "by itself, "
        "is a minimum, or is an extension that was renewed or replaced"
    ),
    Status.EXPIRED: _("the end of its term, and of what extends it, has passed, and nothing says that it may go on"),
    Status.RENEWED: _("a text that renews it is signed and has begun, and none replaces or ends it"),
    Status.REPLACED: _("a text that replaces it is signed and has begun, and none ends it"),
    Status.ENDED: _(
        "a text that ends it is signed and has begun, or the relation that it made has ended since, or one "
        "of its two "
        "parties has ended and nothing took the relation over"
    ),
    Status.ENDED_EARLY: _("an editor entered that it ended early, and no text on record renewed, replaced or ended it"),
    Status.NOT_YET: _("asked for an earlier day: it was signed later, or is not signed"),
    Status.MAYBE_SIGNED: _(
        "asked for an earlier day: its day of signing is not known, or may be before or after that day"
    ),
    Status.MAYBE_OVER: _(
        "asked for an earlier day: it was signed, and what ended, replaced or renewed it has no day that says when"
    ),
}
WITHOUT = _("it is of a kind that cannot run, and states no term")

KNOWN = (
    Definition(
        "inferred",
        pgettext_lazy("a word", "inferred"),
        _("a value that no source states. Whatever is computed from it says so: a day, a term, a status."),
    ),
    Definition(
        "on-record",
        pgettext_lazy("a word", "not on record"),
        _("nothing that readers can see on this site says so. It may have been so nevertheless."),
    ),
    Definition(
        "today",
        pgettext_lazy("a word", "today"),
        _(
            "the office’s day at the moment of the request, the day that a demonstration names, or the earlier one "
            "that the reader asked for."
        ),
    ),
)


def of_kind(kind: str) -> str:
    """Return the anchor of what a pair became."""
    return f"relation-{kind}"


def of_event(state: str) -> str:
    """Return the anchor of a state of an event."""
    return f"event-{state}"


def of_status(status: Status | None) -> str:
    """Return the anchor of a status; of a text that has none, that of "without a term"."""
    return f"status-{status.value if status else 'none'}"


STATUS = "statuses"
GROUPS = (
    (
        "relations",
        _("What two places are to each other"),
        (*RELATIONS, *(Definition(of_kind(kind), Stage.Kind(kind).label, means) for kind, means in KINDS.items())),
    ),
    ("visits", _("Visits and contacts"), VISITS),
    ("agreements", pgettext_lazy("a group of words", "Agreements"), AGREEMENTS),
    (
        STATUS,
        _("The status of an agreement"),
        (
            *(Definition(of_status(status), status.label, means) for status, means in STATUSES.items()),
            Definition(of_status(None), _("without a term"), WITHOUT),
        ),
    ),
    ("known", _("How something is known"), KNOWN),
)
# Of statuses the document says the same among the claims.
DEFINITIONS = tuple(one for anchor, _heading, words in GROUPS for one in words if anchor != STATUS)
