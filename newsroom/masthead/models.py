"""The office's own choices, one row that the publisher edits in the desk."""

import hashlib
import zoneinfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext, override, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from newsroom.languages import Words, columns, pick
from newsroom.masthead.accent import readable_on_dark, readable_on_light


def known_zone(name: str) -> None:
    """Validator: the name of a time zone that this machine knows."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(
            _("There is no time zone %(name)s: give one such as Asia/Shanghai or Europe/Berlin."),
            params={"name": name},
        )


LOGO_BOX = (220, 44)  # pixels of the page: no wider and no higher than this


class SiteSettings(models.Model):
    """Name, home place, clock, colours, approvals, name order and footer of one installation."""

    class NameOrder(models.TextChoices):
        PLAIN = "plain", _("Wang Xiaoming")
        CAPITALS = "capitals", _("WANG Xiaoming")

    class Regions(models.TextChoices):
        MAINLAND = "mainland", _("under China, such as “Hong Kong, China”")
        ISO = "iso", _("as regions of their own, such as “Hong Kong”")

    name_zh = models.CharField(_("name in Chinese"), max_length=120, blank=True)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    home = models.SlugField(
        _("home place"),
        max_length=120,
        blank=True,
        help_text=_("The address word of the home city, such as beijing."),
    )
    first_language = models.CharField(
        _("first language"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=60,
        default="Asia/Shanghai",
        validators=[known_zone],
        help_text=_("The clock of the whole site, and whose day is today: such as Asia/Shanghai or Europe/Berlin."),
    )
    accent_light = models.CharField(
        _("accent colour"),
        max_length=7,
        blank=True,
        validators=[readable_on_light],
        help_text=_("Such as #1d4f7c. Left empty, it is seal red."),
    )
    accent_dark = models.CharField(
        _("accent colour of the dark display"),
        max_length=7,
        blank=True,
        validators=[readable_on_dark],
        help_text=_("A lighter one, such as #8dbbe6."),
    )
    logo = models.BinaryField(_("logo"), blank=True, default=b"", editable=False)
    logo_hash = models.CharField(max_length=20, blank=True, editable=False)  # of its address: what the logo holds
    logo_width = models.PositiveSmallIntegerField(default=0, editable=False)
    logo_height = models.PositiveSmallIntegerField(default=0, editable=False)
    logo_alt_zh = models.CharField(_("what the logo shows, in Chinese"), max_length=200, blank=True)
    logo_alt_en = models.CharField(
        _("what the logo shows, in English"),
        max_length=200,
        blank=True,
        help_text=_("Read out before the site's name. Left empty where the logo says no more than the name."),
    )
    approvals = models.PositiveSmallIntegerField(
        pgettext_lazy("how many must approve", "approvals"),
        default=1,
        validators=[MaxValueValidator(2)],
        help_text=_("How many different people must approve: 0 (an office of one), 1 or 2."),
    )
    approvers_may_have_edited = models.BooleanField(
        _("approvers may have edited"),
        default=False,
        help_text=_("Who approves may have written in it before somebody else submitted it."),
    )
    name_order = models.CharField(
        _("Chinese names in English"),
        max_length=10,
        choices=NameOrder.choices,
        default=NameOrder.PLAIN,
        help_text=_("Holds for every name whose surname, entered apart, stands first; Jane Smith stays as she is."),
    )
    regions = models.CharField(
        _("Hong Kong, Macao and Taiwan"),
        max_length=10,
        choices=Regions.choices,
        blank=True,
        default="",
        help_text=_(
            "How they are named, listed and counted. Left empty, as public bodies in the Chinese mainland do where "
            "the home city lies there, and by ISO 3166 elsewhere."
        ),
    )
    whole_since = models.PositiveSmallIntegerField(
        _("records whole since"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1000), MaxValueValidator(9999)],
        help_text=_(
            "The first year from which the site holds every visit, agreement and other contact; "
            "only from then on does a page say that there was none. Left empty, it says so of the records of this site."
        ),
    )
    as_of = models.DateField(
        _("the day of a demonstration"),
        null=True,
        blank=True,
        help_text=_(
            "Only for a demonstration: its pages speak as of this day and say so. Left empty, they speak of today."
        ),
    )
    organiser_zh = models.CharField(_("organiser in Chinese"), max_length=200, blank=True)
    organiser_en = models.CharField(_("organiser in English"), max_length=200, blank=True)
    description_zh = models.CharField(_("description in Chinese"), max_length=300, blank=True)
    description_en = models.CharField(
        _("description in English"),
        max_length=300,
        blank=True,
        help_text=_(
            "One or two sentences: the first words of the front page, shown also by search engines and where it is "
            "shared. Left empty, a sentence says what the site holds."
        ),
    )
    contact_zh = models.CharField(_("contact in Chinese"), max_length=300, blank=True)
    contact_en = models.CharField(_("contact in English"), max_length=300, blank=True)
    error_report = models.EmailField(_("address for error reports"), blank=True)
    data_licence = models.URLField(
        _("licence of the data"),
        max_length=300,
        blank=True,
        default="",
        help_text=_(
            "The address of the terms on which others may use the CSV and JSON files, such as "
            "https://creativecommons.org/licenses/by/4.0/. Left empty, none are stated."
        ),
    )
    site_code = models.CharField(_("government site code"), max_length=30, blank=True)
    icp = models.CharField(_("ICP filing"), max_length=60, blank=True)
    police_filing = models.CharField(_("public-security filing"), max_length=60, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("site settings")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pk=1),
                name="masthead_there_is_one_row_of_settings",
                violation_error_message=_("The site has one set of settings."),
            ),
            models.CheckConstraint(
                condition=models.Q(approvals__lte=2),
                name="masthead_at_most_two_people_must_approve",
                violation_error_message=_("At most two people must approve."),
            ),
        ]

    def __str__(self) -> str:
        return self.name_en or self.name_zh

    @classmethod
    def current(cls) -> "SiteSettings":
        """Return the one row without the logo's picture, or its defaults where the site has not been set up."""
        return cls.objects.defer("logo").filter(pk=1).first() or cls(pk=1)

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        """Return the office's time zone: moments are printed in it, and it decides which day is today."""
        return zoneinfo.ZoneInfo(self.time_zone)

    @property
    def police_number(self) -> str:
        """Return the digits of the public-security filing (公安备案), by which its register finds it."""
        return "".join(letter for letter in self.police_filing if letter in "0123456789")

    def name_in(self, language: str) -> Words:
        """Return the site's name, or a description of it while it has none."""
        if name := pick(self.name_zh, self.name_en, language):
            return name
        with override(language):
            return Words(gettext("Newsroom"), language)

    def logo_alt_in(self, language: str) -> Words | None:
        return pick(self.logo_alt_zh, self.logo_alt_en, language)

    def set_logo(self, picture: bytes, width: int, height: int) -> None:
        """Set the logo (PNG bytes and its size in pixels), or clear it with empty bytes; scaled to LOGO_BOX."""
        scale = max(1, width / LOGO_BOX[0], height / LOGO_BOX[1])
        self.logo, self.logo_width, self.logo_height = picture, round(width / scale), round(height / scale)
        self.logo_hash = hashlib.sha256(picture).hexdigest()[:12] if picture else ""

    def organiser_in(self, language: str) -> Words | None:
        return pick(self.organiser_zh, self.organiser_en, language)

    def description_in(self, language: str) -> str:
        """Return the office's description of its site in this language only; "" if there is none."""
        return getattr(self, columns("description", language))

    def contact_in(self, language: str) -> Words | None:
        return pick(self.contact_zh, self.contact_en, language)
