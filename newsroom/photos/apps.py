"""AppConfig: registers the names of photos and their background jobs."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PhotosConfig(AppConfig):
    name = "newsroom.photos"
    verbose_name = _("Photos")

    def ready(self) -> None:
        from newsroom import jobs
        from newsroom.people.models import Person
        from newsroom.photos.late import cut_anew, make_avif
        from newsroom.photos.models import Photo
        from newsroom.publishing.amending.snapshots import rows_of
        from newsroom.publishing.naming import names

        names(Person, "pictured__photo")
        rows_of(Photo, "pictured")
        jobs.register(cut_anew)
        jobs.register(make_avif)
