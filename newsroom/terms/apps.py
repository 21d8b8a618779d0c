"""AppConfig of the term base."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TermsConfig(AppConfig):
    name = "newsroom.terms"
    verbose_name = _("Terms")
