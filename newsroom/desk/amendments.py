"""Admin of amendments: the diff, and its two answers, approve and decline."""

from dataclasses import replace
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from newsroom.accounts.models import User
from newsroom.forms.admin_bases import OnlyToRead
from newsroom.forms.deed_forms import DeedForm, ReasonForm
from newsroom.forms.deed_pages import DeedPage, ask
from newsroom.forms.statement import plain
from newsroom.masthead.models import SiteSettings
from newsroom.publishing.amending.amendments import amend, besides, decline
from newsroom.publishing.amending.differences import differing
from newsroom.publishing.deeds import may
from newsroom.publishing.models import Amendment
from newsroom.publishing.statements import Part, parts_of


class NoteForm(DeedForm):
    """Form of the note that readers see with the change."""

    note_zh = forms.CharField(label=_("Note for readers in Chinese"), max_length=500, required=False)
    note_en = forms.CharField(
        label=_("Note for readers in English"),
        max_length=500,
        required=False,
        help_text=_("Such as: An earlier version of this page named another day."),
    )
    minor = forms.BooleanField(label=_("Minor: readers need no note"), required=False)


def _proposed(form: DeedForm) -> list[Part]:
    """Return the proposal, and the record as it stands."""
    return [plain(form.subject, after=form.subject.after), *parts_of([form.subject.record])]


def _with_what_moves(form: DeedForm) -> list[Part]:
    """Return the proposal with what its approval moves in other records, and the record as it stands."""
    moving = [[one.where, one.what, one.old, one.new] for one in besides(form.subject)]
    proposal, *others = _proposed(form)
    return [replace(proposal, content=proposal.content | {"moving": moving}), *others]


AMEND = DeedPage(
    button=_("Approve the amendment"),
    says=_("The record is changed as shown, at once, and the note stands among the corrections."),
    done=_("Approved: readers see the change."),
    perform=lambda form, by: amend(form.subject, by=by, **form.cleaned_data),
    statement=_with_what_moves,
    form=NoteForm,
)
DECLINE = DeedPage(
    button=_("Decline it"),
    says=_("The record stays as it is. The proposal is kept in its history with your reason."),
    done=_("Declined."),
    perform=lambda form, by: decline(form.subject, by=by, reason=form.cleaned_data["reason"]),
    statement=_proposed,
    form=ReasonForm,
)
ANSWERS = {"approve": AMEND, "decline": DECLINE}


@admin.register(Amendment)
class AmendmentAdmin(OnlyToRead):
    """Amendment admin: all of them, waiting ones first."""

    change_form_template = "desk/amendment.html"
    list_display = ["record", "kind", "state", "proposed_by", "proposed_at", "decided_by"]
    list_filter = ["state", "kind"]
    list_select_related = ["kind", "proposed_by", "decided_by"]
    ordering = ["-state", "-proposed_at"]
    fields = ["state", "reason", "proposed_by", "proposed_at", "decided_by", "decided_at"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("record")

    def get_urls(self) -> list:
        own = [
            path(f"<int:key>/{name}/", self.admin_site.admin_view(self._answer), {"name": name}, f"amendment_{name}")
            for name in ANSWERS
        ]
        return [*own, *super().get_urls()]

    def _answer(self, request: HttpRequest, key: int, name: str) -> Any:
        if not self.has_view_permission(request):
            raise PermissionDenied
        amendment = get_object_or_404(Amendment, pk=key)
        if name not in _open_to(request.user, amendment):
            raise PermissionDenied
        back = reverse("admin:publishing_amendment_change", args=[key])
        moving = besides(amendment) if name == "approve" else []
        return ask(
            request, ANSWERS[name], amendment, back=back, opts=self.opts, differing=differing(amendment), moving=moving
        )

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: dict | None = None
    ) -> HttpResponse:
        amendment = self.get_object(request, object_id)
        waits = amendment is not None and amendment.state == Amendment.State.WAITING
        context = {
            "differing": differing(amendment) if amendment else [],
            "moving": besides(amendment) if waits else [],
            "answers": _offered(request.user, amendment),
        }
        return super().changeform_view(request, object_id, form_url, context | (extra_context or {}))


def _open_to(user: User, amendment: Amendment) -> list[str]:
    """Return the answers that `user` may give: both for an approver, to withdraw for the proposer."""
    if may(user, "approve"):
        return list(ANSWERS)
    return ["decline"] if amendment.proposed_by_id == user.pk else []


def _offered(user: User, amendment: Amendment | None) -> list[tuple[DeedPage, str]]:
    """Return the deed pages to offer; nobody approves their own proposal except in an office of one."""
    if amendment is None or amendment.state != Amendment.State.WAITING:
        return []
    own = amendment.proposed_by_id == user.pk and SiteSettings.current().approvals > 0
    names = [name for name in _open_to(user, amendment) if not (own and name == "approve")]
    return [(ANSWERS[name], reverse(f"admin:amendment_{name}", args=[amendment.pk])) for name in names]
