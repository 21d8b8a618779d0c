"""From a bare checkout to a running command, and what is said where the machine refuses."""

import ast
import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.launch import environment, errors, packages
from newsroom.launch.errors import LaunchError

ROOT = Path(__file__).resolve().parent.parent
PLAIN_PYTHON = getattr(sys, "_base_executable", sys.executable)


@pytest.fixture
def checkout(tmp_path):
    """A checkout that holds what the launch needs, and a lock that no index can satisfy."""
    (tmp_path / "newsroom").mkdir()
    shutil.copy(ROOT / "manage.py", tmp_path)
    shutil.copy(ROOT / "newsroom" / "__init__.py", tmp_path / "newsroom")
    shutil.copytree(ROOT / "newsroom" / "launch", tmp_path / "newsroom" / "launch")
    (tmp_path / "requirements.txt").write_text(f"nothing==1.0 \\\n    --hash=sha256:{'0' * 64}\n")
    return tmp_path


@pytest.fixture
def home(checkout):
    """An environment that looks made."""
    made = environment.folder(checkout)
    (made / "bin").mkdir(parents=True)
    (made / "bin" / "python").symlink_to(sys.executable)
    return made


def run(checkout, before="pass", **surroundings):
    """Run `manage.py check` in plain Python, after the code `before`; return its exit code and what it said."""
    code = f"import runpy, sys; {before}; sys.argv = ['manage.py', 'check']; "
    code += "runpy.run_path('manage.py', run_name='__main__')"
    clean = {"PATH": os.defpath, "PYTHONPATH": str(checkout), "HOME": str(checkout)}
    command = [PLAIN_PYTHON, "-c", code]
    done = subprocess.run(command, cwd=checkout, env=clean | surroundings, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def test_an_environment_is_up_to_date_until_the_lock_changes(checkout, home):
    lock = checkout / "requirements.txt"
    assert not environment.up_to_date(home, lock)

    environment.stamp_of(home, lock).write_text(environment.state(home, lock))
    assert environment.up_to_date(home, lock)

    lock.write_text("another==2.0\n")
    assert not environment.up_to_date(home, lock)


def test_an_environment_whose_interpreter_was_replaced_is_not_up_to_date(checkout, home):
    lock = checkout / "requirements.txt"
    environment.stamp_of(home, lock).write_text(environment.state(home, lock))

    (home / "bin" / "python").unlink()
    (home / "bin" / "python").symlink_to("/bin/sh")

    assert not environment.up_to_date(home, lock)


def test_an_up_to_date_environment_is_used_as_it_is(checkout, home, monkeypatch):
    lock = checkout / "requirements.txt"
    environment.stamp_of(home, lock).write_text(environment.state(home, lock))
    monkeypatch.setattr(packages, "install", lambda *_: pytest.fail("nothing was to be installed"))

    assert environment.prepare(checkout, testing=False) == str(home / "bin" / "python")


def test_the_test_packages_bring_the_others_along(checkout, home, monkeypatch):
    (checkout / "requirements-test.txt").write_text("more==1.0\n")
    monkeypatch.setattr(environment, "usable", lambda _: True)
    installed = []
    monkeypatch.setattr(packages, "install", lambda _, lock: installed.append(lock.name))

    environment.prepare(checkout, testing=True)
    environment.prepare(checkout, testing=False)

    assert installed == ["requirements-test.txt"]


def test_a_missing_venv_module_is_said_in_one_sentence(checkout):
    code, said = run(checkout, before="sys.modules['ensurepip'] = None")

    assert code == 1
    assert said.strip() == environment.NO_VENV


def test_an_old_python_is_said_in_one_sentence(checkout):
    code, said = run(checkout, before="sys.version_info = (3, 9, 2)")

    assert code == 1
    assert said.startswith("Newsroom needs Python 3.11 or newer")
    assert len(said.splitlines()) == 1


def test_an_old_python_can_read_the_sentence():
    ast.parse((ROOT / "manage.py").read_text(), feature_version=(3, 6))


def test_packages_that_cannot_be_fetched_are_said_in_one_sentence(checkout):
    code, said = run(checkout, PIP_NO_INDEX="1", PIP_CONFIG_FILE=os.devnull)

    assert code == 1
    assert "Traceback" not in said, said
    assert said.splitlines()[-1].startswith("The packages could not be installed (")
    assert not environment.stamp_of(environment.folder(checkout), checkout / "requirements.txt").exists()


def test_an_active_environment_without_the_packages_is_said_in_one_sentence(monkeypatch):
    monkeypatch.setattr(environment, "missing_packages", lambda **_: ["django"])

    with pytest.raises(LaunchError, match="lacks django"):
        environment.demand_packages(testing=False)


def test_an_active_environment_is_left_alone(tmp_path):
    assert sys.prefix != sys.base_prefix, "the tests run in an environment"
    assert not environment.managed(tmp_path)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "", "/srv/var"), "The disk is full (/srv/var): make room"),
        (OSError(errno.EROFS, "", "/srv/var"), "/srv/var cannot be written: make it writable"),
        (PermissionError(errno.EACCES, "", "/srv/var"), "/srv/var cannot be written"),
        (OSError(errno.EADDRINUSE, ""), "The port is taken"),
        (LaunchError("As it stands."), "As it stands."),
    ],
)
def test_what_the_machine_refuses_is_said_in_one_sentence(error, words):
    assert errors.sentence_for(error).startswith(words)


@pytest.mark.parametrize(
    "talk", ["database or disk is full", "attempt to write a readonly database", "unable to open database file"]
)
def test_what_the_database_refuses_is_said_in_one_sentence(talk):
    from django.db import OperationalError

    assert errors.sentence_for(OperationalError(talk)).endswith(".")


def test_a_transaction_that_the_full_disk_broke_is_said_in_one_sentence():
    from django.db import OperationalError
    from django.db.transaction import TransactionManagementError

    broken = TransactionManagementError("You can't execute queries until the end of the block.")
    broken.__context__ = OperationalError("database or disk is full")

    assert errors.sentence_for(broken).startswith("The disk is full")


def test_a_checkout_that_cannot_be_written_is_said_in_one_sentence(tmp_path, monkeypatch):
    def refuse(*_args, **_options):
        raise OSError(errno.EROFS, "Read-only file system", str(tmp_path / ".venv"))

    monkeypatch.setattr("venv.create", refuse)
    with pytest.raises(LaunchError, match="copy the checkout to where you may write"):
        environment.make(tmp_path / ".venv")


def test_a_mistake_of_ours_keeps_its_traceback():
    assert errors.sentence_for(OSError(errno.ENOENT, "", "x")) is None
    assert errors.sentence_for(ValueError("x")) is None
