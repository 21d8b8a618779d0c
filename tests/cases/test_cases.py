"""Cases of cooperation, entered through the desk and read on every page: nothing contradicted, nothing lost."""

import json
from pathlib import Path

import pytest

from tests.cases.entering import Entered
from tests.cases.reading import CONTRADICTED, LOST, Reader, says
from tests.cases.table import PRINTED, reasons_in, row, tally
from tests.cases.unsaid import UNSAID
from tests.conftest import Thoroughness

FILES = [Path(__file__).parent / f"{name}.json" for name in ("invented", "reported")]
CASES = {case["key"]: case for file in FILES for case in json.loads(file.read_text(encoding="utf-8"))["cases"]}
SOME = 6


def pytest_generate_tests(metafunc):
    if "case" in metafunc.fixturenames:
        chosen = Thoroughness(long=metafunc.config.getoption("--long")).sample(CASES, SOME)
        metafunc.parametrize("case", [CASES[key] for key in chosen], ids=chosen)


def test_the_pages_say_the_facts_of_a_case_and_nothing_against_them(house, case, record_property):
    found = Reader(Entered(case, house)).found

    record_property("title", case["title"])
    record_property("tally", tally(found))
    record_property("reasons", reasons_in(found))
    assert [one.fact for one in found if one.outcome in (LOST, CONTRADICTED)] == []
    assert row(case["title"], tally(found)) in PRINTED.read_text(encoding="utf-8").splitlines()


def test_the_table_of_cases_has_a_line_for_each_and_sums_them():
    lines = [line for line in PRINTED.read_text(encoding="utf-8").splitlines() if line.startswith("| ")][1:]
    *told, total = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]

    assert [cells[0] for cells in told] == [case["title"] for case in CASES.values()]
    columns = zip(*([int(cell) for cell in cells[1:]] for cells in told), strict=True)
    assert [str(sum(column)) for column in columns] == total[1:]


def test_the_table_gives_every_reason_and_none_for_nothing():
    lines = PRINTED.read_text(encoding="utf-8").splitlines()

    for one in UNSAID:
        (line,) = [line for line in lines if line.startswith(f"- {one.reason} (")]
        assert not line.endswith("(0)"), one.reason


@pytest.mark.parametrize(
    ("page", "words", "said"),
    [
        ("It was signed on 21 April 2019.", "1 April 2019", False),
        ("It was signed on 1 April 2019.", "1 April 2019", True),
        ("27 agreements", "7 agreements", False),
        ("Called off", "called off", True),
        ("市长 Sui Tong 、市杜马", "市长 Sui Tong、市杜马", True),
        ("2019年4月21日", "4月1日", False),
        ("Head Yi Wu Members Wei Qiao", ("Members", "Yi Wu"), False),
        ("Head Yi Wu Members Wei Qiao", ("Head", "Yi Wu"), True),
    ],
)
def test_words_are_read_whole_and_in_their_order(page, words, said):
    assert says(page, words) is said
