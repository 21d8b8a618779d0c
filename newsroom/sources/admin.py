"""Admin of sources, and the base inline of citations."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from newsroom.forms.desk_request import desk_of
from newsroom.forms.locked import LockedAdmin, LockedTabular
from newsroom.forms.validated import ValidatedForm
from newsroom.sources import files, views
from newsroom.sources.forms import SourceForm
from newsroom.sources.models import Source

FILES = ("file_zh", "file_en")


class CitationInline(LockedTabular):
    """Base inline of a record's citations; subclasses set the citation model."""

    autocomplete_fields = ["source"]
    fields = ["order", "source", "says_of", "says_zh", "says_en"]


@admin.register(Source)
class SourceAdmin(LockedAdmin):
    """Admin of sources with their uploaded files."""

    form = SourceForm
    search_fields = ["title_zh", "title_en", "outlet_zh", "outlet_en", "url_zh", "url_en"]
    list_display = ["__str__", "kind", "outlet_zh", "outlet_en", "published"]
    list_filter = ["kind"]
    ordering = ["-pk"]
    fieldsets = [
        (None, {"fields": ["kind", ("title_zh", "title_en"), ("url_zh", "url_en")]}),
        (_("The text itself"), {"fields": [("upload_zh", "upload_en")]}),
        (_("Who published it, and when"), {"fields": [("outlet_zh", "outlet_en"), "published", "retrieved_on"]}),
    ]

    # A public file is never replaced, since a different text is a different source: it becomes a read-only link

    def _takes_files(self, request: HttpRequest, obj: Any) -> bool:
        return obj is None or (self.has_change_permission(request, obj) and not self.lock(request, obj))

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> list:
        if self._takes_files(request, obj):
            return self.fieldsets
        first, (title, _uploads), *rest = self.fieldsets
        return [first, (title, {"fields": [("text_zh", "text_en")]}), *rest]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list:
        return ["text_zh", "text_en"]

    @admin.display(description=_("file in Chinese"))
    def text_zh(self, source: Source) -> Any:
        return _link(source, "zh")

    @admin.display(description=_("file in English"))
    def text_en(self, source: Source) -> Any:
        return _link(source, "en")

    # Download of files in the desk

    def get_urls(self) -> list:
        shown = self.admin_site.admin_view(self.show)
        return [path("<int:key>/file/<slug:prefix>", shown, name="sources_source_file"), *super().get_urls()]

    def show(self, request: HttpRequest, key: int, prefix: str) -> Any:
        """Return a file, public or not, to users with the view permission; raise Http404 or PermissionDenied."""
        source = Source.objects.filter(pk=key).first()
        if not self.has_view_permission(request, source):
            raise PermissionDenied
        file = getattr(source, f"file_{prefix}", "")
        if not file:
            raise Http404
        return views.answer(request, file)

    # Saving: files are written before the row; files without a row are deleted afterwards

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        if not self._takes_files(request, obj):
            return super().get_form(request, obj, change, **kwargs | {"form": ValidatedForm})
        form = super().get_form(request, obj, change, **kwargs)
        form.touched, form.address_of_file = desk_of(request).touched, staticmethod(_address)
        return form

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: dict | None = None
    ) -> HttpResponse:
        with _clearing(request):
            return super().changeform_view(request, object_id, form_url, extra_context)

    def delete_view(
        self, request: HttpRequest, object_id: str | None, extra_context: dict | None = None
    ) -> HttpResponse:
        with _clearing(request):
            return super().delete_view(request, object_id, extra_context)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        desk_of(request).touched += filter(None, (getattr(obj, column) for column in FILES))
        super().delete_model(request, obj)


@contextmanager
def _clearing(request: HttpRequest) -> Iterator[None]:
    try:
        yield
    finally:
        files.clear_away_unnamed(desk_of(request).touched)


def _address(source: Source, prefix: str) -> str:
    return reverse("admin:sources_source_file", args=[source.pk, prefix])


def _link(source: Source, prefix: str) -> str:
    file = getattr(source, f"file_{prefix}")
    return format_html('<a href="{}">{}</a>', _address(source, prefix), file.partition("/")[2]) if file else "-"
