"""Paths of translation catalogues: .po in the checkout, compiled .mo in the data folder."""

import hashlib
from pathlib import Path

WRITTEN = Path(__file__).parent / "locale"


def written() -> list[Path]:
    """Return the catalogues that people edit, one for each language, in a stable order."""
    return sorted(WRITTEN.glob("*/LC_MESSAGES/django.po"))


def language_of(catalogue: Path) -> str:
    """Return the locale of a catalogue as Django names its folder, such as zh_Hans."""
    return catalogue.parts[-3]


def content_hash() -> str:
    """Return a digest of what the written catalogues hold."""
    digest = hashlib.sha256()
    for catalogue in written():
        text = catalogue.read_bytes()
        digest.update(f"{language_of(catalogue)} {len(text)}\n".encode() + text)
    return digest.hexdigest()[:16]


def compiled_folder(data: Path) -> Path:
    """Return the locale folder that Django reads: its name is the content's, so that it is never a stale one."""
    return data / "locale" / content_hash()
