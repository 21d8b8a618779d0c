"""Which database the house stands on."""

import pytest

from newsroom import databases


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 0), True),
    ],
)
def test_an_sqlite_that_can_lose_the_write_ahead_log_is_known(version, safe):
    assert databases.safe_write_ahead(version) is safe


@pytest.mark.parametrize(("version", "journal"), [((3, 40, 1), "DELETE"), ((3, 51, 3), "WAL")])
def test_an_unsafe_sqlite_keeps_a_rollback_journal(version, journal, monkeypatch, tmp_path):
    monkeypatch.setattr(databases, "choose_library", lambda: version)

    database = databases.configured("", tmp_path)

    assert f"journal_mode={journal};" in database["OPTIONS"]["init_command"]
    assert bool(databases.slow_journal(database)) is (journal == "DELETE")


def test_without_an_address_the_database_is_a_file_in_the_data_folder(tmp_path):
    database = databases.configured("", tmp_path)

    assert database["NAME"] == str(tmp_path / "newsroom.sqlite3")
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_an_address_decides_for_postgresql(tmp_path):
    database = databases.configured("postgres://desk:secret@db.example:5433/newsroom", tmp_path)

    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["HOST"], database["PORT"], database["NAME"]) == ("db.example", 5433, "newsroom")
    assert database["CONN_HEALTH_CHECKS"]
    assert databases.slow_journal(database) == ""


def test_postgresql_compiles_no_question_and_keeps_what_the_address_asks_for(tmp_path):
    def options(address):
        return databases.configured(address, tmp_path)["OPTIONS"]

    assert options("postgres://db.example/newsroom") == {"options": "-c jit=off"}
    asked = options("postgres://db.example/newsroom?sslmode=require&options=-c%20jit%3Don")
    assert asked == {"sslmode": "require", "options": "-c jit=off -c jit=on"}  # the last one counts
