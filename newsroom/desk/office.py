"""Admin of the site settings, here because `masthead` lies below the audit log."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from newsroom.forms.locked import LockedAdmin
from newsroom.forms.validated import ValidatedForm
from newsroom.masthead.models import SiteSettings
from newsroom.photos.logo import Logo, logo_of
from newsroom.places.models import Place

ACCEPTED = ".png,.webp,.jpg,.jpeg,.avif"


class OfficeForm(ValidatedForm):
    """Form of the settings, with a logo upload."""

    upload = forms.FileField(
        label=_("logo"),
        required=False,
        help_text=_("PNG, WebP, JPEG or AVIF, at most 5 MB. It stands before the site's name, at most 44 pixels high."),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )
    drop = forms.BooleanField(label=_("take the logo away"), required=False)

    class Meta:
        model = SiteSettings
        fields = "__all__"

    def clean_home(self) -> Any:
        home = self.cleaned_data["home"]
        if home and not Place.objects.filter(slug=home).exists():
            raise ValidationError(_("No place has this address word: enter the place first, then choose it here."))
        return home

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
                    ("description_zh", "description_en"),
                ]
            },
        ),
        (_("Contact"), {"fields": [("contact_zh", "contact_en"), "error_report"]}),
        (
            _("How the desk works"),
            {"fields": ["approvals", "first_language", "name_order", "regions", "time_zone", "whole_since"]},
        ),
        (
            _("The look"),
            {"fields": [("accent_light", "accent_dark"), "upload", "drop", ("logo_alt_zh", "logo_alt_en")]},
        ),
        (_("Filings"), {"fields": ["site_code", ("icp", "police_filing")]}),
    ]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> list:
        """Omit the removal of the logo where there is none."""
        sets = super().get_fieldsets(request, obj)
        if obj and obj.logo_hash:
            return sets
        return [(title, {"fields": [name for name in part["fields"] if name != "drop"]}) for title, part in sets]

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

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        obj.pk = 1
        super().save_model(request, obj, form, change)
