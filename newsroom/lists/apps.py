"""AppConfig of `lists`."""

from django.apps import AppConfig


class ListsConfig(AppConfig):
    name = "newsroom.lists"
