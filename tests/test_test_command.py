"""The test command itself: what it counts, and that it leaves nothing running."""

import os
import re
import tempfile
from collections import Counter
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.conftest import FEW, Thoroughness, items_left_out, keep_some_cases
from tests.run import __main__ as command
from tests.run import changed, cluster, rooms, shares, suite
from tests.run.place import ROOT
from tests.run.tally import Part, close

REPORT = """<testsuites><testsuite>
<testcase name="a"/><testcase name="b"/>
<testcase name="c"><failure message="no"/></testcase>
<testcase name="d"><error message="no"/></testcase>
<testcase name="e"><skipped message="it is winter"/></testcase>
</testsuite></testsuites>"""


def test_the_last_line_sums_the_parts_and_a_failure_fails_the_run(capsys):
    code = close([Part("one", passed=3), Part("two", passed=1, failed=2, skips=Counter({"it is winter": 4}))])

    lines = capsys.readouterr().out.splitlines()
    assert code == 1
    assert lines[-1] == "4 passed, 2 failed, 4 skipped"
    assert "not run: 4 of two, because it is winter" in lines


def test_a_run_without_failures_ends_well(capsys):
    assert close([Part("one", passed=3), Part("two", skips=Counter({"it is winter": 1}))]) == 0


def test_a_run_of_nothing_fails(capsys):
    assert close([Part("one")]) == 1


def test_pytest_s_report_is_counted(tmp_path):
    (tmp_path / "report.xml").write_text(REPORT)

    part = suite.read("tests", tmp_path / "report.xml")

    assert (part.passed, part.failed, part.skips) == (2, 2, Counter({"it is winter": 1}))


def test_what_asks_no_database_is_not_run_again(request):
    assert not request.node.get_closest_marker("database")


def test_what_asks_the_database_is_run_on_both(request, db):
    assert request.node.get_closest_marker("database")


def test_a_folder_that_builds_one_site_for_all_its_files_is_one_share():
    assert shares.share_of("tests/readers/test_links.py") == shares.share_of("tests/readers/test_visits.py")
    assert shares.share_of("tests/test_dates.py") == "tests/test_dates.py"


def test_a_sample_keeps_its_cases_when_one_more_is_laid_beside_them():
    some = Thoroughness(long=False)
    cases = [f"/en/?place={number}" for number in range(100)]
    chosen = some.sample(cases, 10)

    assert len(chosen) == 10
    assert all(len(set(chosen) - set(some.sample([f"new {one}", *cases], 10))) <= 1 for one in range(50))
    assert Thoroughness(long=True).sample(cases, 10) == cases


def kept_of(*names: str) -> list[str]:
    """Return the cases that a run of a sample keeps."""
    items, gone = [SimpleNamespace(nodeid=name) for name in names], []
    hook = SimpleNamespace(pytest_deselected=lambda items: gone.extend(items))
    keep_some_cases(SimpleNamespace(hook=hook), items)
    assert {item.nodeid for item in (*items, *gone)} == set(names) and len(items) + len(gone) == len(names)
    return [item.nodeid for item in items]


def test_of_many_cases_a_twelfth_is_kept_and_of_each_test_one():
    many, few = [f"a.py::many[{n}]" for n in range(40)], [f"a.py::few[{n}]" for n in range(5)]

    kept = kept_of(*many, *few, "a.py::one")

    assert kept == [name for name in (*many, *few, "a.py::one") if name in kept]
    assert len(set(kept) & set(many)) == 3 and len(set(kept) & set(few)) == FEW == 1 and "a.py::one" in kept
    assert len(set(kept_of(*many, "a.py::many[40]")) & set(kept)) >= 3


def test_of_a_sampled_test_a_short_run_leaves_out_the_cases_beyond_its_number():
    def case(name: str, number: int) -> SimpleNamespace:
        mark = SimpleNamespace(args=(number,)) if number else None
        return SimpleNamespace(nodeid=name, get_closest_marker=lambda word: mark if word == "sampled" else None)

    large, small = [case(f"a.py::large[{n}]", 10) for n in range(40)], [case(f"a.py::small[{n}]", 10) for n in range(5)]
    left_out = items_left_out([*large, *small, *(case(f"a.py::whole[{n}]", 0) for n in range(40))])

    assert len(left_out) == 30 and all(item in large for item in left_out)
    assert items_left_out(large) == left_out


@pytest.mark.parametrize("long", [True, False])
def test_only_a_short_run_repeats_a_sample_of_cases_on_postgresql(monkeypatch, long, tmp_path):
    asked = []
    monkeypatch.setattr(command, "on_postgres", lambda _name, _folder, words, _long: asked.extend(words) or Part("p"))
    monkeypatch.setattr(command.suite, "run", lambda *_words, **_options: Part("s"))
    monkeypatch.setattr(command.lint, "run", lambda _folder: [])

    command.everything(tmp_path, [], long)

    assert ("--some-cases" in asked) is not long


def test_the_cluster_stops_when_the_run_breaks():
    if cluster.find_programs() is None:
        pytest.skip("the PostgreSQL server programs are not installed")

    # Not pytest's own folder: the server's user could not come through to it.
    with tempfile.TemporaryDirectory() as folder:
        with pytest.raises(ZeroDivisionError), cluster.started(Path(folder)):
            process = int((Path(folder) / "postgres" / "data" / "postmaster.pid").read_text().split()[0])
            os.kill(process, 0)  # it runs
            raise ZeroDivisionError

        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
        assert os.listdir(folder) == []


