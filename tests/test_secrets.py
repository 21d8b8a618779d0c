"""The installation's secret key."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor

from newsroom import secrets


def test_the_key_is_made_once_and_only_its_owner_may_read_it(tmp_path):
    first = secrets.key(tmp_path / "var")

    assert secrets.key(tmp_path / "var") == first
    assert len(first) >= 50
    assert stat.S_IMODE(os.stat(tmp_path / "var" / "secret-key").st_mode) == 0o600


def test_workers_that_start_together_read_one_key(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(secrets.key, [tmp_path] * 40))

    assert len(keys) == 1
    assert os.listdir(tmp_path) == ["secret-key"]


def test_a_key_that_is_there_stays(tmp_path):
    secrets.keep(tmp_path / "secret-key", "the first")
    secrets.keep(tmp_path / "secret-key", "the second")

    assert secrets.key(tmp_path) == "the first"
