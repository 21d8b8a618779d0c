"""Declares the room to Django, and its work that may come late."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PhotosConfig(AppConfig):
    name = "newsroom.photos"
    verbose_name = _("Photos")

    def ready(self):
        from newsroom import jobs
        from newsroom.photos.avif import make_avif

        jobs.register(make_avif)
