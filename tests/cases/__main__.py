"""Write docs/cases.md: `python -m tests.cases` enters and reads all cases, and takes some minutes."""

import sys
from collections import Counter

import pytest


class Gathered:
    """Collects what each test of a case found."""

    def __init__(self) -> None:
        self.tallies: dict[str, list[int]] = {}
        self.reasons: Counter = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        found = dict(report.user_properties) if report.when == "call" else {}
        if "tally" in found:
            self.tallies[found["title"]] = found["tally"]
            self.reasons.update(found["reasons"])


def write(gathered: Gathered) -> None:
    # Django is set up by the run of the tests.
    from tests.cases.table import PRINTED, printed
    from tests.cases.test_cases import CASES

    tallies = {case["title"]: gathered.tallies[case["title"]] for case in CASES.values()}
    PRINTED.write_text(printed(tallies, gathered.reasons), encoding="utf-8")


if __name__ == "__main__":
    gathered = Gathered()
    pytest.main(["-q", "--no-migrations", "--long", "--tb=short", "tests/cases", *sys.argv[1:]], plugins=[gathered])
    write(gathered)
