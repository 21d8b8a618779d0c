"""Admin of places and pairs."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from newsroom.forms.deed_pages import merging
from newsroom.forms.locked import LockedAdmin, LockedTabular
from newsroom.languages import ZH
from newsroom.places.deeds import merge_places
from newsroom.places.forms import PairForm, PlaceForm
from newsroom.places.models import Pair, Place, Succession
from newsroom.places.order import by_partner
from newsroom.publishing.deeds import may


class SuccessionInline(LockedTabular):
    """Inline of the successors of a place that ended."""

    model = Succession
    fk_name = "predecessor"
    autocomplete_fields = ["successor"]


@admin.register(Place)
class PlaceAdmin(LockedAdmin):
    """Admin of places. `install` creates countries and regions, provinces and China's cities."""

    entering_writes = False
    form = PlaceForm
    deed_pages = {"merge": merging(Place.parent.field, merge_places)}
    inlines = [SuccessionInline]
    autocomplete_fields = ["parent"]
    search_fields = ["name_zh", "name_en", "other_names", "slug"]
    list_display = ["__str__", "level", "parent", "country", "slug"]
    list_filter = ["level"]
    list_select_related = ["parent"]
    fieldsets = [
        (None, {"fields": [("name_zh", "name_en"), "other_names", ("slug", "sort_as")]}),
        (_("In other languages and scripts"), {"fields": ["latin", ("original_language", "name_original")]}),
        (_("Where"), {"fields": ["level", "parent", "country", ("longitude", "latitude"), "wikidata"]}),
        (_("Its end"), {"fields": ["ended"]}),
    ]

    def offered(self, request: HttpRequest, found: Any) -> list:
        return ["merge"] if may(request.user, "hide") else []


@admin.register(Pair)
class PairAdmin(LockedAdmin):
    """Admin of pairs. The two places are chosen on creation; they and the slug never change."""

    form = PairForm
    autocomplete_fields = ["first", "second", "continues"]
    search_fields = ["slug", "reverse_slug"]
    search_fields += [
        f"{side}__{name}" for side in ("first", "second") for name in ("name_zh", "name_en", "other_names")
    ]
    list_display = ["__str__", "slug", "continues"]
    list_select_related = ["first", "second", "continues__first", "continues__second"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).with_places()

    def get_ordering(self, request: HttpRequest) -> list:
        return by_partner(Place.objects.at_slug, get_language() or ZH)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list:
        return ["first", "second", "slug"] if obj else []

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list:
        named = ["first", "second", "slug"] if obj else ["first", "second"]
        return [*named, "continues", "whole_since"]
