"""How the list of stories is narrowed: by pair, place, kind of event, field, year and section."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from newsroom.articles.models import Article, Section, Version
from newsroom.cooperation.choices import includes
from newsroom.cooperation.filters import ListFilters, Offered
from newsroom.cooperation.models import Event, Field
from newsroom.places.models import Pair, Place


class StoryFilters(ListFilters):
    """The filters of the list of stories."""

    pair = Offered(label=_("City pair"), method="of_pair")
    place = Offered(label=_("Place"), method="of_place")
    kind = Offered(label=_("Kind of event"), method="of_kind", choices=Event.Kind.choices)
    field = Offered(label=_("Field"), method="of_field")
    year = Offered(label=_("Year"), field_name="edition__article__year")
    section = Offered(label=_("Section"), field_name="edition__article__section__slug")

    class Meta:
        model = Version
        fields = []

    def offered(self):
        years = self.queryset.order_by("-edition__article__year").values_list("edition__article__year", flat=True)
        return {
            "pair": self.public_pairs(),
            "place": self.of_places(Place.objects.public(self.at)),
            "field": self.by_order(Field),
            "year": [(str(year), str(year)) for year in years.distinct()],
            "section": self.by_order(Section),
        }

    def by_order(self, model) -> list[tuple[str, str]]:
        """Return the rows of a list that the publisher keeps in an order of its own."""
        return [(row.slug, str(row.name_in(self.language))) for row in model.objects.all()]

    def of_pair(self, versions, _name, slug):
        return versions.for_pair(Pair.objects.get(slug=slug))

    def of_place(self, versions, _name, slug):
        return versions.for_place(Place.objects.get(slug=slug))

    def of_kind(self, versions, _name, kind):
        return versions.filter(_reports(includes("events__kinds", kind)))

    def of_field(self, versions, _name, slug):
        return versions.filter(_reports(agreements__fields__slug=slug))


def _reports(*conditions, **lookups) -> Exists:
    return Exists(Article.objects.filter(*conditions, **lookups, pk=OuterRef("edition__article")))
