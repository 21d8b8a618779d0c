"""Gunicorn's configuration; the names are gunicorn's own."""

import gc
import os
from importlib import import_module
from typing import Any

from gunicorn.http import message

# A page refuses a long query in the reader's language. Gunicorn's own ceiling, 8190 bytes, is below the
# 10,000 Chinese characters (90,000 bytes) that a reader can paste, and its refusal is in no language at all.
message.MAX_REQUEST_LINE = 128 * 1024
limit_request_line = message.MAX_REQUEST_LINE - 1

worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", 0)) or min(os.cpu_count() or 1, 4)
threads = 4
# A worker's sign of life must not wait for a slow disk.
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None
control_socket_disable = True
loglevel = "warning"


def post_worker_init(_worker: Any) -> None:
    """Import all views, then `gc.freeze()`, so that the garbage collector does not traverse them during requests."""
    from django.conf import settings  # not there yet when this file is read

    import_module(settings.ROOT_URLCONF)
    gc.collect()
    gc.freeze()
