"""The audit log, what approvals let out, redirects, amendments, revisions, the generation of what readers can see."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Self

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class Verb(models.TextChoices):
    """Every deed there is, as the log names it."""

    SUBMIT = "submit", _("submitted")
    RETURN = "return", _("returned")
    ENDORSE = "endorse", _("approved as the first of two")
    APPROVE = "approve", _("approved")
    RESCHEDULE = "reschedule", _("rescheduled")
    CANCEL = "cancel", _("cancelled")
    WITHDRAW = "withdraw", _("withdrew")
    DISCARD = "discard", _("discarded")
    RELEASE = "release", _("released")
    RETRACT = "retract", _("took off the site")
    HIDE = "hide", _("hid")
    SHOW = "show", _("showed again")
    PROPOSE = "propose", _("proposed an amendment")
    AMEND = "amend", _("amended")
    DECLINE = "decline", _("declined an amendment")
    MERGE = "merge", _("merged")
    CLEAR = "clear", _("looked over")
    PREVIEW = "preview", _("opened a preview")
    REVOKE = "revoke", _("closed previews")
    SAVE = "save", _("saved")
    MOVE = "move", _("kept in step")


def pointing_q(records: Iterable, kind: str = "kind", key: str = "object_id") -> models.Q:
    """Return the Q of the rows whose generic foreign key, of these two columns, points to any of `records`."""
    keys = defaultdict(list)
    for record in records:
        keys[ContentType.objects.get_for_model(record)].append(record.pk)
    chosen = models.Q(pk__in=[])
    for of_kind, some in keys.items():
        chosen |= models.Q(**{kind: of_kind, f"{key}__in": some})
    return chosen


class LogEntryQuerySet(models.QuerySet):
    def on(self, records: Iterable) -> Self:
        """Return the log entries of any of these records, with their users."""
        return self.filter(pointing_q(records)).select_related("by")


class LogEntry(models.Model):
    """One deed as it was done: who, what, to which record, when and why. Rows are only ever added."""

    verb = models.CharField(_("deed"), max_length=20, choices=Verb.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="log_entries", verbose_name=_("by"), null=True
    )
    at = models.DateTimeField(_("at"), db_index=True)
    kind = models.ForeignKey(ContentType, models.PROTECT, related_name="+", verbose_name=_("kind of record"))
    object_id = models.PositiveBigIntegerField()
    record = GenericForeignKey("kind", "object_id")
    label = models.CharField(_("record"), max_length=300, help_text=_("What the record was called then."))
    note = models.TextField(_("note"), blank=True)
    alone = models.BooleanField(_("without a second pair of eyes"), default=False)
    wrote = models.BooleanField(
        _("wrote what readers are going to read"),
        default=True,
        editable=False,
        help_text=_("Not where only a place or a body that was missing was entered, nor of a story with words alone."),
    )
    cleared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=_("looked over by"),
        null=True,
    )
    cleared_at = models.DateTimeField(_("looked over at"), null=True)

    # While the deed's followers are called, not columns: what was approved, what followers changed besides, and whether
    # all this is a part of an amendment.
    amendment: "Amendment | None" = None
    moved: tuple = ()
    amending = False
    told: tuple = ()  # sentences for whoever did it, of what else came of it

    objects = LogEntryQuerySet.as_manager()

    class Meta:
        db_table = "publishing_act"  # named so before the model was renamed
        verbose_name = _("act")
        verbose_name_plural = _("log of acts")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["kind", "object_id"], name="publishing_acts_of_a_record")]
        permissions = [
            ("submit", _("Can submit words for approval")),
            ("approve", _("Can approve what somebody else wrote")),
            ("emergency", _("Can approve alone, with a reason")),
            ("release", _("Can release records to readers")),
            ("amend", _("Can propose amendments")),
            ("archive", _("Can approve for a moment in the past")),
            ("hide", _("Can hide a person's page and merge records")),
        ]

    def __str__(self) -> str:
        return f"{self.get_verb_display()}: {self.label}"


class LetOutQuerySet(models.QuerySet):
    def of(self, records: Iterable) -> Self:
        return self.filter(pointing_q(records))

    def by(self, approved: Iterable) -> Self:
        return self.filter(pointing_q(approved, "by_kind", "by_id"))


class LetOut(models.Model):
    """That an approval let out a record. As long as what was approved (`by`) is, it keeps the record public.

    `since` is the moment of the deed: no record is public from before the deed that showed it.
    """

    kind = models.ForeignKey(ContentType, models.PROTECT, related_name="+", verbose_name=_("kind of record"))
    object_id = models.PositiveBigIntegerField()
    record = GenericForeignKey("kind", "object_id")
    by_kind = models.ForeignKey(
        ContentType, models.PROTECT, related_name="+", verbose_name=_("kind of what let it out")
    )
    by_id = models.PositiveBigIntegerField()
    by = GenericForeignKey("by_kind", "by_id")
    since = models.DateTimeField(_("since"))

    objects = LetOutQuerySet.as_manager()

    class Meta:
        verbose_name = _("record let out")
        verbose_name_plural = _("records let out")
        default_permissions = ()
        indexes = [models.Index(fields=["by_kind", "by_id"], name="publishing_let_out_by")]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id", "by_kind", "by_id"],
                name="publishing_a_record_is_let_out_once_by_one",
                violation_error_message=_("This has let out the record already."),
            )
        ]

    def __str__(self) -> str:
        return str(self.record or self.object_id)


class Redirect(models.Model):
    """An address that a record once had. It leads to the record's present one, while that is public."""

    path = models.CharField(
        _("old address"),
        max_length=250,
        unique=True,
        help_text=_("Without the language, such as pairs/harbourton-rivermouth/."),
    )
    kind = models.ForeignKey(ContentType, models.CASCADE, verbose_name=_("kind of record"))
    object_id = models.PositiveBigIntegerField()
    record = GenericForeignKey("kind", "object_id")

    class Meta:
        verbose_name = _("redirect")
        verbose_name_plural = _("redirects")

    def __str__(self) -> str:
        return self.path


