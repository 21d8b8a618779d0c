"""What the documents tell people to type exists."""

import re

from django.core.management import get_commands

from newsroom.launch import BESIDE
from tests.architecture.reading import ROOT, caught, hold, line_of

COMMAND = re.compile(r"manage\.py\s+(?P<name>[a-z_]+)")
FILE = re.compile(r"\]\((?!https?:|#)(?P<path>[^)#\s]+)")


def unknown_commands(text):
    known = {*get_commands(), *BESIDE}
    for match in COMMAND.finditer(text):
        if match["name"] not in known:
            yield line_of(text, match), f"names the command {match['name']}, which does not exist"


PICTURES = 3_000_000  # bytes, all of them together: whoever clones the house carries them


def documents():
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_every_command_in_the_documents_exists():
    hold(unknown_commands, documents())


def test_every_file_the_documents_point_to_exists():
    missing = [
        f"{document.name}: {match['path']}"
        for document in documents()
        for match in FILE.finditer(document.read_text(encoding="utf-8"))
        if not (document.parent / match["path"]).exists()
    ]
    assert missing == []


def test_the_pictures_stay_light():
    assert 0 < sum(picture.stat().st_size for picture in (ROOT / "docs" / "look").iterdir()) <= PICTURES


def test_the_law_of_documents_sees_its_breaks():
    assert caught(unknown_commands, "run `python3 manage.py fly`")
