"""python3 manage.py test [--long] [pytest's arguments]

Without arguments everything is run: lint, layers, system check, migrations, the tests on SQLite, those of them that ask
the database again on PostgreSQL where its server programs are installed, and the browser's where Chromium is. --long
makes the large proofs whole. Other arguments go to pytest, which then runs alone, on both databases.
"""

import signal
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.run import cluster, lint, mutants, suite
from tests.run.tally import Part, close


def main(arguments: list[str]) -> int:
    """Run what `arguments` ask for and print the tally; return 1 if anything failed."""
    if arguments in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    if "--mutants" in arguments:
        return close(mutants.run([word for word in arguments if word != "--mutants"]))
    long = "--long" in arguments
    chosen = [word for word in arguments if word != "--long"]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the cluster stops in any case
    with tempfile.TemporaryDirectory(prefix="newsroom-test-") as folder:
        parts = chosen_tests(Path(folder), chosen, long) if chosen else everything(Path(folder), long)
    return close(parts)


def everything(folder: Path, long: bool) -> list[Part]:
    """Run every part, the quick ones first; a part that fails does not hide the next."""
    parts = lint.run(folder)
    parts.append(suite.run("tests on SQLite", folder, ["-m", "not browser", *suite.TOGETHER], long=long))
    # What asks no database has been proved by then: `database` is put on by tests/conftest.py.
    again = ["-m", "database and not browser", *suite.TOGETHER]
    parts.append(on_postgres("tests on PostgreSQL", folder, again, long))
    parts.append(suite.run("tests in a browser", folder, ["-m", "browser", *suite.TOGETHER], long=long))
    return parts


def chosen_tests(folder: Path, chosen: list[str], long: bool) -> list[Part]:
    """Run pytest alone, with the operator's own arguments, on both databases."""
    return [
        suite.run("chosen tests on SQLite", folder, chosen, long=long),
        on_postgres("chosen tests on PostgreSQL", folder, ["-m", "not browser", *chosen], long),
    ]


def on_postgres(name: str, folder: Path, arguments: list[str], long: bool) -> Part:
    """Run pytest on a cluster of the run's own; say why where there can be none."""
    try:
        with cluster.started(folder) as address:
            return suite.run(name, folder, arguments, long=long, database=address)
    except cluster.Absent as reason:
        return Part(name, skips=Counter({str(reason): 1}))
    except cluster.NotStarted as reason:
        print(reason)
        return Part(name, failed=1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
