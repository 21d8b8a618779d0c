"""The test command itself: what it counts, and that it leaves nothing running."""

import os
import tempfile
from collections import Counter
from pathlib import Path

import pytest

from tests.conftest import Thoroughness
from tests.run import cluster, shares, suite
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
