"""Admin of the audit log and of redirects, read-only."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from newsroom.forms.admin_bases import OnlyToRead
from newsroom.publishing.models import LogEntry, Redirect


@admin.register(LogEntry)
class LogEntryAdmin(OnlyToRead):
    list_display = ["at", "verb", "label", "kind", "by", "alone", "note"]
    list_display_links = ["at", "label"]
    list_filter = ["verb", "alone"]
    list_select_related = ["kind", "by"]
    search_fields = ["label", "note", "by__username"]


@admin.register(Redirect)
class RedirectAdmin(OnlyToRead):
    list_display = ["path", "kind", "record"]
    list_select_related = ["kind"]
    search_fields = ["path"]
    ordering = ["path"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("record")
