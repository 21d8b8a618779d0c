"""The production server as a process: it answers, it ticks, and it takes its tick along when it goes."""

import gc
import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from django.conf import settings
from gunicorn.config import Config
from gunicorn.http.errors import LimitRequestLine
from gunicorn.http.parser import RequestParser

from newsroom import serving

CHANGED = "gunicorn limits request lines elsewhere than by http.message.MAX_REQUEST_LINE: look at newsroom/serving.py"
PATIENCE = 30  # seconds, for a machine that is busy with everything else


@pytest.fixture
def served(tmp_path):
    """A site of its own, served: its address and the server's process."""
    if os.environ.get("DATABASE_URL"):
        pytest.skip("it is about processes, not about a database: tried once, on SQLite")
    surroundings = os.environ | {"NEWSROOM_DATA": str(tmp_path), "WEB_CONCURRENCY": "1"}
    manage = [sys.executable, str(Path(settings.BASE_DIR) / "manage.py")]
    subprocess.run([*manage, "migrate", "--verbosity=0"], check=True, env=surroundings)
    port = free_port()
    server = subprocess.Popen([*manage, "serve", f"--port={port}"], env=surroundings, stdout=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}", server
    finally:
        server.terminate()
        server.wait(PATIENCE)


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as door:
        return door.getsockname()[1]


def until(question):
    """Ask until the answer is yes; fail when patience ends."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if question():
                return
        except OSError:
            pass
        time.sleep(0.1)
    pytest.fail(f"{question.__name__}: not within {PATIENCE} seconds")


def children(process):
    return Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()


def is_ticking(pid):
    words = Path(f"/proc/{pid}/cmdline")
    return words.exists() and b"tick" in words.read_bytes().split(b"\0")


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are watched through /proc")
def test_the_server_answers_and_takes_its_tick_along_when_it_goes(served):
    address, server = served

    def the_server_answers():
        return urllib.request.urlopen(f"{address}/healthz", timeout=PATIENCE).status == 200

    until(the_server_answers)
    ticks = [pid for pid in children(server) if is_ticking(pid)]
    assert len(ticks) == 1

    server.terminate()
    assert server.wait(PATIENCE) == 0

    def the_tick_has_gone():
        return not is_ticking(ticks[0])

    until(the_tick_has_gone)


def test_a_worker_sets_what_it_has_loaded_aside_from_the_collector():
    gc.unfreeze()
    try:
        serving.post_worker_init(None)
        assert gc.get_freeze_count() > 0 and settings.ROOT_URLCONF in sys.modules
    finally:
        gc.unfreeze()


def test_the_server_takes_a_query_of_ten_thousand_chinese_characters_and_none_without_end():
    config = Config()
    config.set("limit_request_line", serving.limit_request_line)

    def asked(query: str) -> str:
        sent = f"GET /en/search/?q={query} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
        return next(RequestParser(config, iter([sent]), ("127.0.0.1", 50000))).query

    query = "%E5%8D%8E" * 10_000
    try:
        assert asked(query) == f"q={query}", CHANGED
    except LimitRequestLine:
        pytest.fail(CHANGED)
    with pytest.raises(LimitRequestLine):
        asked(query * 2)
