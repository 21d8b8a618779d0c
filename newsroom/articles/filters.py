"""Filters of the story list: pair, place, kind of event, field, year and section."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from newsroom.articles.index import STORIES
from newsroom.articles.models import Article, Edition, Section, Version
from newsroom.cooperation.filters import ByPair, by_order, by_place
from newsroom.cooperation.models import Event, Field
from newsroom.lists.filtering import InYear, ListFilters, Offered


class StoryFilters(ListFilters):
    """Filters of the story list in one language; its entries are editions."""

    place = by_place()
    pair = ByPair()
    kind = Offered(label=_("Kind of event"), choices=Event.Kind.choices)
    field = Offered(label=_("Field"), choices=by_order(Field))
    section = Offered(label=_("Section"), choices=by_order(Section))
    year = InYear(label=_("Year"))

    @property
    def index(self) -> Any:
        return STORIES[self.language]

    def shown(self, entries: Any, _asked: Any) -> QuerySet:
        return entries.filter(Exists(Version.objects.public(self.at).filter(edition=OuterRef("object_id"))))

    def years(self) -> tuple:
        told = Article.objects.filter(Exists(self._editions().filter(article=OuterRef("pk"))))
        ends = [told.order_by(order).values_list("year", flat=True).first() for order in ("year", "-year")]
        return tuple(ends) if all(ends) else (1, 0)

    def _editions(self) -> Any:
        return Edition.objects.public(self.at).in_language(self.language)
