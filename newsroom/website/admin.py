"""Standing pages in the desk: the publisher's, live when saved."""

from django.contrib import admin

from newsroom.publishing.locked import LockedAdmin
from newsroom.website.models import Page


@admin.register(Page)
class PageAdmin(LockedAdmin):
    list_display = ["slug", "title_zh", "title_en"]
    search_fields = ["slug", "title_zh", "title_en"]
    ordering = ["slug"]
    fields = ["slug", ("title_zh", "title_en"), ("body_zh", "body_en")]
