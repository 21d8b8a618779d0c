"""Admin of static pages (about, accessibility): for the publisher, live when saved."""

from typing import Any

from django.contrib import admin

from newsroom.articles.admin.prose import Prose
from newsroom.articles.body import as_typed, clean_body
from newsroom.forms.locked import LockedAdmin
from newsroom.forms.validated import ValidatedForm
from newsroom.languages import LANGUAGES, columns, tag_of
from newsroom.website.models import Page


class PageForm(ValidatedForm):
    """Form of a static page, whose texts are sanitized like a story's body."""

    class Meta:
        widgets = {
            columns("body", language): Prose(attrs={"rows": 18, "lang": tag_of(language)}) for language in LANGUAGES
        }

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        for language in LANGUAGES:
            name = columns("body", language)
            if name in self.fields:
                self.initial[name] = as_typed(self.initial.get(name, ""))

    def clean_body_zh(self) -> Any:
        return clean_body(self.cleaned_data["body_zh"])

    def clean_body_en(self) -> Any:
        return clean_body(self.cleaned_data["body_en"])


@admin.register(Page)
class PageAdmin(LockedAdmin):
    form = PageForm
    list_display = ["slug", "title_zh", "title_en"]
    search_fields = ["slug", "title_zh", "title_en"]
    ordering = ["slug"]
    fields = ["slug", ("title_zh", "title_en"), "body_zh", "body_en"]
