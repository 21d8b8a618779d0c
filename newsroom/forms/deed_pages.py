"""Confirmation pages of deeds: a sentence that says what will happen, a statement, a form, a button.

A deed is done by POST alone, and only as its page showed it (`publishing.statements`); where it is refused, the reasons
and what changed stand on the page, and what was typed stays.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from newsroom.accounts.models import User
from newsroom.forms.deed_forms import DeedForm, MomentForm, ReasonForm, duplicate_form
from newsroom.forms.forecast import Forecast, of_release, of_retraction
from newsroom.forms.statement import differing, done_alone, let_out
from newsroom.languages import labelled
from newsroom.publishing import deeds, release
from newsroom.publishing.amending.merging import merge
from newsroom.publishing.hanging import reach
from newsroom.publishing.models import LogEntry
from newsroom.publishing.refused import Refused
from newsroom.publishing.statements import Changed, Part, changes, parts_of, sealed


@dataclass(frozen=True)
class DeedPage:
    """One deed in the desk. `grave` marks what is hard to undo; `forecast` says what it does to other records.

    `perform` is called with the valid form and the user; it may return a better sentence than `done`. `statement` is
    called with the form, which need not be valid; so is `words`, which returns the words to be shown.
    """

    button: str
    says: str
    done: str
    perform: Callable
    statement: Callable[[Any], list[Part]]
    form: type[DeedForm] = DeedForm
    grave: bool = False
    forecast: Callable[[Any, datetime], Forecast] | None = None
    words: Callable[[Any], list] | None = None


def ask(request: HttpRequest, page: DeedPage, subject: Any, *, back: str, **context: Any) -> HttpResponse:
    """Show the confirmation page of a deed on `subject`; on POST do the deed and redirect to `back`."""
    changed: list[Changed] = []
    if request.method == "POST":
        with transaction.atomic():
            at = deeds.hold()
            _look_again(subject)
            form = page.form(request.POST, subject=subject, at=at)
            valid = form.is_valid()
            changed = changes(page.statement(form), request.POST.get("statement", ""))
            if not changed and valid and _done(request, page, form):
                return redirect(back)
        if changed:
            form.add_error(None, _("Nothing was done: this page had not shown what follows. Look, and press again."))
    else:
        form = page.form(None, subject=subject, at=request.moment)
    context = {
        **admin.site.each_context(request),
        "title": page.button,
        "page": page,
        "forecast": page.forecast(subject, form.at) if page.forecast else None,
        "form": form,
        "statement": sealed(page.statement(form)),
        "changed": differing(changed),
        "words": page.words(form) if page.words else [],
        "subject": shown_name(subject),
        "back": back,
        **context,
    }
    return render(request, "desk/deed_page.html", context)


def _look_again(subject: Any) -> None:
    """Load the subject as it is under the lock; 404 as for one that had been deleted before."""
    try:
        subject.refresh_from_db()
    except ObjectDoesNotExist:
        raise Http404 from None


def shown_name(record: Any) -> str:
    """Return what a record is called in the desk: its name for readers where it knows no more than its address."""
    words = str(record)
    return str(record.name_in(get_language())) if words == getattr(record, "slug", "") else words


def _done(request: HttpRequest, page: DeedPage, form: DeedForm) -> bool:
    try:
        said = page.perform(form, request.user)
    except Refused as refused:
        for reason in refused.reasons:
            form.add_error(None, reason)
        return False
    messages.success(request, said or page.done)
    return True


RELEASE = DeedPage(
    button=_("Release"),
    says=_("Readers see this record, with or without a story, from the moment that you choose."),
    done=_("Released."),
    perform=lambda form, by: release.release(form.subject, by=by, at=form.cleaned_data["moment"]),
    statement=lambda form: let_out(reach([form.subject], form.at).goes, form.at),
    form=MomentForm,
    forecast=of_release,
)
RETRACT = DeedPage(
    button=_("Take off the site"),
    says=_("Readers no longer see this record. What only it kept public goes with it."),
    done=_("Taken off the site."),
    perform=lambda form, by: release.retract(form.subject, by=by, reason=form.cleaned_data["reason"]),
    statement=lambda form: parts_of([form.subject, *release.falls_with(form.subject, form.at)]),
    form=ReasonForm,
    grave=True,
    forecast=of_retraction,
)
LOOK_OVER = DeedPage(
    button=_("I have looked this over"),
    says=_("This was done without a second pair of eyes. With your name it is no longer open."),
    done=_("Looked over."),
    perform=lambda form, by: deeds.clear(form.subject, by=by),
    statement=lambda form: done_alone(form.subject),
)


def merging(link: Any, merge: Callable = merge) -> DeedPage:
    """Return the page that merges a duplicate into the record it stands on; `link` is a foreign key to their kind."""

    def perform(form: DeedForm, by: User) -> None:
        duplicate, reason = form.cleaned_data["duplicate"], form.cleaned_data["reason"]
        merge(duplicate, form.subject, by=by, note=labelled(duplicate, reason))

    return DeedPage(
        button=_("Merge a duplicate into this"),
        says=_("What points to the duplicate points to this record at once, on every page. This cannot be undone."),
        done=_("Merged. Somebody else must look it over."),
        perform=perform,
        statement=lambda form: parts_of([form.subject, *form.duplicates()]),
        form=duplicate_form(link),
        grave=True,
    )


def look_over(request: HttpRequest, key: int) -> Any:
    """Confirm, as a second person, what was done alone."""
    if not (deeds.may(request.user, "approve") and deeds.may_view(request.user, LogEntry)):
        raise PermissionDenied
    log_entry = get_object_or_404(LogEntry.objects.select_related("by", "kind"), pk=key)
    return ask(request, LOOK_OVER, log_entry, back=reverse("admin:index"))
