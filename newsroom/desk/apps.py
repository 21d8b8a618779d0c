"""AppConfig of the desk."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    default = True
    name = "newsroom.desk"
    verbose_name = _("Desk")


class DeskAdmin(admin.AdminConfig):
    """Django's AdminConfig with `Desk` as the default site, so that rooms register as usual."""

    default = False
    default_site = "newsroom.desk.sites.Desk"
