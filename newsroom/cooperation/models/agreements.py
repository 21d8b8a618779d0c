"""Models of agreements, their parties and the fields of cooperation."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from newsroom.cooperation.models.events import Event
from newsroom.cooperation.part_queries import PartyQuerySet
from newsroom.cooperation.queries import AgreementQuerySet
from newsroom.cooperation.status import AgreementState, Status, status_on
from newsroom.dates import DayField, day_constraints
from newsroom.languages import Named, Words, other, pick
from newsroom.people.models import Institution, Person
from newsroom.places.models import Pair, Place
from newsroom.publishing.addresses import Addressed
from newsroom.publishing.release import Released


class Field(Named):
    """A field of cooperation, such as culture or ports and logistics."""

    slug = models.SlugField(_("address word"), max_length=60, unique=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta(Named.Meta):
        verbose_name = _("field of cooperation")
        verbose_name_plural = _("fields of cooperation")
        ordering = ["order", "slug"]


class Agreement(Released, Addressed):
    """A text that parties signed, or mean to sign. Whether it is in force is computed from its term, on the day."""

    class Kind(models.TextChoices):
        FRAMEWORK = "framework", _("Framework agreement")
        MEMORANDUM = "memorandum", _("Memorandum of understanding")
        INTENT = "intent", _("Letter of intent")
        MINUTES = "minutes", _("Minutes of talks")
        EXCHANGE = "friendly-exchange", _("Friendly exchange agreement")
        COOPERATION = "friendly-cooperation", _("Friendly cooperation agreement")
        SISTER_CITY = "sister-city", _("Sister city agreement")
        PLAN = "plan", _("Action plan")
        CONTRACT = "contract", _("Contract")
        DECLARATION = "declaration", _("Declaration")
        NOTICE = "notice", _("Notice")
        STATEMENT = "statement", _("Statement")
        SECTOR = "sector", _("Cooperation agreement")
        OTHER = "other", _("Other text")

    # Kinds of which a party is not tied to the others.
    TIES_NOBODY = (Kind.INTENT, Kind.MINUTES, Kind.DECLARATION, Kind.NOTICE, Kind.STATEMENT)

    State = AgreementState

    class Following(models.TextChoices):
        RENEWS = "renews", _("renews")
        REPLACES = "replaces", _("replaces")
        CARRIES_OUT = "carries-out", _("carries out")
        ENDS = "ends", _("ends")

    title_zh = models.CharField(_("title in Chinese"), max_length=300, blank=True)
    title_en = models.CharField(_("title in English"), max_length=300, blank=True)
    called_zh = models.CharField(_("the source's own term, in Chinese"), max_length=120, blank=True)
    called_en = models.CharField(
        _("the source's own term, in English"),
        max_length=120,
        blank=True,
        help_text=_("Such as five-year plan."),
    )
    kind = models.CharField(_("kind"), max_length=30, choices=Kind.choices, default=Kind.OTHER)
    event = models.ForeignKey(
        Event, models.PROTECT, verbose_name=_("signed at"), related_name="agreements", null=True, blank=True
    )
    signed = DayField(_("signed on"), blank=True)
    signed_in = models.ForeignKey(
        Place, models.PROTECT, verbose_name=_("signed in"), related_name="signings", null=True, blank=True
    )
    approved = DayField(_("approved on"), blank=True, remarks=False)
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.SIGNED)
    term = DayField(_("term"), blank=True, help_text=_("From and until, as far as stated, such as 2021/2025 or 2021/."))
    fields = models.ManyToManyField(Field, verbose_name=_("fields"), related_name="agreements", blank=True)
    pairs = models.ManyToManyField(Pair, verbose_name=_("pairs"), related_name="agreements", blank=True)
    follows = models.ForeignKey(
        "self", models.PROTECT, verbose_name=_("follows"), related_name="followed_by", null=True, blank=True
    )
    following = models.CharField(_("how it follows"), max_length=20, choices=Following.choices, blank=True)
    part_of = models.ForeignKey(
        "self", models.PROTECT, verbose_name=_("part of"), related_name="parts", null=True, blank=True
    )
    count = models.PositiveIntegerField(
        _("how many"),
        null=True,
        blank=True,
        help_text=_("For a bundle known by a count, such as 22; its named members are part of it."),
    )
    slug = models.SlugField(_("address word"), max_length=150, unique=True)

    view_name = "agreement"
    objects = AgreementQuerySet.as_manager()

    class Meta(Released.Meta):
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        indexes = [models.Index(fields=["term_earliest"], name="cooperation_agreements_begin")]
        constraints = [
            *Released.Meta.constraints,
            *day_constraints("signed"),
            *day_constraints("approved"),
            *day_constraints("term"),
            models.CheckConstraint(
                condition=~Q(title_zh="", title_en=""),
                name="cooperation_agreement_has_a_title",
                violation_error_message=_("A title in at least one of the two languages is needed."),
            ),
            models.CheckConstraint(
                condition=~Q(follows=F("pk")),
                name="cooperation_agreement_does_not_follow_itself",
                violation_error_message=_("An agreement does not follow itself."),
            ),
            models.CheckConstraint(
                condition=~Q(part_of=F("pk")),
                name="cooperation_agreement_is_not_part_of_itself",
                violation_error_message=_("An agreement is not part of itself."),
            ),
            models.CheckConstraint(
                condition=Q(follows__isnull=True, following="") | Q(follows__isnull=False) & ~Q(following=""),
                name="cooperation_agreement_says_how_it_follows",
                violation_error_message=_("Say which agreement this one follows, and how."),
            ),
        ]

    def __str__(self) -> str:
        return self.title_zh or self.title_en

    def clean(self) -> None:
        for link, sentence in (
            ("follows", _("These agreements would follow one another in a circle.")),
            ("part_of", _("These agreements would be part of one another in a circle.")),
        ):
            target = getattr(self, link)
            if self.pk and target and Agreement.objects.leads_back(link, target, self):
                raise ValidationError({link: sentence})

    def name_in(self, language: str) -> Words | None:
        return pick(self.title_zh, self.title_en, language)

    def status_on(self, day: date) -> Status:
        return status_on(self, day)

    def twin_name_in(self, language: str) -> Words | None:
        """Return the title in the other language, printed beside the first one; None if there is none."""
        twin = self.name_in(other(language))
        return None if twin == self.name_in(language) else twin

    def called_in(self, language: str) -> Words | None:
        return pick(self.called_zh, self.called_en, language)


class Party(models.Model):
    """A party: a place (its government), an institution, or the source's words. Signatures are stored only here."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="parties", verbose_name=_("agreement"))
    place = models.ForeignKey(
        Place, models.PROTECT, related_name="parties", verbose_name=_("place"), null=True, blank=True
    )
    institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        related_name="parties",
        verbose_name=_("institution"),
        null=True,
        blank=True,
    )
    words_zh = models.CharField(_("words in Chinese"), max_length=200, blank=True)
    words_en = models.CharField(
        _("words in English"),
        max_length=200,
        blank=True,
        help_text=_("The source's words, such as CEE cities."),
    )
    signatory = models.ForeignKey(
        Person, models.PROTECT, related_name="signatures", verbose_name=_("signed by"), null=True, blank=True
    )
    signed_as_zh = models.CharField(_("signed as, in Chinese"), max_length=300, blank=True)
    signed_as_en = models.CharField(
        _("signed as, in English"),
        max_length=300,
        blank=True,
        help_text=_("Such as Deputy Mayor, for the Mayor."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = PartyQuerySet.as_manager()

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(place__isnull=False, institution__isnull=True, words_zh="", words_en="")
                | Q(place__isnull=True, institution__isnull=False, words_zh="", words_en="")
                | Q(place__isnull=True, institution__isnull=True) & ~Q(words_zh="", words_en=""),
                name="cooperation_party_is_one_of_place_institution_words",
                violation_error_message=_("A party is one of three: a place, an institution, or words."),
            )
        ]

    def __str__(self) -> str:
        return str(self.place or self.institution or self.words_zh or self.words_en)

    @property
    def body(self) -> Any:
        """Return the place or institution of this party, or None if only words are known."""
        return self.place or self.institution

    def name_in(self, language: str) -> Words | None:
        return self.body.name_in(language) if self.body else pick(self.words_zh, self.words_en, language)

    def signed_as_in(self, language: str) -> Words | None:
        return pick(self.signed_as_zh, self.signed_as_en, language)
