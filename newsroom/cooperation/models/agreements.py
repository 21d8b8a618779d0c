"""Models of agreements and the fields of cooperation."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext

from newsroom.cooperation.following import EXTENDING, AgreementState
from newsroom.cooperation.models.events import Event
from newsroom.cooperation.models.typed import InStep, Proposed
from newsroom.cooperation.proposals import plain_day
from newsroom.cooperation.queries import AgreementQuerySet
from newsroom.cooperation.status import MOMENTARY, Status, status_on
from newsroom.cooperation.terms import Reckoned, RunsField
from newsroom.dates import Day, DayField, LengthField, day_constraints
from newsroom.languages import (
    Named,
    StandIn,
    Words,
    columns,
    in_its_language,
    name_itself,
    original_language,
    other,
    pick,
)
from newsroom.places.models import Pair, Place
from newsroom.publishing.addresses import Addressed, Facts
from newsroom.publishing.release import Released


class Field(Named):
    """A field of cooperation, such as culture or ports and logistics."""

    slug = models.SlugField(_("address word"), max_length=60, unique=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta(Named.Meta):
        verbose_name = _("field of cooperation")
        verbose_name_plural = _("fields of cooperation")
        ordering = ["order", "slug"]


class Agreement(InStep, Released, Addressed):
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
        STATEMENT = "statement", _("Public statement")
        APPLICATION = "application", _("Application")
        ACCESSION = "accession", _("Accession")
        SECTOR = "sector", _("Cooperation agreement")
        OTHER = "other", _("Other text")

        @classmethod
        def tying(cls) -> list["Agreement.Kind"]:
            """Return the kinds that tie those who sign them: not those that only say something, nor other texts."""
            return [kind for kind in cls if kind not in (*MOMENTARY, cls.OTHER)]

    State = AgreementState
    Reckoned = Reckoned

    class Following(models.TextChoices):
        RENEWS = "renews", _("renews")
        REPLACES = "replaces", _("replaces")
        EXTENDS = EXTENDING, _("extends")
        AMENDS = "amends", _("amends")
        CARRIES_OUT = "carries-out", _("carries out")
        ENDS = "ends", _("ends")

    title_original = models.CharField(
        _("title in another language"),
        max_length=300,
        blank=True,
        default="",
        help_text=_("As the text itself has it, such as in German, in Japanese or in traditional characters."),
    )
    called_original = models.CharField(
        _("the source’s own term, in that language"), max_length=120, blank=True, default=""
    )
    original_language = original_language()
    title_gloss_zh = models.CharField(
        _("our translation of the title, in Chinese"), max_length=300, blank=True, default=""
    )
    title_gloss_en = models.CharField(
        _("our translation of the title, in English"), max_length=300, blank=True, default=""
    )
    called_gloss_zh = models.CharField(
        _("our translation of the term, in Chinese"), max_length=120, blank=True, default=""
    )
    called_gloss_en = models.CharField(
        _("our translation of the term, in English"), max_length=120, blank=True, default=""
    )
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
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.SIGNED)
    term = DayField(
        _("term"),
        blank=True,
        help_text=_("From and until, as far as stated, such as 2021/2025 or 2021/; or its length, such as 5 years."),
    )
    term_length = LengthField(
        _("length of the term"), help_text=_("As far as stated, such as 5 years or 18 months; its end is reckoned.")
    )
    term_reckoned = models.CharField(
        _("the length runs"), max_length=10, choices=Reckoned.choices, default=Reckoned.SIGNING
    )
    term_extendable = models.BooleanField(_("the term may be extended"), default=False)
    term_runs_on = models.BooleanField(_("the term runs on by itself unless ended"), default=False)
    term_minimum = models.BooleanField(_("the term is the least"), default=False)
    runs_from = RunsField("begin", verbose_name=_("runs from"))
    runs_until = RunsField("end", verbose_name=_("runs until"))
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
    proposed = (Proposed.SIGNED, Proposed.SIGNED_IN, Proposed.PAIRS)
    objects = AgreementQuerySet.as_manager()

    class Meta(Released.Meta):
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        indexes = [
            models.Index(fields=["runs_from"], name="cooperation_agreements_begin"),
            models.Index(fields=["following"], name="cooperation_agreements_follow"),
        ]
        constraints = [
            *Released.Meta.constraints,
            *day_constraints("signed"),
            *day_constraints("term"),
            models.CheckConstraint(
                condition=~Q(title_zh="", title_en="", title_original=""),
                name="cooperation_agreement_has_a_title",
                violation_error_message=_("A title in at least one language is needed."),
            ),
            models.CheckConstraint(
                condition=Q(title_original="", called_original="", original_language="")
                | ~Q(title_original="", called_original="") & ~Q(original_language=""),
                name="cooperation_agreement_says_in_which_language",
                violation_error_message=_("Say in which other language the words are, or leave both empty."),
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
        return self.title_zh or self.title_en or self.title_original

    @classmethod
    def address_from(cls, facts: Facts) -> Iterable[str]:
        """Return its English title, else its day, parties and kind, its pair and kind, or its day and kind."""
        day, kind = plain_day(facts.get("signed")), facts.get("kind")
        bodies = [party.body.slug for party in facts.get("parties") if party.body]
        of_parties = " ".join([day, *bodies[:3], kind]) if bodies else ""
        of_pair = next((f"{pair.slug} {kind}" for pair in facts.get("pairs")), "")
        return [facts.get("title_en"), of_parties, of_pair, f"{day} {kind}"]

    def clean(self) -> None:
        for link, sentence in (
            ("follows", _("These agreements would follow one another in a circle.")),
            ("part_of", _("These agreements would be part of one another in a circle.")),
        ):
            target = getattr(self, link)
            if self.pk and target and Agreement.objects.leads_back(link, target, self):
                raise ValidationError({link: sentence})

    def name_in(self, language: str) -> Words:
        """Return the title for a page in `language`, else its kind, which stands in for a title in another one."""
        if title := in_its_language(self.title_zh, self.title_en, language):
            return title
        title = in_its_language(self.title_zh, self.title_en, other(language)) or self.original("title")
        with override(language):
            kind = pgettext("heading", "Text") if self.kind == self.Kind.OTHER else str(self.get_kind_display())
        return StandIn(kind, language, title or Words("", language))

    def status_on(self, day: date) -> Status | None:
        """Return the status on `day`, None for a text that has none; it must be loaded `with_status` of that day."""
        return status_on(self, day)

    def last_signing(self, signed: Day | None) -> Day | None:
        """Return the last day on which a party signed; of a party without a day of its own it is `signed`."""
        parties = list(self.parties.all())
        days = [party.signed for party in parties if party.signed]
        if signed and len(days) < max(1, len(parties)):
            days.append(signed)
        return max(days, key=lambda day: (day.latest or day.earliest, day.half), default=None)

    def twin_name_in(self, language: str) -> Words | None:
        """Return the title to stand beside the one in `language`: in the other language, or the only one there is."""
        if in_its_language(self.title_zh, self.title_en, language):
            return in_its_language(self.title_zh, self.title_en, other(language))
        return name_itself(self.name_in(language))

    def called_in(self, language: str) -> Words | None:
        return pick(self.called_zh, self.called_en, language)

    def original(self, of: str) -> Words | None:
        """Return the "title" or the term ("called") in the other language, None if there is none."""
        text = getattr(self, f"{of}_original")
        return Words(text, self.original_language) if text else None

    def gloss(self, of: str, language: str) -> Words | None:
        """Return our own translation of the "title" or the term ("called") into `language`, None if there is none."""
        text = getattr(self, columns(f"{of}_gloss", language))
        return Words(text, language) if text else None
