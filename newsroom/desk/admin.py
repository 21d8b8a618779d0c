"""Admin of staff and roles, here because `accounts` lies below the audit log."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from newsroom.accounts.models import User
from newsroom.desk import amendments, log, office  # noqa: F401 (registers its admin)
from newsroom.forms.admin_bases import Logged, Typing
from newsroom.languages import in_a_row

admin.site.unregister(Group)


@admin.register(User)
class StaffAdmin(Typing, Logged, UserAdmin):
    """Staff admin, for administrators. An account is closed, never deleted: the log names it for ever."""

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

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description=_("roles"))
    def roles(self, user: User) -> Any:
        return in_a_row(group.name for group in user.groups.all())

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Give a new account access to the desk."""
        if not change:
            obj.is_staff = True
        super().save_model(request, obj, form, change)


@admin.register(Group)
class RoleAdmin(Typing, Logged, GroupAdmin):
    actions = None
