"""AppConfig: registers snapshots of sources."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SourcesConfig(AppConfig):
    name = "newsroom.sources"
    verbose_name = _("Sources")

    def ready(self) -> None:
        from newsroom.publishing.amending.snapshots import rows_of
        from newsroom.sources.models import Source

        rows_of(Source)
