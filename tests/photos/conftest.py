"""The image_worker works in the tests' own process, where it need not be started for each picture."""

import pytest
from django.test import Client
from django.utils import translation

from newsroom.photos import image_worker, intake
from tests import factories


@pytest.fixture(autouse=True)
def darkroom_next_door(request, monkeypatch):
    if "own_darkroom" not in request.fixturenames:
        monkeypatch.setattr(intake, "_ask", image_worker.asked)


@pytest.fixture(autouse=True)
def in_english():
    """Sentences are read in the language in which they are written."""
    with translation.override("en"):
        yield


@pytest.fixture
def own_darkroom():
    """For the tests of the image worker as a process of its own."""


@pytest.fixture
def editor(db) -> Client:
    client = Client()
    client.force_login(factories.user("editor", language="en"))
    return client


@pytest.fixture
def on_disk(settings, tmp_path):
    """Let the site's files stand in a folder; return it."""
    disk = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.STORAGES = settings.STORAGES | {"default": disk}
    return settings.MEDIA_ROOT
