"""The installation's SECRET_KEY: from the environment, else generated once into the data folder."""

import os
import secrets
import tempfile
from pathlib import Path


def key(folder: Path) -> str:
    """Return the key stored in `folder`; generate it (mode 0600) if there is none."""
    path = folder / "secret-key"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        keep(path, secrets.token_urlsafe(50))
    return path.read_text()


def keep(path: Path, text: str) -> None:
    """Write `text` to `path` atomically; of several processes at once the first one's stays.

    A hard link appears with the whole content, so that nobody reads half a key.
    """
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".secret-key-")  # mkstemp's mode is 0600
    try:
        with os.fdopen(handle, "w") as file:
            file.write(text)
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        os.unlink(draft)
