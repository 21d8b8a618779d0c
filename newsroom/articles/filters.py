"""How the list of stories is narrowed: by pair, place, kind of event, field, year and section.

The choices are those that readers may know of at the moment of the page, loaded once before the form is drawn.
"""

from datetime import datetime

import django_filters
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from newsroom.articles.models import Article, Section, Version
from newsroom.cooperation.choices import includes
from newsroom.cooperation.models import Event, Field
from newsroom.places.models import Pair, Place

UNKNOWN = {"invalid_choice": _("There is no such choice; this filter was left out.")}


def choice(label, **options) -> django_filters.ChoiceFilter:
    return django_filters.ChoiceFilter(label=label, empty_label=_("All"), error_messages=UNKNOWN, **options)


class StoryFilters(django_filters.FilterSet):
    """The filters of the list of stories. A choice that is unknown is said and left out."""

    pair = choice(_("City pair"), method="of_pair")
    place = choice(_("Place"), method="of_place")
    kind = choice(_("Kind of event"), method="of_kind", choices=Event.Kind.choices)
    field = choice(_("Field"), method="of_field")
    year = choice(_("Year"), field_name="edition__article__year")
    section = choice(_("Section"), field_name="edition__article__section__slug")

    class Meta:
        model = Version
        fields = []

    def __init__(self, data, versions, *, at: datetime, language: str):
        super().__init__(data, versions)
        self.pairs = {pair.slug: pair for pair in Pair.objects.public(at).with_places()}
        self.places = {place.slug: place for place in Place.objects.public(at)}
        years = versions.order_by("-edition__article__year").values_list("edition__article__year", flat=True)
        self._offer("pair", ((slug, _between(pair, language)) for slug, pair in self.pairs.items()))
        self._offer("place", ((slug, place.name_in(language)) for slug, place in self.places.items()))
        self._offer("field", ((field.slug, field.name_in(language)) for field in Field.objects.all()), sort=False)
        self._offer("year", ((year, str(year)) for year in years.distinct()), sort=False)
        sections = Section.objects.all()
        self._offer("section", ((section.slug, section.name_in(language)) for section in sections), sort=False)

    def _offer(self, name: str, choices, *, sort: bool = True) -> None:
        choices = list(choices)
        self.filters[name].extra["choices"] = sorted(choices, key=lambda one: one[1]) if sort else choices

    def of_pair(self, versions, _name, slug):
        return versions.for_pair(self.pairs[slug])

    def of_place(self, versions, _name, slug):
        return versions.for_place(self.places[slug])

    def of_kind(self, versions, _name, kind):
        return versions.filter(_reports(includes("events__kinds", kind)))

    def of_field(self, versions, _name, slug):
        return versions.filter(_reports(agreements__fields__slug=slug))

    @property
    def question(self) -> dict:
        """What was asked and understood, for the addresses of the other pages."""
        self.form.full_clean()
        return {name: value for name, value in self.form.cleaned_data.items() if value}


def _reports(*conditions, **lookups) -> Exists:
    return Exists(Article.objects.filter(*conditions, **lookups, pk=OuterRef("edition__article")))


def _between(pair: Pair, language: str) -> str:
    return " – ".join(place.name_in(language) for place in pair.in_order())
