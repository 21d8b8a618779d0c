"""Every deed of the house, each with something fit to do it on, done by function and sent to its page of the desk."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from django.urls import reverse

from newsroom.articles import deeds
from newsroom.articles.models import Version
from newsroom.cooperation.models import FollowUp
from newsroom.languages import LANGUAGES
from newsroom.people.deeds import hide, show
from newsroom.places.deeds import merge_places
from newsroom.publishing import clock
from newsroom.publishing.amending.amendments import amend, decline, propose
from newsroom.publishing.amending.merging import merge
from newsroom.publishing.deeds import clear, deed
from newsroom.publishing.models import Amendment, LogEntry, Verb
from newsroom.publishing.release import release, retract
from tests import factories

BODY = {"body": "<p>Words.</p>"}
WHY = {"reason": "It is so."}
NAMED = {"events": "name_en", "agreements": "title_en", "people": "name_zh"}


@dataclass(frozen=True)
class Deed:
    """One deed: `make(kind, by)` returns what it is done on, `by` being whose work that is.

    `do(subject, by)` does it; `page(subject)` is its address in the desk and what is typed there, None where a form of
    a record does it. `kinds` are the languages of the words, or the kinds of record, that it is proved for.
    """

    verb: Verb | None
    make: Callable
    do: Callable
    page: Callable | None = None
    kinds: tuple[str, ...] = tuple(LANGUAGES)


def other_publisher():
    return factories.user("publisher", "another-publisher")


def at_hand(version: Version) -> Version:
    return Version.objects.select_related("edition").get(pk=version.pk)


# Words


def draft(language: str, by) -> Version:
    version = factories.draft(factories.article(), language, by=factories.user("editor", "author"))
    Version.objects.filter(pk=version.pk).update(changed_by=by)
    return at_hand(version)


def handed_in(language: str, by, columns=("changed_by", "submitted_by")) -> Version:
    version = factories.submitted(factories.article(), language, by=factories.user("editor", "author"))
    Version.objects.filter(pk=version.pk).update(**dict.fromkeys(columns, by))
    return at_hand(version)


def public(language: str, by, ahead: timedelta | None = None) -> Version:
    version = handed_in(language, by)
    deeds.approve(version, by=factories.user("publisher", "approver"), at=ahead and clock.moment() + ahead)
    return at_hand(version)


waiting = partial(public, ahead=timedelta(days=1))


def put_away(language: str, by) -> Version:
    version = draft(language, by)
    deeds.discard(version, by=factories.user("editor", "author"))
    return at_hand(version)


def previewed(language: str, by) -> Version:
    version = draft(language, by)
    deeds.open_preview(version, by=other_publisher(), days=1)
    return at_hand(version)


def on_words(name: str, **typed) -> Callable:
    return lambda version: (reverse("admin:articles_deed", args=[name, version.pk]), typed)


def close(version: Version, by) -> None:
    deeds.close_previews(version, list(version.previews.all()), by=by)


def closing(version: Version) -> tuple[str, dict]:
    address, _typed = on_words("close-previews")(version)
    return address, {"links": [link.pk for link in version.previews.all()]}


# Records


def record(kind: str, by):
    """Return a record that readers do not see, last saved by `by`."""
    makers = {
        "event": factories.event,
        "agreement": factories.agreement,
        "photo": factories.photo,
        "stage": lambda: factories.stage(factories.pair()),
        "followup": lambda: FollowUp.objects.create(agreement=factories.agreement(), words_en="Trade grew"),
        "person": factories.person,
        "institution": factories.institution,
        "place": factories.place,
    }
    made = makers[kind]()
    with deed(Verb.SAVE, made, by=by, note="Entered."):
        pass
    return made


def released(kind: str, by):
    made = record(kind, by)
    release(made, by=factories.user("publisher", "releaser"))
    return type(made)._base_manager.get(pk=made.pk)


def hidden(kind: str, by):
    made = record(kind, by)
    hide(made, by=other_publisher(), reason="A private person.")
    return made


def on_record(name: str, **typed) -> Callable:
    def page(made) -> tuple[str, dict]:
        return reverse(f"admin:{made._meta.app_label}_{made._meta.model_name}_{name}", args=[made.pk]), typed

    return page


def merging(into) -> tuple[str, dict]:
    address, _typed = on_record("merge")(into)
    return address, WHY | {"same": "on", "duplicate": type(into)._base_manager.create(name_en="Twin", slug="twin").pk}


def merge_twin(into, by) -> None:
    twin = type(into)._base_manager.create(name_en="Twin", slug="twin")
    (merge_places if into._meta.model_name == "place" else merge)(twin, into, by=by)


def printed(kind: str, _by=None):
    """Return a record that readers see in a story."""
    somebody = factories.person()
    held, signed = factories.event(people=(somebody,)), factories.agreement()
    factories.published(factories.article(events=[held], agreements=[signed], by=factories.user("editor", "author")))
    return {"events": held, "agreements": signed, "people": somebody}[kind]


def renamed(made) -> Callable:
    kind = {"event": "events", "agreement": "agreements", "person": "people"}[made._meta.model_name]
    return lambda: type(made)._base_manager.filter(pk=made.pk).update(**{NAMED[kind]: "Another"})


def proposed(kind: str, by) -> Amendment:
    made = printed(kind)
    amendment = propose(made, renamed(made), by=factories.user("editor", "author"))
    Amendment.objects.filter(pk=amendment.pk).update(proposed_by=by)
    return Amendment.objects.get(pk=amendment.pk)


def answering(name: str, **typed) -> Callable:
    return lambda amendment: (reverse(f"admin:amendment_{name}", args=[amendment.pk]), typed)


def alone(kind: str, by) -> LogEntry:
    with deed(Verb.MERGE, factories.person(), by=by, alone=True) as log_entry:
        pass
    return log_entry


def looking_over(log_entry: LogEntry) -> tuple[str, dict]:
    return reverse("admin:look_over", args=[log_entry.pk]), {}


LONG_AGO = datetime(2019, 1, 1, tzinfo=UTC)
ALONE, NOTED = {"alone": "Typhoon"}, {"note": "A day is missing."}
MINOR = {"minor": True}
AMENDED = ("events", "agreements", "people")
RELEASED = ("event", "agreement", "photo", "stage", "followup")
MERGED = ("person", "institution", "place")

DEEDS = {
    "begin": Deed(None, lambda kind, by: (factories.article(), kind), lambda one, by: deeds.begin(*one, by=by, **BODY)),
    "write": Deed(None, draft, lambda one, by: deeds.write(one, by=by, headline="Another")),
    "submit": Deed(Verb.SUBMIT, draft, lambda one, by: deeds.submit(one, by=by), on_words("submit")),
    "return": Deed(
        Verb.RETURN, handed_in, lambda one, by: deeds.return_(one, by=by, **NOTED), on_words("return", **NOTED)
    ),
    "approve": Deed(Verb.APPROVE, handed_in, lambda one, by: deeds.approve(one, by=by), on_words("approve")),
    "approve, written": Deed(
        Verb.APPROVE,
        partial(handed_in, columns=["changed_by"]),
        lambda one, by: deeds.approve(one, by=by),
        on_words("approve"),
    ),
    "approve, submitted": Deed(
        Verb.APPROVE,
        partial(handed_in, columns=["submitted_by"]),
        lambda one, by: deeds.approve(one, by=by),
        on_words("approve"),
    ),
    "approve alone": Deed(
        Verb.APPROVE,
        draft,
        lambda one, by: deeds.approve(one, by=by, **ALONE),
        on_words("approve-alone", reason="Typhoon"),
    ),
    "approve for the past": Deed(
        Verb.APPROVE,
        handed_in,
        lambda one, by: deeds.approve(one, by=by, at=LONG_AGO),
        on_words("approve", moment="2019-01-01 09:00", past="on"),
    ),
    "reschedule": Deed(Verb.RESCHEDULE, waiting, lambda one, by: deeds.reschedule(one, by=by), on_words("reschedule")),
    "cancel": Deed(Verb.CANCEL, waiting, lambda one, by: deeds.cancel(one, by=by), on_words("cancel")),
    "withdraw": Deed(
        Verb.WITHDRAW, public, lambda one, by: deeds.withdraw(one.edition, by=by, **WHY), on_words("withdraw", **WHY)
    ),
    "discard": Deed(Verb.DISCARD, draft, lambda one, by: deeds.discard(one, by=by), on_words("discard")),
    "correct": Deed(None, public, lambda one, by: deeds.correct(one.edition, by=by), on_words("correct")),
    "restore": Deed(None, put_away, lambda one, by: deeds.restore(one, by=by), on_words("restore")),
    "open preview": Deed(
        Verb.PREVIEW, draft, lambda one, by: deeds.open_preview(one, by=by, days=1), on_words("open-preview", days="1")
    ),
    "close previews": Deed(Verb.REVOKE, previewed, close, closing),
    "release": Deed(Verb.RELEASE, record, lambda one, by: release(one, by=by), on_record("release"), RELEASED),
    "retract": Deed(
        Verb.RETRACT, released, lambda one, by: retract(one, by=by, **WHY), on_record("retract", **WHY), RELEASED
    ),
    "propose": Deed(Verb.PROPOSE, printed, lambda one, by: propose(one, renamed(one), by=by), None, AMENDED),
    "amend": Deed(
        Verb.AMEND, proposed, lambda one, by: amend(one, by=by, **MINOR), answering("approve", minor="on"), AMENDED
    ),
    "decline": Deed(
        Verb.DECLINE, proposed, lambda one, by: decline(one, by=by, **WHY), answering("decline", **WHY), AMENDED
    ),
    "merge": Deed(Verb.MERGE, record, merge_twin, merging, MERGED),
    "hide": Deed(Verb.HIDE, record, lambda one, by: hide(one, by=by, **WHY), on_record("hide", **WHY), ("person",)),
    "show": Deed(Verb.SHOW, hidden, lambda one, by: show(one, by=by, **WHY), on_record("show", **WHY), ("person",)),
    "look over": Deed(Verb.CLEAR, alone, lambda one, by: clear(one, by=by), looking_over, ("person",)),
}