@pytest.fixture
def runs(monkeypatch):
    """The runs of pytest that are asked for, none of which is made: (arguments, address of the database)."""
    asked = []

    def note(name, _folder, arguments, *, long, database=""):
        asked.append((arguments, database))
        return Part(name, passed=1)

    monkeypatch.setattr(suite, "run", note)
    monkeypatch.setattr("tests.run.lint.run", lambda _folder: [])
    monkeypatch.setattr(command.signal, "signal", lambda *_: None)
    return asked


def test_a_chosen_file_is_run_on_sqlite_alone_without_migrations(runs):
    command.main(["tests/test_dates.py", "-x"])

    assert runs == [(["--no-migrations", "tests/test_dates.py", "-x"], "")]


def test_both_asks_both_databases_with_migrations(runs, monkeypatch):
    monkeypatch.setattr(cluster, "started", lambda _folder: nullcontext("postgres://here"))

    command.main(["tests/test_dates.py", "--both"])

    assert [database for _arguments, database in runs] == ["", "postgres://here"]
    assert all("--no-migrations" not in arguments for arguments, _database in runs)


def test_a_change_of_one_room_reaches_its_tests_the_laws_and_the_leak_proof_of_its_pages(runs, monkeypatch):
    monkeypatch.setattr(changed, "changed_files", lambda: ["newsroom/photos/views.py", "tests/test_body.py"])

    command.main(["--changed"])

    (first, _sqlite), (leak, _sqlite) = runs
    assert {"tests/architecture", "tests/publishing/test_naming.py", "tests/photos", "tests/test_body.py"} <= set(first)
    assert "tests/desk" not in first
    assert leak[-1] == "[photo] or [photo-cut] or [photos/views.py]"


def test_a_change_beneath_most_rooms_says_so_and_runs_all_tests(runs, monkeypatch, capsys):
    monkeypatch.setattr(changed, "changed_files", lambda: ["newsroom/dates/days.py", "newsroom/photos/views.py"])

    command.main(["--changed"])

    ((arguments, database),) = runs
    assert not [word for word in arguments if word.startswith("tests")] and database == ""
    assert "newsroom/dates/days.py: most rooms stand on it, so that everything is reached" in capsys.readouterr().out


def test_a_new_migration_is_run_and_every_upgrade_tried(runs, monkeypatch):
    monkeypatch.setattr(changed, "changed_files", lambda: ["newsroom/photos/migrations/0002_more.py"])

    command.main(["--changed"])

    ((arguments, _sqlite),) = runs
    assert {"tests/test_upgrade.py", "tests/test_upgrade_rows.py"} <= {*arguments}
    assert "--no-migrations" not in arguments


def test_what_is_committed_on_a_branch_and_what_is_new_is_its_change(monkeypatch, tmp_path):
    monkeypatch.setattr(changed, "ROOT", tmp_path)
    for words in (
        ["init", "-q", "-b", "main"],
        ["commit", "-q", "--allow-empty", "-m", "Begin"],
        ["checkout", "-qb", "x"],
    ):
        changed.git("-c", "user.name=a", "-c", "user.email=a@example.org", *words)
    (tmp_path / "kept.py").write_text("")
    changed.git("add", "kept.py")
    changed.git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "Keep")
    (tmp_path / "new.py").write_text("")

    assert changed.changed_files() == ["kept.py", "new.py"]


@pytest.mark.parametrize(
    ("file", "room"),
    [
        ("newsroom/places/views.py", "places"),
        ("newsroom/plots.py", "plots"),
        ("templates/places/pair.html", "places"),
        ("templates/base.html", "website"),
        ("static/css/tokens.css", "website"),
        ("docs/look.md", ""),
    ],
)
def test_a_file_belongs_to_a_room(file, room):
    assert changed.room_of(tuple(file.split("/"))) == room


def test_every_folder_of_tests_and_every_room_stands_in_the_map():
    tests = {str(path.relative_to(ROOT)) for path in (ROOT / "tests").glob("test_*.py")}
    tests |= {str(path.parent.relative_to(ROOT)) for path in (ROOT / "tests").glob("*/test_*.py")}
    mapped = [file for line in rooms.TESTS for file in rooms.expanded(line)]
    house = {path.relative_to(ROOT / "newsroom") for path in (ROOT / "newsroom").rglob("*.py")}
    built = {path.parts[0].removesuffix(".py") for path in house if path.name not in ("__init__.py", "apps.py")}

    assert sorted(mapped) == sorted(tests)
    proved = {room for line in rooms.TESTS.values() for room in line.split()}
    assert built <= proved <= {path.parts[0].removesuffix(".py") for path in house}  # a room may still be empty


def test_readme_prints_the_map():
    lines = [
        line for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines() if line.startswith("| `tests/")
    ]
    printed = {tests: " ".join(re.findall(r"`(\w+)`", proved)) for tests, proved in map(columns, lines)}

    assert printed == rooms.TESTS


def columns(line: str) -> tuple[str, str]:
    """Return the folder and the rooms of one line of README's table."""
    _before, tests, proved, _after = line.split("|")
    return tests.strip(" `"), proved
