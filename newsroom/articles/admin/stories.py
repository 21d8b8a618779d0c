"""The story's change page: both editions side by side, linked records, sources, and deeds."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import DateTimeField, Prefetch, QuerySet, Value
from django.http import HttpRequest, QueryDict
from django.urls import path
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from newsroom.articles.admin.columns import edition_column
from newsroom.articles.admin.deed_pages import deed_page
from newsroom.articles.admin.forms import StoryForm
from newsroom.articles.admin.photos import ArticlePhotoInline
from newsroom.articles.admin.previews import preview, preview_photo
from newsroom.articles.admin.wechat import wechat, wechat_file
from newsroom.articles.admin.words import merge_words, put_words, words_shown
from newsroom.articles.models import Article, ArticleCitation, Edition, Version
from newsroom.articles.status_text import status_text, that_count
from newsroom.forms.desk_request import is_amending
from newsroom.forms.locked import LockedAdmin
from newsroom.forms.three_way import Merge
from newsroom.languages import EN, ZH, labelled
from newsroom.publishing.models import LogEntry, Revision
from newsroom.sources.admin import CitationInline

OWN = ["section", "original", "year", "slug", "events", "agreements", "pairs"]


class ArticleCitationInline(CitationInline):
    """Inline of a story's sources."""

    model = ArticleCitation


@admin.register(Article)
class ArticleAdmin(LockedAdmin):
    """Story admin: words are editable while a version is in work; links are locked once the story is approved."""

    form = StoryForm
    inlines = [ArticlePhotoInline, ArticleCitationInline]
    autocomplete_fields = ["events", "agreements", "pairs"]
    list_display = ["headline_zh", "headline_en", "section", "year", "where_it_stands"]
    list_filter = ["section", "year"]
    list_select_related = ["section"]
    search_fields = ["slug", "editions__versions__headline"]
    search_help_text = _("A word of a headline or of the address.")
    ordering = ["-pk"]
    fieldsets = [
        (_("Records that the story reports"), {"fields": ["events", "agreements", "pairs"]}),
        (_("Place on the site"), {"fields": [("section", "original"), ("year", "slug")]}),
    ]

    # List

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        versions = Version.objects.without_body().select_related("edition", "changed_by", "submitted_by")
        editions = Edition.objects.prefetch_related(Prefetch("versions", versions.order_by("-number")))
        stories = super().get_queryset(request).annotate(seen_at=Value(request.moment, DateTimeField()))
        return stories.prefetch_related(Prefetch("editions", editions))

    def get_changeform_initial_data(self, request: HttpRequest) -> dict:
        """Preset the language in which the office writes first."""
        return {"original": request.site.first_language} | super().get_changeform_initial_data(request)

    @admin.display(description=_("headline in Chinese"))
    def headline_zh(self, article: Article) -> Any:
        return _headline(article, ZH)

    @admin.display(description=_("headline in English"))
    def headline_en(self, article: Article) -> Any:
        return _headline(article, EN)

    @admin.display(description=_("where it stands"))
    def where_it_stands(self, article: Article) -> str:
        stands = [(_stands(edition, article.seen_at),) for edition in article.editions.all()]
        return format_html_join(mark_safe("<br>"), "{}", stands)

    # Locking

    def closes(self, request: HttpRequest, obj: Any) -> bool:
        """Never lock the whole page: words change by their own deeds even where linked records are locked."""
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list:
        if self.lock(request, obj):
            return OWN
        return super().get_readonly_fields(request, obj) + (["year"] if self.stays(request, obj) else [])

    # Saving

    def stands(self, found: Any) -> dict:
        return super().stands(found) | {"words": words_shown(found)}

    def merge_into(self, merge: Merge, request: HttpRequest, found: Any, shown: dict, now: dict) -> None:
        super().merge_into(merge, request, found, shown, now)
        if not is_amending(request, found):
            merge_words(merge, found, shown.get("words", {}))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            obj.created_by = request.user
        if not self.lock(request, obj):
            super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: list, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        for words in form.editions:
            words.save_through_deeds(by=request.user)

    # History

    def revised_records(self, found: Any) -> list:
        return [found, *Version.objects.filter(edition__article=found).without_body()]

    def put_revision(self, posted: QueryDict, request: HttpRequest, found: Any, revision: Revision, now: dict) -> None:
        super().put_revision(posted, request, found, revision, now)
        if not is_amending(request, found):
            put_words(posted, found, revision)

    # Page

    def get_urls(self) -> list:
        photo = "preview/<int:key>/photos/<slug:photo>"
        own = [
            path("preview/<int:key>/", self._seen(preview), name="articles_preview"),
            path(f"{photo}/<int:width>.<slug:ending>", self._seen(preview_photo)),
            path(f"{photo}/<slug:cut>/<int:width>.<slug:ending>", self._seen(preview_photo)),
            path("wechat/<int:key>/", self._seen(wechat), name="articles_wechat"),
            path("wechat/<int:key>.html", self._seen(wechat_file), name="articles_wechat_file"),
            path("<slug:name>/<int:key>/", self._seen(deed_page), name="articles_deed"),
        ]
        return [*own, *super().get_urls()]

    def log_entries_of(self, record: Any) -> Any:
        versions = Version.objects.filter(edition__article=record).without_body()
        return LogEntry.objects.on([record, *record.editions.all(), *versions])

    def _seen(self, view: Callable) -> Any:
        """Wrap `view` so that it requires the permission to view stories."""

        def wrapped(request: HttpRequest, **words: Any) -> Any:
            if not self.has_view_permission(request):
                raise PermissionDenied
            return view(request, **words)

        return self.admin_site.admin_view(wrapped)

    def construct_change_message(self, request: HttpRequest, form: Any, formsets: list, add: bool = False) -> Any:
        message = super().construct_change_message(request, form, formsets, add)
        typed = [str(dict(settings.LANGUAGES)[words.language]) for words in form.editions if words.changed]
        return [*message, {"changed": {"fields": typed}, "words": True}] if typed else message

    def page_context(self, request: HttpRequest, found: Any) -> dict:
        sentence = _(
            "Readers see this story or will see it: what it reports cannot be changed, its words by correcting."
        )
        return {
            "lock": sentence if self.lock(request, found) else "",
            "shown": found is not None and found.is_public(request.moment),
            "deeds": [self.offer(request, found)] if self.may_propose(request, found) else [],
        }

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, obj: Any = None, **kwargs: Any) -> Any:
        forms = context["adminform"].form.editions
        shown = [] if is_amending(request, obj) else forms
        context["editions"] = [edition_column(words, by=request.user, at=request.moment) for words in shown]
        if obj:
            context["subtitle"] = " / ".join(filter(None, [self.headline_zh(obj), self.headline_en(obj)])) or str(obj)
        if context.get("lock") and not any(words.open for words in forms):
            context["show_save"] = context["show_save_and_continue"] = False
        context["show_save_and_add_another"] = False
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)


def _headline(article: Article, language: str) -> str:
    for edition in article.editions.all():
        for version in edition.versions.all():
            if edition.language == language:
                return version.headline
    return ""


def _stands(edition: Edition, at: datetime) -> str:
    words = _("; ").join(status_text(version, at) for version in that_count(list(edition.versions.all()), at))
    return labelled(edition.get_language_display(), words)
