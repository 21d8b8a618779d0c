"""The server of the browser tests shares one SQLite connection with them, and two threads may use it at once."""

import threading

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

# More statements than the connection's cache holds, so that each is prepared again and an old one is dropped.
STATEMENTS = [f"SELECT count(*) + {n} FROM sqlite_master AS one JOIN sqlite_master AS two" for n in range(300)]


def test_two_threads_that_prepare_the_same_statement_leave_the_connection_usable(live_server):
    shared, together, failures = live_server.thread.connections_override["default"], threading.Barrier(2), []

    def execute_all():
        for statement in STATEMENTS * 2:
            together.wait()
            try:
                with shared.cursor() as cursor:
                    cursor.execute(statement)
            except Exception as failure:
                failures.append(failure)

    threads = [threading.Thread(target=execute_all) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
