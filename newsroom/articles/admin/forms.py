"""The story's form: the article's own facts and the words of both editions, valid or refused together."""

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from newsroom.articles.admin.words import WordsForm
from newsroom.articles.models import Article
from newsroom.languages import EN, LANGUAGES
from newsroom.publishing.forms import SoundForm


class StoryForm(SoundForm):
    """Year and address word are proposed where they are left empty: from the event and the English headline."""

    year = forms.IntegerField(
        label=_("Year"),
        required=False,
        min_value=1900,
        max_value=2100,
        help_text=_("The year in the address, such as 2019. Left empty, it is the year of the first event."),
    )
    slug = forms.SlugField(
        label=_("Address word"),
        required=False,
        max_length=120,
        help_text=_("Latin, such as ningbo-ganzhou-framework-agreement. Left empty, it is the English headline."),
    )

    class Meta:
        model = Article
        fields = ("section", "original", "year", "slug", "events", "agreements", "pairs")

    def __init__(self, data=None, files=None, **facts):
        super().__init__(data, files, **facts)
        self.editions = [WordsForm(data, article=self.instance, language=language) for language in LANGUAGES]

    def is_valid(self) -> bool:
        words = [edition.is_valid() for edition in self.editions if edition.is_bound]
        return super().is_valid() and all(words)

    def clean(self):
        cleaned = super().clean()
        if "year" in self.fields and not cleaned.get("year") and "year" not in self.errors:
            self._propose("year", self._year_of_the_event(), _("Give the year, or choose the event."))
        if "slug" in self.fields and not cleaned.get("slug") and "slug" not in self.errors:
            self._propose("slug", self._word_of_the_headline(), _("Give the address word in Latin letters."))
        if any(edition.is_bound and not edition.is_valid() for edition in self.editions):
            self.add_error(None, _("Something is wrong with the words: see the sentence above them."))
        return cleaned

    def _propose(self, name: str, value, otherwise: str) -> None:
        if value:
            self.cleaned_data[name] = value
        else:
            self.add_error(name, otherwise)

    def _year_of_the_event(self) -> int | None:
        days = [event.held.earliest for event in self.cleaned_data.get("events") or [] if event.held]
        return min(days).year if days else None

    def _word_of_the_headline(self) -> str:
        english = next(edition for edition in self.editions if edition.language == EN)
        headline = english.typed["headline"] if english.is_bound and english.is_valid() else ""
        return slugify(headline)[:120].strip("-")
