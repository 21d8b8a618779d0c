"""Admin of the term base. Publishers edit it; changes are live when saved."""

from django.contrib import admin
from django.http import HttpRequest

from newsroom.forms.locked import LockedAdmin
from newsroom.terms.models import Term


@admin.register(Term)
class TermAdmin(LockedAdmin):
    list_display = ["name_zh", "name_en", "category"]
    list_filter = ["category"]
    search_fields = ["name_zh", "name_en", "other_names"]
    fields = ["category", ("name_zh", "name_en"), "other_names", "note"]

    def get_ordering(self, request: HttpRequest) -> tuple:
        return "category", *super().get_ordering(request)
