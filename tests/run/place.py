"""Where the run works, and with what surroundings its programs are started."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def environment(folder: Path, database: str = "") -> dict[str, str]:
    """Return surroundings that owe nothing to the installation the run was started in.

    What is made at run time goes under `folder`; `database` is an address, SQLite when empty.
    """
    ours = {name: value for name, value in os.environ.items() if not name.startswith("NEWSROOM_")}
    # What Python compiles is kept from run to run: compiling all anew takes longer than most files of tests.
    for name in ("REDIS_URL", "EMAIL_URL", "PYTHONDONTWRITEBYTECODE"):
        ours.pop(name, None)
    return ours | {"NEWSROOM_DATA": str(folder / "var"), "DATABASE_URL": database}
