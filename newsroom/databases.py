"""Database configuration: PostgreSQL by URL, else SQLite in the data folder.

SQLite before 3.44.6, 3.50.7 and 3.51.3 can lose the write-ahead log when it is reset. Where the system's
library is that old, the one inside pysqlite3's wheel is used; without it the rollback journal is.
"""

import sqlite3
import sys
from pathlib import Path

import django
import environ

FIXED = ((3, 51, 3), (3, 50, 7), (3, 44, 6))


def safe_write_ahead(version: tuple[int, int, int]) -> bool:
    """Return whether this SQLite version contains the fix of the WAL reset bug, on its release branch."""
    return version >= FIXED[0] or any(version[:2] == mend[:2] and version >= mend for mend in FIXED[1:])


def choose_library() -> tuple[int, int, int]:
    """Replace the sqlite3 module by pysqlite3 if only that one is safe; return the version in use."""
    if safe_write_ahead(sqlite3.sqlite_version_info):
        return sqlite3.sqlite_version_info
    try:
        import pysqlite3
    except ImportError:
        return sqlite3.sqlite_version_info
    # Django 6 asks a connection for its limits, which this one cannot tell.
    if django.VERSION >= (6,) and not hasattr(pysqlite3.Connection, "getlimit"):
        return sqlite3.sqlite_version_info
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2
    return pysqlite3.sqlite_version_info


def slow_journal(database: dict) -> str:
    """Return a warning for the operator where the rollback journal is used, else ""."""
    if "journal_mode=DELETE" not in database.get("OPTIONS", {}).get("init_command", ""):
        return ""
    return (
        "SQLite keeps a rollback journal here, since this one could lose a write-ahead log: readers wait while "
        "somebody writes. Install pysqlite3, or an SQLite of 3.51.3 or newer."
    )


def configured(address: str, folder: Path) -> dict:
    """Return the `DATABASES` entry of the database URL `address`, or of a SQLite file in `folder` if it is empty."""
    if address and not address.startswith("sqlite"):
        return _without_jit(environ.Env.db_url_config(address)) | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    journal = "WAL" if safe_write_ahead(choose_library()) else "DELETE"
    name = environ.Env.db_url_config(address)["NAME"] if address else str(folder / "newsroom.sqlite3")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": f"PRAGMA journal_mode={journal}; PRAGMA synchronous=FULL;",
        },
    }


def _without_jit(database: dict) -> dict:
    """Disable PostgreSQL's JIT: it spent a second compiling queries that run in 20 ms."""
    options = database.get("OPTIONS", {})
    given = options.get("options", "")
    return database | {"OPTIONS": options | {"options": f"-c jit=off {given}".strip()}}