class Amendment(models.Model):
    """A change to what has been approved for readers: kept as a proposal until a second person approves it.

    `before` and `after` are snapshots of the record with its rows and links; decided amendments are its history.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        APPROVED = "approved", _("approved")
        DECLINED = "declined", _("declined")

    kind = models.ForeignKey(ContentType, models.PROTECT, verbose_name=_("kind of record"))
    object_id = models.PositiveBigIntegerField()
    record = GenericForeignKey("kind", "object_id")
    before = models.JSONField(_("before"))
    after = models.JSONField(_("after"))
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.WAITING)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="proposals", verbose_name=_("proposed by")
    )
    proposed_at = models.DateTimeField(_("proposed at"))
    reason = models.TextField(_("why"), blank=True, help_text=_("For the person who approves it."))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("decided by"), null=True
    )
    decided_at = models.DateTimeField(_("decided at"), null=True)
    public_note_zh = models.CharField(_("note for readers in Chinese"), max_length=500, blank=True)
    public_note_en = models.CharField(_("note for readers in English"), max_length=500, blank=True)
    minor = models.BooleanField(_("minor"), default=False, help_text=_("Readers need no note."))

    class Meta:
        verbose_name = _("amendment")
        verbose_name_plural = _("amendments")
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id"],
                condition=models.Q(state="waiting"),
                name="publishing_one_amendment_of_a_record_waits_at_a_time",
                violation_error_message=_("Another change of this record waits to be decided."),
            ),
            models.CheckConstraint(
                condition=models.Q(state="waiting", decided_at__isnull=True)
                | ~models.Q(state="waiting") & models.Q(decided_at__isnull=False),
                name="publishing_amendment_is_decided_once",
                violation_error_message=_("A proposal has a moment of decision once it is decided, and not before."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.record or self.object_id)


class RevisionQuerySet(models.QuerySet):
    def of(self, record: models.Model) -> Self:
        """Return the revisions of the record, the first one first."""
        return self.filter(pointing_q([record])).select_related("by").order_by("number")


class Revision(models.Model):
    """A record with its rows and links as one save of the desk left it. `by` is nobody for what stood there before.

    `begun` says which rows the save added: {identity that the form gave the row: [name of the rows, key]}.
    """

    kind = models.ForeignKey(ContentType, models.PROTECT, related_name="+", verbose_name=_("kind of record"))
    object_id = models.PositiveBigIntegerField()
    record = GenericForeignKey("kind", "object_id")
    number = models.PositiveIntegerField(_("number"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"), null=True)
    at = models.DateTimeField(_("at"))
    snapshot = models.JSONField(_("record"))
    begun = models.JSONField(default=dict)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id", "number"],
                name="publishing_revision_number_is_unique",
                violation_error_message=_("Another revision of this record has this number."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.record or self.object_id} ({self.number})"


class Generation(models.Model):
    """The one row that every deed and every save of the desk locks first (`deeds.hold`): they come one after the other.

    Its number grows with every deed. Not used yet: pages that are cached will be keyed by it.
    """

    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pk=1),
                name="publishing_there_is_one_generation",
                violation_error_message=_("There is one generation."),
            )
        ]

    def __str__(self) -> str:
        return str(self.number)
