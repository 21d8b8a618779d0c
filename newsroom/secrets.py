"""The installation's secret key: from the environment, else made once and kept under the data folder."""

import os
import secrets
import tempfile
from pathlib import Path


def key(folder: Path) -> str:
    """Return the key kept in `folder`, making it (mode 0600) when there is none."""
    path = folder / "secret-key"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        keep(path, secrets.token_urlsafe(50))
    return path.read_text()


def keep(path: Path, text: str) -> None:
    """Put `text` at `path` whole or not at all; of several that try together the first one's stays.

    A link appears with all its words in it, so that nobody reads a key that is half written.
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
