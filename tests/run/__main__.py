"""python3 manage.py test [--changed | --both | --mutants] [--long] [pytest's arguments]

Without arguments, run everything: lint, layers, system check, migrations, all tests on SQLite, those with queries again
on PostgreSQL where its server programs are installed (of a test with many cases a sample), and the browser tests where
Chromium is.
With pytest's arguments (a path, -k WORDS), run pytest alone, on SQLite, with tables created from the models.

--changed  what the change since `main`, committed or not, can affect: lint, architecture tests, tests of its rooms
--both     pytest's arguments on both databases, with tables created by the migrations
--mutants  mutation testing of the rooms named after it (--mutants --help)
--long     the exhaustive tests without sampling
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
    """Run the parts that `arguments` select and print the summary. Return 1 if anything failed."""
    if arguments in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    if "--mutants" in arguments:
        return close(mutants.run([word for word in arguments if word != "--mutants"]))
    chosen = [word for word in arguments if word not in {"--long", *RUNS}]
    run = next((RUNS[word] for word in arguments if word in RUNS), chosen_tests if chosen else everything)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the cluster is stopped in any case
    with tempfile.TemporaryDirectory(prefix="newsroom-test-") as folder:
        return close(run(Path(folder), chosen, "--long" in arguments))


def everything(folder: Path, _chosen: list[str], long: bool) -> list[Part]:
    """Run every part, fast ones first; a failing part does not stop the next."""
    parts = lint.run(folder)
    parts.append(suite.run("tests on SQLite", folder, ["-m", "not browser", *suite.TOGETHER], long=long))
    # Tests without a query have passed on SQLite; tests/conftest.py marks the others with `database`. Of a test with
    # many cases a short run repeats a sample.
    again = ["-m", "database and not browser", *([] if long else ["--some-cases"]), *suite.TOGETHER]
    parts.append(on_postgres("tests on PostgreSQL", folder, again, long))
    parts.append(suite.run("tests in a browser", folder, ["-m", "browser", *suite.TOGETHER], long=long))
    return parts


def chosen_tests(folder: Path, chosen: list[str], long: bool) -> list[Part]:
    """Run pytest alone with its own arguments, on SQLite."""
    return [suite.run("chosen tests on SQLite", folder, [suite.BY_MODELS, *chosen], long=long)]


def on_both(folder: Path, chosen: list[str], long: bool) -> list[Part]:
    """Run pytest alone with its own arguments, on both databases."""
    if not chosen:
        return everything(folder, chosen, long)
    return [
        suite.run("chosen tests on SQLite", folder, chosen, long=long),
        on_postgres("chosen tests on PostgreSQL", folder, ["-m", "not browser", *chosen], long),
    ]


def on_postgres(name: str, folder: Path, arguments: list[str], long: bool) -> Part:
    """Run pytest on a temporary PostgreSQL cluster; report a skip where there can be none."""
    try:
        with cluster.started(folder) as address:
            return suite.run(name, folder, arguments, long=long, database=address)
    except cluster.Absent as reason:
        return Part(name, skips=Counter({str(reason): 1}))
    except cluster.NotStarted as reason:
        print(reason)
        return Part(name, failed=1)


# Options that replace the full run, or pytest alone.
RUNS: dict[str, Callable[[Path, list[str], bool], list[Part]]] = {"--both": on_both, "--changed": changed.run}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
