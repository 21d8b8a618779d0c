"""Strangers' files are opened in a process with little memory, little time and nothing to lose."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from newsroom.photos import image_worker, intake
from tests.photos import sent

pytestmark = pytest.mark.usefixtures("own_darkroom")


def developed(content: bytes, folder: Path, name: str = "photo.png") -> dict:
    return intake.developed(sent.upload(content, name), folder)


def refusal_of(content: bytes, folder: Path) -> str:
    with pytest.raises(intake.Unfit) as refused:
        developed(content, folder)
    return refused.value.messages[0]


def altered(monkeypatch, folder: Path, words: str, other: str) -> None:
    """Let the image worker be another one, in which `other` stands for `words`."""
    text = Path(image_worker.__file__).read_text(encoding="utf-8")
    assert words in text
    script = folder / "image_worker.py"
    script.write_text(text.replace(words, other), encoding="utf-8")
    monkeypatch.setattr(image_worker, "__file__", str(script))


def test_what_would_take_more_memory_is_refused(monkeypatch, tmp_path):
    altered(monkeypatch, tmp_path, "MEMORY = 1 << 30", "MEMORY = 160 << 20")
    (inner := tmp_path / "pictures").mkdir()

    assert developed(sent.picture("PNG"), inner)["width"] == 64
    assert "damaged" in refusal_of(sent.png_of(7_000, 7_000, bytes(7_000 * 21_001)), inner)


def test_what_never_ends_is_ended(monkeypatch, tmp_path):
    altered(monkeypatch, tmp_path, "SECONDS = 60", "SECONDS = 1")
    altered(monkeypatch, tmp_path, "    image = opened(path)\n    kind", "    while True: pass\n    kind")
    (inner := tmp_path / "pictures").mkdir()

    assert "damaged" in refusal_of(sent.picture("PNG"), inner)


def test_a_decoder_that_breaks_breaks_nothing_else(monkeypatch, tmp_path):
    altered(monkeypatch, tmp_path, "    image = opened(path)\n    kind", "    import os; os.abort()\n    kind")
    (inner := tmp_path / "pictures").mkdir()

    assert "damaged" in refusal_of(sent.picture("PNG"), inner)


def test_the_pixels_are_counted_before_any_is_decoded(monkeypatch, tmp_path):
    before = 'def drawn(image: "Image.Image", ground: "Callable | None" = None) -> "Image.Image":'
    altered(monkeypatch, tmp_path, before, "def drawn(image):\n    raise SystemExit")
    (inner := tmp_path / "pictures").mkdir()

    assert "50 million pixels" in refusal_of(sent.png_of(20_000, 20_000, bytes(20_000)), inner)


def test_the_darkroom_needs_nothing_of_the_house():
    text = Path(image_worker.__file__).read_text(encoding="utf-8")

    assert "django" not in text and "newsroom" not in text


MEASURE = """
import resource, sys, tempfile
import os
import subprocess
import sys
from pathlib import Path

import django
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

django.setup()
from newsroom.photos import intake

upload = SimpleUploadedFile("photo.png", Path(sys.argv[1]).read_bytes())
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    with tempfile.TemporaryDirectory() as folder:
        intake.developed(upload, Path(folder))
    said = "taken"
except ValidationError:
    said = "refused"
grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(said, grown // UNIT, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // UNIT)
""".replace("UNIT", "1024" if sys.platform != "darwin" else "1048576")


def measured(content: bytes, folder: Path) -> tuple[str, int, int]:
    """Take `content` in, in a new process; return what was said, how much that process grew, and the worker's peak.

    Both in megabytes.
    """
    (folder / "sent.png").write_bytes(content)
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "newsroom.settings", "PYTHONPATH": str(settings.BASE_DIR)}
    command = [sys.executable, "-c", MEASURE, str(folder / "sent.png")]
    said, grown, peak = subprocess.run(
        command, capture_output=True, text=True, check=True, env=environment
    ).stdout.split()
    return said, int(grown), int(peak)


def test_a_bomb_grows_neither_the_server_nor_the_darkroom(tmp_path):
    """60,000 pixels square would be ten gigabytes; the stream of half a megabyte behind it half a gigabyte."""
    said, grown, peak = measured(sent.png_of(60_000, 60_000, bytes(500 << 20)), tmp_path)

    assert said == "refused"
    assert grown <= 8
    assert peak < 100


def test_the_largest_picture_that_is_taken_finds_room_and_does_not_grow_the_server(tmp_path):
    said, grown, peak = measured(sent.png_of(10_000, 5_000, bytes(5_000 * 30_001)), tmp_path)

    assert said == "taken"
    assert grown <= 8
    assert peak < 1024
