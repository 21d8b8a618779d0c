"""AppConfig of `exchange`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExchangeConfig(AppConfig):
    name = "newsroom.exchange"
    verbose_name = _("Exchange")
