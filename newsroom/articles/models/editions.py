"""Edition and Version models: a story in one language, and its revisions."""

import secrets
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsroom.articles.models.articles import Article
from newsroom.articles.queries import EditionQuerySet, VersionQuerySet
from newsroom.articles.states import State, in_work_q
from newsroom.publishing.interval import UNRELEASED, Interval


class Edition(models.Model):
    """The article in one language, published and withdrawn on its own."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="editions", verbose_name=_("story"))
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    first_public_from = models.DateTimeField(_("first published"), null=True, blank=True, editable=False, db_index=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)
    withdrawal_reason = models.TextField(_("public reason of the withdrawal"), blank=True, editable=False)
    headline_hidden = models.BooleanField(_("headline hidden"), default=False, editable=False)
    # Not used yet: the version of the other language that this edition was compared with.
    checked_against = models.ForeignKey(
        "Version",
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("checked against"),
    )

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        constraints = [
            models.UniqueConstraint(
                fields=["article", "language"],
                name="articles_edition_is_unique_in_its_language",
                violation_error_message=_("The story has an edition in this language already."),
            ),
            models.CheckConstraint(
                condition=Q(language__in=[code for code, _label in settings.LANGUAGES]),
                name="articles_edition_is_in_a_language_of_the_site",
                violation_error_message=_("The site does not speak this language."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article} ({self.get_language_display()})"


class Version(Interval):
    """The words of an edition at one time. Its interval is when they are public."""

    State = State

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="versions", verbose_name=_("edition"))
    number = models.PositiveIntegerField(_("number"), editable=False)
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.DRAFT, editable=False)
    headline = models.CharField(_("headline"), max_length=200)
    standfirst = models.CharField(
        _("standfirst"), max_length=400, blank=True, help_text=_("One or two sentences under the headline.")
    )
    body = models.TextField(_("body"), blank=True)
    byline = models.CharField(_("byline"), max_length=200, blank=True)
    change_note = models.CharField(
        _("change note"), max_length=500, blank=True, help_text=_("What was corrected, for readers.")
    )
    minor = models.BooleanField(_("minor"), default=False, help_text=_("A slip of the pen; readers need no note."))
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name=_("last changed by"),
    )
    changed_at = models.DateTimeField(_("last changed at"), editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
        verbose_name=_("submitted by"),
    )
    submitted_at = models.DateTimeField(_("submitted at"), null=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
        verbose_name=pgettext_lazy("words", "approved by"),
    )
    approved_at = models.DateTimeField(_("approved at"), null=True, editable=False)
    return_note = models.TextField(_("why it was returned"), blank=True, editable=False)
    revision = models.PositiveIntegerField(_("revision"), default=1, editable=False)

    objects = VersionQuerySet.as_manager()

    class Meta(Interval.Meta):
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        constraints = [
            *Interval.Meta.constraints,
            models.UniqueConstraint(
                fields=["edition", "number"],
                name="articles_version_number_is_unique",
                violation_error_message=_("Another version of this edition has this number."),
            ),
            models.CheckConstraint(
                condition=UNRELEASED | Q(state=State.APPROVED),
                name="articles_only_an_approved_version_is_public",
                violation_error_message=_("Only approved words are public."),
            ),
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True) | Q(approved_at__gte=F("submitted_at")),
                name="articles_version_is_submitted_before_it_is_approved",
                violation_error_message=_("Words are submitted before they are approved."),
            ),
            models.UniqueConstraint(
                fields=["edition"],
                condition=in_work_q(),
                name="articles_one_version_is_in_work_at_a_time",
                violation_error_message=_("Another version of this edition is in work."),
            ),
        ]

    def __str__(self) -> str:
        return self.headline

    @property
    def language(self) -> str:
        return self.edition.language

    @property
    def in_work(self) -> bool:
        return self.State(self.state).is_in_work

    @property
    def authors(self) -> set[int]:
        """Return the keys of the accounts that changed or submitted the words last, and so may not approve them."""
        return {key for key in (self.changed_by_id, self.submitted_by_id) if key}


def new_token() -> str:
    return secrets.token_urlsafe(24)


class PreviewLink(models.Model):
    """Secret link by which an outsider reads one version before it is public, as its words were when it was made.

    It expires, and can be revoked.
    """

    version = models.ForeignKey(Version, models.CASCADE, related_name="previews", verbose_name=_("version"))
    words = models.JSONField(_("words"), default=dict, editable=False)
    token = models.CharField(_("token"), max_length=40, unique=True, default=new_token, editable=False)
    expires_at = models.DateTimeField(_("expires at"))
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False, verbose_name=_("made by")
    )

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")

    def __str__(self) -> str:
        return str(self.version)

    def opens(self, at: datetime) -> bool:
        """Return whether the link works at `at`: not expired, not revoked, version not public yet, its maker here."""
        ended = self.revoked_at is not None or at >= self.expires_at or not self.created_by.is_active
        return not ended and not self.version.was_public(at)
