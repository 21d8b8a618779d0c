"""AppConfig of the profile pages."""

from django.apps import AppConfig


class ProfilesConfig(AppConfig):
    name = "newsroom.profiles"
