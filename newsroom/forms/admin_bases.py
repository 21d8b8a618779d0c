"""Mixins that every admin of the desk shares: validated fields, the audit log, read-only admins."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from newsroom.forms.typed import OneChosen, OneRecord, SeveralChosen, SeveralRecords, only_plain_text
from newsroom.languages import in_a_row
from newsroom.publishing.deeds import deed
from newsroom.publishing.models import LogEntry, Verb


class Logged:
    """Admin mixin: saves are logged in our audit log instead of Django's.

    A part of a change's message may say that it is of `words`, which have authors of their own, or is done `alone`.
    """

    object_history_template = "desk/history.html"

    entering_writes = True  # not where a record that was missing is entered for its name alone

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> None:
        self._log(request, obj, _("Entered."), wrote=self.entering_writes)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> None:
        names = [name for part in message for name in part.get("changed", {}).get("fields", [])]
        rows = [str(part[verb].get("object", "")) for part in message for verb in ("added", "deleted") if verb in part]
        if names or rows:
            note = _("Changed: %(what)s.") % {"what": in_a_row([*names, *rows])}
            alone, wrote = any("alone" in part for part in message), any("words" not in part for part in message)
            self._log(request, obj, note, alone=alone, wrote=wrote)

    def log_deletions(self, request: HttpRequest, queryset: Any) -> None:
        for obj in queryset:
            self._log(request, obj, _("Deleted."))

    def _log(self, request: HttpRequest, obj: Any, note: str, **how: bool) -> LogEntry:
        with deed(Verb.SAVE, obj, by=request.user, note=note, **how) as log_entry:
            pass
        return log_entry

    def log_entries_of(self, record: Any) -> Any:
        """Return what was done to `record`, the latest first."""
        return LogEntry.objects.on([record])

    def history_view(
        self, request: HttpRequest, object_id: str | None, extra_context: dict | None = None
    ) -> HttpResponse:
        found = self.get_object(request, unquote(object_id))
        context = {"log_entries": self.log_entries_of(found) if found else []} | (extra_context or {})
        return super().history_view(request, object_id, context)


class Typing:
    """Mixin of an admin or an inline: its form fields validate text and primary keys before any query."""

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        only_plain_text([field])
        return field

    def formfield_for_foreignkey(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", OneChosen(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **{"form_class": OneRecord} | kwargs)

    def formfield_for_manytomany(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", SeveralChosen(db_field, self.admin_site))
        return super().formfield_for_manytomany(db_field, request, **{"form_class": SeveralRecords} | kwargs)


class OnlyToRead(admin.ModelAdmin):
    actions = None
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
