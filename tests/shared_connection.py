"""The SQLite connection that a live server shares with the tests in its process."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection


@contextmanager
def one_query_at_a_time() -> Iterator[None]:
    """Let one thread at a time execute a query on the connection of this moment, which a server is about to share.

    The statement cache of pysqlite3 is broken for good (KeyError) once two threads have missed the same statement.
    Asked while Playwright's event loop runs, Django gives the tests' thread another connection than before.
    """
    lock = threading.RLock()

    def execute_alone(execute: Callable, *query: Any) -> Any:
        with lock:
            return execute(*query)

    with connection.execute_wrapper(execute_alone):
        yield
