"""Admin of the site's sections: for the publisher, live when saved."""

from django.contrib import admin

from newsroom.articles.models import Section
from newsroom.forms.locked import LockedAdmin


@admin.register(Section)
class SectionAdmin(LockedAdmin):
    list_display = ["slug", "name_zh", "name_en", "order"]
    search_fields = ["slug", "name_zh", "name_en", "other_names"]
    ordering = ["order", "slug"]
    fields = [("name_zh", "name_en"), "other_names", "slug", "order"]
