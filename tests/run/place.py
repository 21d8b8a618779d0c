"""Environment of the test run's subprocesses."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def environment(folder: Path, database: str = "") -> dict[str, str]:
    """Return environment variables independent of the installation that runs the tests.

    Files made at run time go under `folder`; `database` is a URL, SQLite when empty.
    """
    ours = {name: value for name, value in os.environ.items() if not name.startswith("NEWSROOM_")}
    # Keep compiled Python between runs: compiling all of it takes longer than most test files.
    for name in ("REDIS_URL", "EMAIL_URL", "PYTHONDONTWRITEBYTECODE"):
        ours.pop(name, None)
    return ours | {"NEWSROOM_DATA": str(folder / "var"), "DATABASE_URL": database}
