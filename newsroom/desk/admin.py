"""Staff, roles and the site's settings in the desk: their rooms lie below the log and cannot write in it."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from newsroom.accounts.models import User
from newsroom.desk import amendments  # noqa: F401 (registers itself)
from newsroom.languages import in_a_row
from newsroom.masthead.models import SiteSettings
from newsroom.publishing.admin import Logged
from newsroom.publishing.locked import LockedAdmin

admin.site.unregister(Group)


@admin.register(User)
class StaffAdmin(Logged, UserAdmin):
    """The administrator's. An account is closed, never deleted: the log names it for ever."""

    actions = None
    list_display = ["username", "first_name", "last_name", "roles", "is_active"]
    list_filter = ["is_active", "groups"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        (_("Person"), {"fields": [("first_name", "last_name"), "email", "language"]}),
        (
            _("At the desk"),
            {
                "fields": ["is_active", "is_staff", "is_superuser", "groups"],
                "description": _("A role says what somebody may do: reporter, translator, editor, publisher, auditor."),
            },
        ),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description=_("roles"))
    def roles(self, user):
        return in_a_row(group.name for group in user.groups.all())

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        """Whoever is given an account is given it for the desk."""
        if not change:
            obj.is_staff = True
        super().save_model(request, obj, form, change)


@admin.register(Group)
class RoleAdmin(Logged, GroupAdmin):
    actions = None


@admin.register(SiteSettings)
class SiteSettingsAdmin(LockedAdmin):
    """One row, the publisher's, live when saved."""

    fieldsets = [
        (_("The office"), {"fields": [("name_zh", "name_en"), ("organiser_zh", "organiser_en"), "home"]}),
        (_("Contact"), {"fields": [("contact_zh", "contact_en"), "error_report"]}),
        (_("How the desk works"), {"fields": ["approvals", "first_language", "name_order", "time_zone"]}),
        (_("The look"), {"fields": [("accent_light", "accent_dark")]}),
        (_("Filings"), {"fields": ["site_code", ("icp", "police_filing")]}),
    ]

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not SiteSettings.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        """There is one row: the list leads to it."""
        only = SiteSettings.objects.first()
        if only is None and self.has_add_permission(request):
            return redirect("admin:masthead_sitesettings_add")
        if only is None:
            return super().changelist_view(request, extra_context)
        return redirect("admin:masthead_sitesettings_change", only.pk)

    def save_model(self, request, obj, form, change):
        obj.pk = 1
        super().save_model(request, obj, form, change)
