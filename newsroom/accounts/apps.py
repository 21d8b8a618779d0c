"""AppConfig of `accounts`."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "newsroom.accounts"
    verbose_name = _("Staff")

    def ready(self) -> None:
        from newsroom.accounts.groups import write_roles

        post_migrate.connect(write_roles, sender=self, dispatch_uid="accounts.write_roles")
