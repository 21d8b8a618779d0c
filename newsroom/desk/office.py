"""Admin of the site settings, here because `masthead` lies below the audit log."""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from newsroom.cooperation.in_step import HomeMoves
from newsroom.forms.locked import LockedAdmin
from newsroom.forms.validated import ValidatedForm
from newsroom.languages import labelled
from newsroom.masthead.models import SiteSettings
from newsroom.photos.logo import Logo, logo_of
from newsroom.places.models import Place
from newsroom.publishing import clock
from newsroom.publishing.amending.differences import Difference

ACCEPTED = ".png,.webp,.jpg,.jpeg,.avif"

# The settings with which fewer eyes look: whether a new value lets more pass than the old.
LOOSER: dict[str, Callable] = {
    "approvals": lambda old, new: new < old,
    "approvers_may_have_edited": lambda old, new: new and not old,
}


class OfficeForm(ValidatedForm):
    """Form of the settings, with a logo upload. Another home place moves what rests on it: that is shown first."""

    upload = forms.FileField(
        label=capfirst(_("logo")),
        required=False,
        help_text=_("PNG, WebP, JPEG or AVIF, at most 5 MB. It stands before the site's name, at most 44 pixels high."),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )
    drop = forms.BooleanField(label=_("take the logo away"), required=False)
    moving = forms.MultipleChoiceField(
        label=_("What moves with the home place"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def clean_home(self) -> Any:
        home = self.cleaned_data["home"]
        if home and not Place.objects.filter(slug=home).exists():
            raise ValidationError(_("No place has this address word: enter the place first, then choose it here."))
        if self.instance.pk and home != self.initial["home"]:
            self._show_moving(moving_with(self.initial["home"], home, self.moment or clock.moment()))
        return home

    def _show_moving(self, moved: list[Difference]) -> None:
        """Unless nothing moves, ask for a tick at exactly what does: its value says what was shown."""
        said = [f"{labelled(one.where, one.what)}: {one.old} → {one.new}" for one in moved]
        shown = sha256("\n".join(said).encode()).hexdigest()
        self.fields["moving"].choices = [(shown, gettext("Move all of it with the home place"))] if said else []
        if said and shown not in self.data.getlist("moving"):
            first = gettext("What follows rests on the home place and moves with it, for readers too: tick it below.")
            raise ValidationError([first, *said])

    def clean_upload(self) -> Any:
        """Re-encode the logo: fast and rare enough to run while the form holds its lock."""
        upload = self.cleaned_data["upload"]
        return upload and logo_of(upload)

    def _post_clean(self) -> None:
        super()._post_clean()
        logo = self.cleaned_data.get("upload")
        if isinstance(logo, Logo):
            self.instance.set_logo(logo.picture, logo.width, logo.height)
        elif self.cleaned_data.get("drop"):
            self.instance.set_logo(b"", 0, 0)


def moving_with(before: str, after: str, at: datetime) -> list[Difference]:
    """Return what would move with the home place: it is moved, and undone."""
    with transaction.atomic():
        moves = HomeMoves(before, after)
        SiteSettings.objects.update(home=after)
        moved = moves.write(at, by=None)
        transaction.set_rollback(True)
    return moved


@admin.register(SiteSettings)
class SiteSettingsAdmin(LockedAdmin):
    """Site settings admin: one row, for the publisher, live when saved."""

    form = OfficeForm
    fieldsets = [
        (
            _("The office"),
            {
                "fields": [
                    ("name_zh", "name_en"),
                    ("organiser_zh", "organiser_en"),
                    "home",
                    "moving",
                    ("description_zh", "description_en"),
                ]
            },
        ),
        (_("Contact"), {"fields": [("contact_zh", "contact_en"), "error_report", "data_licence"]}),
        (
            _("How the desk works"),
            {
                "fields": [
                    ("approvals", "approvers_may_have_edited"),
                    "first_language",
                    "name_order",
                    "regions",
                    "time_zone",
                    "whole_since",
                    "as_of",
                ]
            },
        ),
        (
            _("The look"),
            {"fields": [("accent_light", "accent_dark"), "upload", "drop", ("logo_alt_zh", "logo_alt_en")]},
        ),
        (_("Filings"), {"fields": ["site_code", ("icp", "police_filing")]}),
    ]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> list:
        """Omit the removal of the logo where there is none, and what moves where the home place stays."""
        sets = super().get_fieldsets(request, obj)
        omitted = set() if obj and obj.logo_hash else {"drop"}
        if obj is None or request.POST.get("home", obj.home) == obj.home:
            omitted.add("moving")
        return [(title, {"fields": [name for name in part["fields"] if name not in omitted]}) for title, part in sets]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not SiteSettings.objects.exists()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def changelist_view(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        """Redirect the list to its only row."""
        if not self.has_view_permission(request) and not self.has_add_permission(request):
            raise PermissionDenied
        only = SiteSettings.objects.first()
        if only is None and self.has_add_permission(request):
            return redirect("admin:masthead_sitesettings_add")
        if only is None:
            return super().changelist_view(request, extra_context)
        return redirect("admin:masthead_sitesettings_change", only.pk)

    def construct_change_message(self, request: HttpRequest, form: Any, formsets: Any, add: bool = False) -> Any:
        """Where fewer eyes look from now on, a second person looks at that."""
        message = super().construct_change_message(request, form, formsets, add)
        fewer = [] if add else [name for name in LOOSER if LOOSER[name](form.initial[name], form.cleaned_data[name])]
        said = [f"{form.fields[name].label}: {form.initial[name]} → {form.cleaned_data[name]}" for name in fewer]
        return [*message, {"changed": {"fields": said}, "alone": True}] if said else message

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        obj.pk = 1
        moves = HomeMoves(form.initial["home"], obj.home) if change and "home" in form.changed_data else None
        super().save_model(request, obj, form, change)
        if moves:
            moves.write(request.moment, by=request.user)
