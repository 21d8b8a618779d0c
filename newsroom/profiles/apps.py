"""Declares the room to Django."""

from django.apps import AppConfig


class ProfilesConfig(AppConfig):
    name = "newsroom.profiles"
