"""python3 manage.py test [--changed | --both | --mutants] [--long] [pytest's arguments]

Without arguments everything is run: lint, layers, system check, migrations, the tests on SQLite, those of them that ask
the database again on PostgreSQL where its server programs are installed, and the browser's where Chromium is.
With pytest's arguments (a path, -k WORDS) pytest runs alone, on SQLite, its tables made from the models.

--changed  what the change since `main`, or not yet committed, can reach: lint, the laws, the tests of its rooms
--both     pytest's arguments on both databases, their tables made by the migrations
--mutants  break the rooms named after it, one thing at a time, and print what no test noticed (--mutants --help)
--long     the large proofs whole
"""

import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.run import changed, cluster, lint, mutants, suite
from tests.run.tally import Part, close


def main(arguments: list[str]) -> int:
    """Run what `arguments` ask for and print the tally; return 1 if anything failed."""
    if arguments in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    if "--mutants" in arguments:
        return close(mutants.run([word for word in arguments if word != "--mutants"]))
    chosen = [word for word in arguments if word not in {"--long", *RUNS}]
    run = next((RUNS[word] for word in arguments if word in RUNS), chosen_tests if chosen else everything)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the cluster stops in any case
    with tempfile.TemporaryDirectory(prefix="newsroom-test-") as folder:
        return close(run(Path(folder), chosen, "--long" in arguments))


def everything(folder: Path, _chosen: list[str], long: bool) -> list[Part]:
    """Run every part, the quick ones first; a part that fails does not hide the next."""
    parts = lint.run(folder)
    parts.append(suite.run("tests on SQLite", folder, ["-m", "not browser", *suite.TOGETHER], long=long))
    # What asks no database has been proved by then: `database` is put on by tests/conftest.py.
    again = ["-m", "database and not browser", *suite.TOGETHER]
    parts.append(on_postgres("tests on PostgreSQL", folder, again, long))
    parts.append(suite.run("tests in a browser", folder, ["-m", "browser", *suite.TOGETHER], long=long))
    return parts


def chosen_tests(folder: Path, chosen: list[str], long: bool) -> list[Part]:
    """Run pytest alone, with the operator's own arguments: the shortest way to an answer."""
    return [suite.run("chosen tests on SQLite", folder, [suite.BY_MODELS, *chosen], long=long)]


def on_both(folder: Path, chosen: list[str], long: bool) -> list[Part]:
    """Run pytest alone, with the operator's own arguments, on both databases."""
    if not chosen:
        return everything(folder, chosen, long)
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


# What an option runs in place of everything, or of pytest alone.
RUNS: dict[str, Callable[[Path, list[str], bool], list[Part]]] = {"--both": on_both, "--changed": changed.run}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
