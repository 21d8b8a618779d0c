"""A database beside the site's own, empty and up to date, that is thrown away afterwards."""

from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

NAME = "newsroom_bench"


def count_up() -> None:
    """Let PostgreSQL learn how much there is, as it does by itself in a site's first minutes; SQLite is never told."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


@contextmanager
def database():
    """Let the connection stand on a scratch database: a file in the data folder, or one on the same server."""
    own = connection.settings_dict["NAME"]
    sqlite = connection.vendor == "sqlite"
    connection.settings_dict["TEST"]["NAME"] = str(Path(settings.DATA_DIR) / f"{NAME}.sqlite3") if sqlite else NAME
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(own, verbosity=0)
