"""The installation's secret key: from the environment, else made once and kept under the data folder."""

import os
import secrets
from pathlib import Path


def key(folder: Path) -> str:
    """Return the key kept in `folder`, making it (mode 0600) when there is none."""
    path = folder / "secret-key"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        # O_EXCL: of two workers that start together, one makes the key and both read it.
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return path.read_text()
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(50))
    return path.read_text()
