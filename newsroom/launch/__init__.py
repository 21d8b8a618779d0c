"""From a bare checkout to a running command: the environment first, then Django. Standard library only.

In an active environment (a virtual one, or an interpreter that holds the house's packages) the command
runs there at once, as any Django project's does. Otherwise `.venv` beside manage.py is made or brought up
to the lock, and the command runs again inside it.
"""

import os
import runpy
import sys
from pathlib import Path

from newsroom.launch import environment, errors

ROOT = Path(__file__).resolve().parents[2]
BESIDE = {"test": "tests.run", "bench": "tests.bench"}  # commands whose code stands beside the tests


def run(argv: list[str]) -> int:
    """Run the command of `argv`; return its exit code, 1 after a one-sentence error of the machine (disk, network)."""
    beside = BESIDE.get(argv[1] if len(argv) > 1 else "")
    testing = beside == "tests.run"
    try:
        if environment.managed(ROOT):
            python = environment.prepare(ROOT, testing=testing)
            if not environment.running_in(ROOT):
                os.execv(python, [python, *argv])
        environment.demand_packages(testing=testing)
        return run_module(beside, argv) if beside else run_django(argv)
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        sentence = errors.sentence_for(error)
        if sentence is None:
            raise
        print(sentence, file=sys.stderr)
        return 1


def run_django(argv: list[str]) -> int:
    """Run the command by Django."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(argv)
    return 0


def run_module(module: str, argv: list[str]) -> int:
    """Run a command whose code is in `tests`, which an installation may lack. Raise LaunchError if it does."""
    if not (ROOT / "tests").is_dir():
        raise errors.LaunchError(errors.NO_TESTS.format(command=argv[1]))
    sys.argv = [f"manage.py {argv[1]}", *argv[2:]]
    runpy.run_module(module, run_name="__main__", alter_sys=False)
    return 0
