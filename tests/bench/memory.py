"""Memory: of a worker of the production server after every kind of page, and of an export while it is streamed."""

import os
import tracemalloc
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

from django.conf import settings
from django.db import connection
from django.test import Client

from tests.bench import live_site

PROCESSES = Path("/proc")
LONGEST = 600  # seconds that one page may take
STREAMED = 2_000_000  # bytes of an export that are read for its peak: some twenty chunks


@dataclass(frozen=True)
class Weight:
    """Megabytes of memory: at the end, and at most."""

    now: float
    most: float


def weigh(addresses: Iterable[str]) -> Weight | None:
    """Serve the connected database by one worker, ask it for every address, and weigh it.

    None where the system does not tell what a process weighs.
    """
    if not (PROCESSES / "self/status").exists():
        return None
    own = {"DATABASE_URL": _address(), "NEWSROOM_DATA": str(settings.DATA_DIR), "WEB_CONCURRENCY": "1"}
    with live_site.server(os.environ | own, Path(settings.DATA_DIR) / "bench.log") as (base, master):
        for address in addresses:
            with urlopen(base + address, timeout=LONGEST) as answer:
                while answer.read(1 << 16):
                    pass
        (worker,) = _children(master)
        return Weight(_megabytes(worker, "VmRSS"), _megabytes(worker, "VmHWM"))


def streaming_peak(address: str) -> float:
    """Return the peak of Python's memory, in megabytes, while the export at `address` is streamed.

    Each part is dropped as soon as it is read, and no more is read than `STREAMED`: the peak is that of one chunk.
    """
    response, read = Client(SERVER_NAME="localhost").get(address), 0
    tracemalloc.start()
    try:
        for part in response:
            read += len(part)
            if read > STREAMED:
                response.close()  # what is read to its end closes itself
                break
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()


def _address() -> str:
    """Return the connected database as the environment names it."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


def _children(process: int) -> list[int]:
    return [int(one) for one in (PROCESSES / f"{process}/task/{process}/children").read_text().split()]


def _megabytes(process: int, measure: str) -> float:
    """Return what the system says of a process, in megabytes of a million bytes."""
    lines = (PROCESSES / f"{process}/status").read_text().splitlines()
    (kibibytes,) = (line.split()[1] for line in lines if line.startswith(f"{measure}:"))
    return int(kibibytes) * 1024 / 1e6
