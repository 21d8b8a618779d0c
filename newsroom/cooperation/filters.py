"""The filters of the lists: what may be asked, offered from what readers can see.

A value that is not offered makes the whole question void: `answer()` is then the list without filters.
"""

from datetime import date, datetime

import django_filters
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from newsroom.cooperation.models import Agreement, Delegation, Field, Party, Sender
from newsroom.cooperation.status import Status, status_q
from newsroom.dates import overlapping
from newsroom.languages import fold
from newsroom.people.models import Institution
from newsroom.places.models import Pair, Place
from newsroom.places.namesakes import lying_between, lying_in
from newsroom.publishing.clock import day_of


class ListFilters(django_filters.FilterSet):
    """Filters of a public list, whose choices are what is public at a moment, named in one language."""

    def __init__(self, data, records, *, at: datetime, language: str):
        super().__init__(data, records)
        self.at, self.language = at, language
        for name, choices in self.offered().items():
            self.filters[name].extra["choices"] = choices

    def offered(self) -> dict[str, list[tuple[str, str]]]:
        """Return the choices of the filters that offer records."""
        raise NotImplementedError

    def answer(self):
        """Return the rows asked for; all of them where the question cannot be understood."""
        return self.qs if self.is_valid() else self.queryset

    def asked(self) -> dict[str, str]:
        """Return the parameters that narrow the list, as they stand in its address."""
        if not self.is_valid():
            return {}
        return {name: value for name, value in self.form.cleaned_data.items() if value}

    def said(self) -> list[str]:
        """Say what the list is narrowed to, in the words of the choices."""
        return [str(dict(self.form.fields[name].choices)[value]) for name, value in self.asked().items()]

    def by_name(self, records) -> list[tuple[str, str]]:
        return self._told_apart({record: record.name_in(self.language) for record in records}, {})

    def of_places(self, places) -> list[tuple[str, str]]:
        named = {place: place.name_in(self.language) for place in places}
        return self._told_apart(named, lying_in(named, self.language))

    def public_pairs(self) -> list[tuple[str, str]]:
        named = {}
        for pair in Pair.objects.public(self.at).with_places():
            home, partner = (place.name_in(self.language) for place in pair.in_order())
            named[pair] = _("%(home)s and %(partner)s") % {"home": home, "partner": partner}
        return self._told_apart(named, lying_between(named, self.language))

    def _told_apart(self, named: dict, notes: dict) -> list[tuple[str, str]]:
        """Return the choices by their names; a name that stands here twice says which of the two it is."""
        choices = []
        for record, name in named.items():
            note = notes.get(record.pk)
            choices.append(
                (record.slug, _("%(name)s (%(whole)s)") % {"name": name, "whole": note} if note else str(name))
            )
        return sorted(choices, key=lambda choice: fold(choice[1]))

    def years(self, days) -> list[tuple[str, str]]:
        return [(str(day.year), str(day.year)) for day in days]


class Offered(django_filters.ChoiceFilter):
    """One of the choices that the list offers."""

    def __init__(self, *args, **kwargs):
        # Django's own sentence would repeat what was asked.
        unknown = {"invalid_choice": _("There is no such choice: the whole list is shown.")}
        super().__init__(*args, **{"empty_label": _("all"), "choices": [], "error_messages": unknown, **kwargs})


class AgreementFilters(ListFilters):
    pair = Offered(label=_("City pair"), field_name="pairs__slug")
    place = Offered(label=_("Place"), method="of_place")
    party = Offered(label=_("Institution"), method="of_institution")
    field = Offered(label=_("Field"), field_name="fields__slug")
    kind = Offered(label=_("Kind"), choices=Agreement.Kind.choices)
    status = Offered(label=_("Status"), choices=Status.choices, method="with_status")
    year = Offered(label=_("Year"), method="in_year")

    class Meta:
        model = Agreement
        fields = []

    def offered(self):
        shown = Agreement.objects.public(self.at)
        parties = Party.objects.filter(agreement__in=shown)
        return {
            "pair": self.public_pairs(),
            "place": self.of_places(Place.objects.filter(pk__in=parties.values("place"))),
            "party": self.by_name(Institution.objects.filter(pk__in=parties.values("institution"))),
            "field": [(field.slug, str(field.name_in(self.language))) for field in Field.objects.all()],
            "year": self.years(shown.dates("signed_earliest", "year", order="DESC")),
        }

    def of_place(self, agreements, _name, slug):
        named = Party.objects.filter(agreement=OuterRef("pk"), place__slug=slug)
        return agreements.filter(Exists(named))

    def of_institution(self, agreements, _name, slug):
        named = Party.objects.filter(agreement=OuterRef("pk"), institution__slug=slug)
        return agreements.filter(Exists(named))

    def with_status(self, agreements, _name, status):
        return agreements.filter(status_q(status, day_of(self.at)))

    def in_year(self, agreements, _name, year):
        return agreements.filter(overlapping("signed", date(int(year), 1, 1), date(int(year), 12, 31)))


class DelegationFilters(ListFilters):
    place = Offered(label=_("Place"), method="from_or_to")
    kind = Offered(label=_("Kind"), choices=Delegation.Kind.choices)
    year = Offered(label=_("Year"), method="in_year")

    class Meta:
        model = Delegation
        fields = []

    def stops(self):
        """The stops that readers may see."""
        events = Delegation._meta.get_field("events").related_model.objects
        return events.public(self.at).begun_by(day_of(self.at)).filter(delegation__isnull=False)

    def offered(self):
        senders = Sender.objects.public(self.at)
        places = Q(pk__in=senders.values("place")) | Q(events__in=self.stops())
        return {
            "place": self.of_places(Place.objects.filter(places).distinct()),
            "year": self.years(self.stops().dates("held_earliest", "year", order="DESC")),
        }

    def from_or_to(self, delegations, _name, slug):
        sent = Sender.objects.filter(delegation=OuterRef("pk"), place__slug=slug)
        came = self.stops().filter(delegation=OuterRef("pk"), places__slug=slug)
        return delegations.filter(Exists(sent) | Exists(came))

    def in_year(self, delegations, _name, year):
        within = overlapping("held", date(int(year), 1, 1), date(int(year), 12, 31))
        return delegations.filter(Exists(self.stops().filter(within, delegation=OuterRef("pk"))))
