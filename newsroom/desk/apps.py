"""Declares the room to Django."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    default = True
    name = "newsroom.desk"
    verbose_name = _("Desk")


class DeskAdmin(admin.AdminConfig):
    """Django's admin, with the desk as its site: rooms register their records as usual."""

    default = False
    default_site = "newsroom.desk.sites.Desk"
