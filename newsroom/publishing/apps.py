"""AppConfig of `publishing`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    name = "newsroom.publishing"
    verbose_name = _("Publishing")
