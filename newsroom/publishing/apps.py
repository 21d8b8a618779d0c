"""AppConfig: registers the follower of addresses."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    name = "newsroom.publishing"
    verbose_name = _("Publishing")

    def ready(self) -> None:
        from newsroom.publishing.following import follow
        from newsroom.publishing.readdressing import follow_names

        follow(follow_names)
