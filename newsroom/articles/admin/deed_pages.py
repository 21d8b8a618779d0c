"""Deed pages of versions: confirmation views with a summary, a form and a button."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from newsroom.accounts.models import User
from newsroom.articles import deeds
from newsroom.articles.admin import deed_forms, statement
from newsroom.articles.admin.forecast import forecast
from newsroom.articles.admin.offers import offers
from newsroom.articles.models import Version
from newsroom.articles.status_text import status_text
from newsroom.forms.deed_forms import DeedForm, MomentForm
from newsroom.forms.deed_pages import DeedPage, ask
from newsroom.languages import labelled


def _approve(form: deed_forms.ApproveForm, by: User) -> str:
    said = form.cleaned_data
    approved = deeds.approve(*form.versions(), by=by, at=said["moment"], links=said.get("links", False))
    return "" if approved else _("You have approved. A further person must approve before readers see it.")


def _approve_alone(form: deed_forms.AloneForm, by: User) -> None:
    deeds.approve(form.subject, by=by, at=form.cleaned_data["moment"], alone=form.cleaned_data["reason"])


def _withdraw(form: deed_forms.WithdrawForm, by: User) -> None:
    deeds.withdraw(
        form.subject.edition,
        by=by,
        reason=form.cleaned_data["reason"],
        hide_headline=form.cleaned_data["hide_headline"],
        take_along=form.going(),
    )


def _open_preview(form: deed_forms.PreviewForm, by: User) -> None:
    deeds.open_preview(form.subject, by=by, days=int(form.cleaned_data["days"]))


def _words(form: DeedForm) -> list[statement.Shown]:
    """Return the words that the page shows: of an approval, those of the other language too where it is offered."""
    of = form.versions() if isinstance(form, deed_forms.ApproveForm) else [form.subject]
    return [statement.shown(version, form.at) for version in of]


PAGES = {
    "submit": DeedPage(
        button=_("Submit for approval"),
        says=_("The words go to whoever approves. If you change them afterwards, they are a draft again."),
        done=_("Submitted."),
        perform=lambda form, by: deeds.submit(form.subject, by=by),
        statement=statement.of_content,
        words=_words,
    ),
    "return": DeedPage(
        button=_("Return with a note"),
        says=_("The words go back to their author with your note."),
        done=_("Returned."),
        perform=lambda form, by: deeds.return_(form.subject, by=by, note=form.cleaned_data["note"]),
        statement=statement.of_words,
        words=_words,
        form=deed_forms.ReturnForm,
    ),
    "approve": DeedPage(
        button=_("Approve"),
        says=_("Readers see the words from the moment that you choose."),
        done=_("Approved."),
        perform=_approve,
        statement=statement.of_approval,
        words=_words,
        form=deed_forms.ApproveForm,
        forecast=forecast,
    ),
    "approve-alone": DeedPage(
        button=_("Approve alone"),
        says=_("For an emergency: readers see the words without a second pair of eyes, and the desk remembers it."),
        done=_("Approved. Somebody else must look it over."),
        perform=_approve_alone,
        statement=statement.of_content,
        words=_words,
        form=deed_forms.AloneForm,
        forecast=forecast,
        grave=True,
    ),
    "reschedule": DeedPage(
        button=_("Choose another moment"),
        says=_("The words wait for the moment that you choose instead."),
        done=_("Rescheduled."),
        perform=lambda form, by: deeds.reschedule(form.subject, by=by, at=form.cleaned_data["moment"]),
        statement=statement.of_waiting,
        words=_words,
        form=MomentForm,
    ),
    "cancel": DeedPage(
        button=_("Cancel publication"),
        says=_("The words become a draft again. What readers see now stays."),
        done=_("Cancelled."),
        perform=lambda form, by: deeds.cancel(form.subject, by=by),
        statement=statement.of_waiting,
        words=_words,
        grave=True,
    ),
    "withdraw": DeedPage(
        button=_("Withdraw"),
        says=_("Readers no longer see this edition, nor photos that it alone shows; its address shows your reason."),
        done=_("Withdrawn."),
        perform=_withdraw,
        statement=statement.of_withdrawal,
        words=_words,
        form=deed_forms.WithdrawForm,
        grave=True,
    ),
    "correct": DeedPage(
        button=_("Correct"),
        says=_("A new draft begins with these words. Readers see the old ones until it is approved."),
        done=_("A new draft has begun."),
        perform=lambda form, by: deeds.correct(form.subject.edition, by=by),
        statement=statement.of_words,
        words=_words,
    ),
    "restore": DeedPage(
        button=_("Begin a draft from this"),
        says=_("A new draft begins with these words."),
        done=_("A new draft has begun."),
        perform=lambda form, by: deeds.restore(form.subject, by=by),
        statement=statement.of_words,
        words=_words,
    ),
    "discard": DeedPage(
        button=_("Discard"),
        says=_("The words are put away. They stay in the history of the story."),
        done=_("Discarded."),
        perform=lambda form, by: deeds.discard(form.subject, by=by),
        statement=statement.of_words,
        words=_words,
        grave=True,
    ),
    "open-preview": DeedPage(
        button=_("Preview for somebody outside"),
        says=_("Whoever has the link reads these words, as they are now, without signing in, until it ends."),
        done=_("The link stands beside the version. Send it only to whom it is for."),
        perform=_open_preview,
        statement=statement.of_words,
        words=_words,
        form=deed_forms.PreviewForm,
    ),
    "close-previews": DeedPage(
        button=_("Close preview links"),
        says=_("The links that are marked show nothing any more."),
        done=_("Closed."),
        perform=lambda form, by: deeds.close_previews(form.subject, form.cleaned_data["links"], by=by),
        statement=statement.of_previews,
        form=deed_forms.ClosePreviewsForm,
    ),
}


def buttons(version: Version, *, by: User, at: datetime) -> list[tuple[str, DeedPage]]:
    """Return the deeds to offer on `version` as (URL name, deed page)."""
    return [(name, PAGES[name]) for name in offers(version, by=by, at=at)]


def deed_page(request: HttpRequest, name: str, key: int) -> Any:
    """Show or process the deed page `name` for the version with primary key `key`."""
    if name not in PAGES:
        raise Http404
    version = get_object_or_404(Version.objects.select_related("edition__article"), pk=key)
    return ask(
        request,
        PAGES[name],
        version,
        back=reverse("admin:articles_article_change", args=[version.edition.article_id]),
        opts=version.edition.article._meta,
        status_text=labelled(version.edition.get_language_display(), status_text(version, request.moment)),
    )
