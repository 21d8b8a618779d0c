"""Models of events and the sites visited."""

from collections.abc import Iterable
from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext, pgettext_lazy

from newsroom.cooperation.choices import ChoicesField
from newsroom.cooperation.models.delegations import Delegation
from newsroom.cooperation.models.typed import InStep, Proposed
from newsroom.cooperation.part_queries import VisitedQuerySet
from newsroom.cooperation.proposals import plain_day
from newsroom.cooperation.queries import EventQuerySet
from newsroom.cooperation.wording import greeting_name, occasion_name, received_name, signing_name, visit_name
from newsroom.dates import DayField, day_constraints
from newsroom.languages import NameColumns, StandIn, Words, in_its_language, pick
from newsroom.people.models import Institution
from newsroom.places.models import Pair, Place
from newsroom.publishing import clock
from newsroom.publishing.addresses import Addressed, Facts
from newsroom.publishing.release import Released


class Event(InStep, NameColumns, Released, Addressed):
    """One occasion, or one stop of delegations: when, where, of what kind, and which pairs it concerns.

    A visit is an event with a delegation (a `Stop`), and no kind.
    """

    class Kind(models.TextChoices):
        """The kinds in order of precedence: of several, names and kickers tell all, the first of these first."""

        ANNIVERSARY = "anniversary", _("Anniversary")
        FORUM = "forum", _("Forum")
        OPENING = "opening", _("Opening")
        EXHIBITION = "exhibition", _("Exhibition")
        TRADE = "trade", _("Trade promotion")
        PERFORMANCE = "performance", _("Performance")
        MEETING = "meeting", _("Meeting")
        SIGNING = "signing", pgettext_lazy("an event", "Signing")
        HONOUR = "honour", _("Conferral of an honour")
        GREETING = "greeting", _("Exchange of greetings")
        DECISION = "decision", _("Decision")

        @classmethod
        def of(cls, *events: "Event") -> list["Event.Kind"]:
            """Return the kinds of these events, each once, in order of precedence."""
            return [kind for kind in cls if any(kind in event.kinds for event in events)]

        @property
        def is_held(self) -> bool:
            """Return whether Chinese says that it is held (举行), and not done."""
            return self not in (self.SIGNING, self.HONOUR, self.GREETING, self.DECISION)

        @property
        def in_a_name(self) -> str:
            return pgettext("in a name", "Decision") if self == self.DECISION else str(self.label)

    class Mode(models.TextChoices):
        IN_PERSON = "in-person", _("in person")
        ONLINE = "online", _("online")
        HYBRID = "hybrid", _("in person and online")
        APART = "apart", _("apart, by letter or message")

    class State(models.TextChoices):
        ANNOUNCED = "announced", _("announced")
        TOOK_PLACE = "took-place", _("took place")
        CALLED_OFF = "called-off", _("called off")

    held = DayField(
        _("day"), blank=True, help_text=_("Such as 2019-08-18, 18 August 2019, 2019年8月18日下午, or 2019-08.")
    )
    places = models.ManyToManyField(Place, verbose_name=_("places"), related_name="events", blank=True)
    venue_zh = models.CharField(_("venue in Chinese"), max_length=200, blank=True)
    venue_en = models.CharField(_("venue in English"), max_length=200, blank=True)
    kinds = ChoicesField(_("kinds"), max_length=200, choices=Kind.choices, blank=True, default="")
    mode = models.CharField(_("mode"), max_length=20, choices=Mode.choices, default=Mode.IN_PERSON)
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.TOOK_PLACE)
    pairs = models.ManyToManyField(
        Pair,
        verbose_name=_("pairs"),
        related_name="events",
        blank=True,
        help_text=_(
            "Left empty, they are proposed from the places, the senders, those for whom people stood, "
            "and the agreements’ parties."
        ),
    )
    delegations = models.ManyToManyField(
        Delegation, through="Stop", verbose_name=_("delegations received"), related_name="events"
    )
    slug = models.SlugField(
        _("address word"), max_length=150, unique=True, help_text=_("Such as 2030-05-04-harbourton-meeting.")
    )

    view_name = "event"
    proposed = (Proposed.PAIRS,)
    held_back = _("a stop ahead")
    objects = EventQuerySet.as_manager()

    class Meta(Released.Meta):
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [*Released.Meta.constraints, *day_constraints("held")]

    def __str__(self) -> str:
        return self.own_name() or self.slug

    @classmethod
    def address_from(cls, facts: Facts) -> Iterable[str]:
        """Return its day, its place and what it was: of an event without a kind that received somebody, a visit."""
        kinds = [kind for kind in cls.Kind.values if kind in facts.get("kinds")] or ["visit"] * bool(facts.get("stops"))
        places = [place.slug for place in facts.get("places")]
        return [" ".join([plain_day(facts.get("held")), *places[:1], *kinds[:1]]), *super().address_from(facts)]

    def not_before(self) -> datetime | None:
        """Return the moment until which a stop is hidden, so that no itinerary of leaders leaks; `NEVER` for always.

        A stop that was only announced may still be ahead on the last day that its date may mean, and is ahead for ever
        if its day is not known; `EventQuerySet.begun_by` is the same rule for querysets.
        """
        return self.ahead_until() if self.pk and self.stops.exists() else None

    def ahead_until(self) -> datetime | None:
        """Return the moment until which the event may be ahead; None if it is not, `NEVER` if that is not known."""
        if self.state != self.State.ANNOUNCED:
            return clock.start_of(self.held_earliest) if self.held_earliest else None
        last = self.held_latest or self.held_earliest
        return clock.start_of(last) if last else clock.NEVER

    def received(self) -> list[Delegation]:
        """Return the delegations that came, in the order of entry (load them by `.with_names()`)."""
        return [stop.delegation for stop in self.stops.all()]

    def name_in(self, language: str) -> Words:
        """Return its own name, else one made from its other facts (load them by `.with_names()`)."""
        if own := in_its_language(self.name_zh, self.name_en, language):
            return own
        with override(language):
            made = self._made_name(language)
        original = self.own_name_in(language)
        return StandIn(made, language, original) if original else Words(made, language)

    def _made_name(self, language: str) -> str:
        places = [place.full_in(language) for place in self.places.all()]
        kinds, received = self.Kind.of(self), self.received()
        if came := self.visiting():
            return visit_name(_senders(came, language), places, several=len(came) > 1)
        if received and not kinds:
            return received_name(_senders(received, language), places, several=len(received) > 1)
        online, apart = self.mode == self.Mode.ONLINE, self.mode == self.Mode.APART
        if kinds == [self.Kind.SIGNING] and places and not (online or apart):
            return signing_name(places)
        if kinds == [self.Kind.GREETING] and len(places) > 1:
            return greeting_name(places)
        held, done = ([kind.in_a_name for kind in kinds if kind.is_held is so] for so in (True, False))
        return occasion_name(held, done, places, online=online, apart=apart)

    def is_visit(self) -> bool:
        """Return whether a delegation came from elsewhere, as far as known (load the event by `.with_names()`)."""
        return bool(self.visiting())

    def visiting(self) -> list[Delegation]:
        """Return the delegations that came from elsewhere, as far as known (load the event by `.with_names()`)."""
        there = set(self.places.all())
        return [one for one in self.received() if not (there and one.is_of(there))]

    def venue_in(self, language: str) -> Words | None:
        return pick(self.venue_zh, self.venue_en, language)


def _senders(delegations: list[Delegation], language: str) -> list[str]:
    """Return the names of all their senders, each once."""
    return list(dict.fromkeys(sender for one in delegations for sender in one.senders_in(language)))


class Visited(models.Model):
    """A site visited, in order: an institution, or plain words."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="visited", verbose_name=_("event"))
    institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        related_name="visits",
        verbose_name=_("institution"),
        null=True,
        blank=True,
    )
    words_zh = models.CharField(_("words in Chinese"), max_length=200, blank=True)
    words_en = models.CharField(_("words in English"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = VisitedQuerySet.as_manager()

    class Meta:
        verbose_name = _("site visited")
        verbose_name_plural = _("sites visited")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(institution__isnull=False, words_zh="", words_en="")
                | Q(institution__isnull=True) & ~Q(words_zh="", words_en=""),
                name="cooperation_site_is_an_institution_or_words",
                violation_error_message=_("A site is an institution or words: one of the two."),
            )
        ]

    def __str__(self) -> str:
        return str(self.institution or self.words_zh or self.words_en)

    def name_in(self, language: str) -> Words | None:
        return self.institution.name_in(language) if self.institution else pick(self.words_zh, self.words_en, language)
