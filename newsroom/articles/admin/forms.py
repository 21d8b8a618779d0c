"""The story's admin form: the article's fields and both editions' words, validated together."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from newsroom.articles.admin.words import WordsForm
from newsroom.articles.models import Article
from newsroom.forms.address_form import AddressedForm
from newsroom.languages import EN, LANGUAGES


class StoryForm(AddressedForm):
    """Article form that proposes an empty year from the event, and an empty slug from the English headline."""

    example = "harbourton-port-agreement"
    year = forms.IntegerField(
        label=_("Year"),
        required=False,
        min_value=1900,
        max_value=2100,
        help_text=_("The year in the address, such as 2019. Left empty, it is the year of the first event."),
    )

    class Meta:
        model = Article
        fields = ("section", "original", "year", "slug", "events", "agreements", "pairs")

    def __init__(self, data: Any = None, files: Any = None, **facts: Any) -> None:
        super().__init__(data, files, **facts)
        self.editions = [WordsForm(data, article=self.instance, language=language) for language in LANGUAGES]

    @property
    def media(self) -> Any:
        return sum((edition.media for edition in self.editions), start=super().media)

    def is_valid(self) -> bool:
        words = [edition.is_valid() for edition in self.editions if edition.is_bound]
        return super().is_valid() and all(words)

    def clean(self) -> Any:
        super().clean()
        if "year" in self.fields and "year" not in self.errors and not self.cleaned_data.get("year"):
            self._propose_year()
        reports = self.cleaned_data.get("events") or self.cleaned_data.get("agreements")
        if self.cleaned_data.get("pairs") and reports:
            self.add_error("pairs", _("The pairs follow from the events and agreements: leave this empty."))
        if any(edition.is_bound and not edition.is_valid() for edition in self.editions):
            self.add_error(None, _("Something is wrong with the words: see the sentence above them."))
        return self.cleaned_data

    def address_from(self, typed: dict) -> Iterable[str]:
        return [edition.typed["headline"] for edition in self.editions if edition.language == EN and edition.is_valid()]

    def _propose_year(self) -> None:
        held = [event.held for event in self.cleaned_data.get("events") or []]
        if days := [day.earliest for day in held if day and day.earliest]:
            self.cleaned_data["year"] = min(days).year
        else:
            self.add_error("year", _("Give the year, or choose the event."))
