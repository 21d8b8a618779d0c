"""Admin mixin that turns a record's own form into the form of an amendment.

A locked record has a second page, its form unlocked. What is typed there is saved, looked at and undone, and what
it would have made of the record waits for a second person. So a proposal can hold whatever the form can. That rests
on five agreements; who changes one, changes all:

1. `_amend` marks the request (`desk_of(request).amending`), and every lock of the admin and of its rows asks for the
   mark (`is_amending`): that alone unlocks the form.
2. `_form` calls `super().changeform_view`: `Proposing` stands behind `LockedAdmin` in the order of bases, so this is
   Django's own view, without the hold of `LockedAdmin.changeform_view`.
3. Django's view answers 302 when it has saved, and 200 when the form is to be shown again (`_try`).
4. `propose` is a deed, and the save inside it is logged by deeds of its own, followers and all: they are undone with
   it (`amendments.trial`), so a follower must write to the database alone.
5. `response_change` redirects without a message: the message would outlive what was undone.
"""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from newsroom.forms.desk_request import desk_of, is_amending
from newsroom.languages import labelled, plain_text
from newsroom.publishing.amending.amendments import propose, waiting_for
from newsroom.publishing.amending.snapshots import tracked
from newsroom.publishing.deeds import may
from newsroom.publishing.refused import Refused


@dataclass(frozen=True)
class Offer:
    """A button of a locked record's page, and what is said where it leads."""

    button: str
    says: str = ""


PROPOSE = Offer(
    button=_("Propose an amendment"),
    says=_("What you change here waits for a second person. Readers see it once that person has approved it."),
)


class Why(forms.Form):
    """What is said to the person who approves, beside the record's own form."""

    reason = forms.CharField(label=_("Why"), required=False, validators=[plain_text])

    def sentences(self) -> list[str]:
        """Return what is wrong with it, each sentence with the field's label."""
        return [labelled(self.fields["reason"].label, sentence) for sentence in self.errors.get("reason", [])]


class _FormAgain(Exception):
    """The form was refused: nothing is proposed, and the answer shows it again."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer


class Proposing:
    """Admin mixin for locked records: `…/<key>/amend/` is the form of a proposal."""

    def get_urls(self) -> list:
        if self.model not in tracked():
            return super().get_urls()
        view = self.admin_site.admin_view(self._amend)
        return [path("<int:key>/amend/", view, name=self._name("amend")), *super().get_urls()]

    def may_propose(self, request: HttpRequest, found: Any) -> bool:
        """Return whether the account may change such a record, and this one by an amendment only."""
        may_change = admin.ModelAdmin.has_change_permission(self, request, found) and may(request.user, "amend")
        return self.model in tracked() and may_change and bool(self.lock(request, found))

    def offer(self, request: HttpRequest, found: Any) -> tuple[Offer, str]:
        """Return what the record's page offers, with its address: to propose, or to see what waits."""
        if amendment := waiting_for(found):
            return Offer(_("An amendment waits")), reverse("admin:publishing_amendment_change", args=[amendment.pk])
        return PROPOSE, reverse(f"admin:{self._name('amend')}", args=[found.pk])

    def _amend(self, request: HttpRequest, key: int) -> Any:
        found = get_object_or_404(self.get_queryset(request), pk=key)
        if not self.may_propose(request, found):
            raise PermissionDenied
        if amendment := waiting_for(found):
            return redirect("admin:publishing_amendment_change", amendment.pk)
        desk_of(request).amending = (found._meta.label, found.pk)
        desk_of(request).ask_again()
        if request.method == "POST":
            return self._proposed(request, found)
        self.begin(request, found)
        return self._form(request, found)

    def _form(self, request: HttpRequest, found: Any) -> Any:
        context = {"title": PROPOSE.button, "status_text": PROPOSE.says, "lock": "", "amending": PROPOSE}
        return super().changeform_view(request, str(found.pk), "", context)

    def _proposed(self, request: HttpRequest, found: Any) -> Any:
        why = Why(request.POST)
        if not why.is_valid():
            desk_of(request).reasons = why.sentences()
            return self._form(request, found)
        try:
            change = partial(self._try, request, found)
            amendment = propose(found, change, by=request.user, reason=why.cleaned_data["reason"])
        except _FormAgain as again:
            return again.answer
        except Refused as refused:
            desk_of(request).reasons = refused.reasons
            return self._form(request, found)
        self.message_user(request, gettext("Proposed. A second person has to approve it."), messages.SUCCESS)
        return redirect("admin:publishing_amendment_change", amendment.pk)

    def _try(self, request: HttpRequest, found: Any) -> None:
        """Save the form as if it were written; the proposal undoes it."""
        self.merge(request, found.pk)
        answer = self._form(request, found)
        if answer.status_code != 302:
            raise _FormAgain(answer.render())

    def response_change(self, request: HttpRequest, obj: Any) -> Any:
        return redirect(".") if is_amending(request, obj) else super().response_change(request, obj)
