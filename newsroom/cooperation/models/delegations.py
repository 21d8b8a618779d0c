"""Models of delegations and their senders."""

from collections.abc import Iterable

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from newsroom.cooperation.part_queries import SenderQuerySet
from newsroom.cooperation.proposals import plain_day
from newsroom.cooperation.queries import DelegationQuerySet
from newsroom.cooperation.wording import delegation_name
from newsroom.dates import DayField, day_constraints
from newsroom.languages import NameColumns, StandIn, Words, in_its_language
from newsroom.people.models import Institution
from newsroom.places.models import Place
from newsroom.publishing.addresses import Addressed, Facts
from newsroom.publishing.naming import Nameable


class Delegation(NameColumns, Nameable, Addressed):
    """A group of people who travel together. Its stops are its events, see `Stop`."""

    class Kind(models.TextChoices):
        GOVERNMENT = "government", _("Government delegation")
        PARTY_GOVERNMENT = "party-government", _("Party and government delegation")
        PARTY = "party", _("Party delegation")
        CONGRESS = "congress", _("People’s congress delegation")
        CPPCC = "cppcc", _("CPPCC delegation")
        COUNCIL = "council", _("Delegation of councillors")
        DIPLOMATIC = "diplomatic", _("Diplomats")
        BUSINESS = "business", _("Business delegation")
        EDUCATION = "education", _("Education delegation")
        CULTURE = "culture", _("Cultural delegation")
        FRIENDSHIP = "friendship", _("Friendship delegation")
        MEDIA = "media", _("Media delegation")
        OTHER = "other", _("Delegation")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.GOVERNMENT)
    size = models.PositiveIntegerField(
        _("size"), null=True, blank=True, help_text=_("How many people, as stated; leave empty if it is not.")
    )
    days = DayField(
        _("days of the journey"),
        blank=True,
        help_text=_("The whole journey, if stated, such as 2016-11-02/2016-11-06."),
    )
    slug = models.SlugField(_("address word"), max_length=150, unique=True)

    view_name = "delegation"
    objects = DelegationQuerySet.as_manager()

    class Meta:
        verbose_name = _("delegation")
        verbose_name_plural = _("delegations")
        constraints = [*day_constraints("days")]

    def __str__(self) -> str:
        return self.own_name() or self.slug

    @classmethod
    def address_from(cls, facts: Facts) -> Iterable[str]:
        """Return its name, else its days and its first sender, or its kind where no sender is known."""
        senders = (sender.place or sender.institution for sender in facts.get("senders"))
        whose = next((sender.slug for sender in senders if sender), facts.get("kind"))
        return [*super().address_from(facts), f"{plain_day(facts.get('days'))} {whose} delegation"]

    def name_in(self, language: str) -> Words:
        """Return its own name, else one made from its kind and its senders (load them by `.with_names()`)."""
        if own := in_its_language(self.name_zh, self.name_en, language):
            return own
        with override(language):
            made = delegation_name(str(self.get_kind_display()), self.senders_in(language))
        original = self.own_name_in(language)
        return StandIn(made, language, original) if original else Words(made, language)

    def itinerary(self) -> list:
        """Return the events of its stops (load them, in the order of the journey, by `.with_stops()`)."""
        return [stop.event for stop in self.stops.all()]

    def is_of(self, places: set[Place]) -> bool:
        """Return whether all its senders, if any is known, are at home in these places."""
        senders = list(self.senders.all())
        return bool(senders) and all(sender.is_at_home_in(places) for sender in senders)

    def senders_in(self, language: str) -> list[Words]:
        return [sender.name_in(language) for sender in self.senders.all()]


class Sender(models.Model):
    """A place or an institution that sent a delegation."""

    delegation = models.ForeignKey(Delegation, models.CASCADE, related_name="senders", verbose_name=_("delegation"))
    place = models.ForeignKey(
        Place, models.PROTECT, related_name="sent", verbose_name=_("place"), null=True, blank=True
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="sent", verbose_name=_("institution"), null=True, blank=True
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = SenderQuerySet.as_manager()

    class Meta:
        verbose_name = _("sender")
        verbose_name_plural = _("senders")
        ordering = ["order", "pk"]
        # Answers "did this place send this delegation?" fast even if the place sent thousands.
        indexes = [models.Index(fields=["delegation", "place"], name="cooperation_senders")]
        constraints = [
            models.CheckConstraint(
                condition=Q(place__isnull=True) ^ Q(institution__isnull=True),
                name="cooperation_sender_is_a_place_or_an_institution",
                violation_error_message=_("A sender is a place or an institution: choose one of the two."),
            )
        ]

    def __str__(self) -> str:
        return str(self.place or self.institution)

    def is_at_home_in(self, places: set[Place]) -> bool:
        """Return whether it is one of these places, or a part or a body of one."""
        keys = {place.pk for place in places}
        return bool(keys & ({self.place_id, self.place.parent_id} if self.place else {self.institution.place_id}))

    def name_in(self, language: str) -> Words | None:
        """Return the place's name, or the institution's short name if it has one."""
        return self.place.full_in(language) if self.place else self.institution.short_in(language)
