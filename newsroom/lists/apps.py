"""Declares the room to Django."""

from django.apps import AppConfig


class ListsConfig(AppConfig):
    name = "newsroom.lists"
