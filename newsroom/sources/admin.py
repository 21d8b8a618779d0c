"""Sources in the desk, and the rows in which a record cites them."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.locked import LockedAdmin, LockedTabular
from newsroom.sources.models import Source


class CitationInline(LockedTabular):
    """A record's sources; each record names its own model of citation."""

    autocomplete_fields = ["source"]
    fields = ["order", "source", "says_zh", "says_en"]


@admin.register(Source)
class SourceAdmin(LockedAdmin):
    """A page, a paper or a text that says something about a record."""

    search_fields = ["title_zh", "title_en", "outlet_zh", "outlet_en", "url_zh", "url_en"]
    list_display = ["__str__", "kind", "outlet_zh", "outlet_en", "published"]
    list_filter = ["kind"]
    ordering = ["-pk"]
    fieldsets = [
        (None, {"fields": ["kind", ("title_zh", "title_en"), ("url_zh", "url_en")]}),
        (_("Who published it, and when"), {"fields": [("outlet_zh", "outlet_en"), "published", "retrieved_on"]}),
    ]
