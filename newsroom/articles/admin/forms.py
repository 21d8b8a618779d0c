"""The story's admin form: the article's fields and both editions' words, validated together."""

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
        if "year" in self.fields and self.instance.pk:
            self.show_proposal("year", self.instance.year_of(self.instance.events.all()))
        self.editions = [
            WordsForm(data, article=self.instance, language=language, conflicts=self.conflicts)
            for language in LANGUAGES
        ]

    @property
    def media(self) -> Any:
        return sum((edition.media for edition in self.editions), start=super().media)

    def is_valid(self) -> bool:
        words = [edition.is_valid() for edition in self.editions if edition.is_bound]
        return super().is_valid() and all(words)

    def clean(self) -> Any:
        super().clean()
        if "year" in self.fields and "year" not in self.errors:
            self._settle_year()
        reports = self.cleaned_data.get("events") or self.cleaned_data.get("agreements")
        if self.cleaned_data.get("pairs") and reports:
            self.add_error("pairs", _("The pairs follow from the events and agreements: leave this empty."))
        if any(edition.is_bound and not edition.is_valid() for edition in self.editions):
            self.add_error(None, _("Something is wrong with the words: see the sentence above them."))
        return self.cleaned_data

    def typed_words(self) -> dict:
        headlines = [one.typed["headline"] for one in self.editions if one.language == EN and one.is_valid()]
        return {"headline_en": headlines[0]} if headlines else {}

    def _settle_year(self) -> None:
        """Say whether the year is a person's, and propose one where it was left empty."""
        year, proposal = self.cleaned_data.get("year"), Article.year_of(self.cleaned_data.get("events") or [])
        if not year or self.instance.pk is None or "year" in self.changed_data:
            self.instance.year_proposed = bool(proposal) and year in (None, proposal)
        if not year and proposal:
            self.cleaned_data["year"] = proposal
        elif not year:
            self.add_error("year", _("Give the year, or choose the event."))
