"""Every case, entered and read."""

import json
from pathlib import Path

import pytest

from tests.cases.entering import Entered
from tests.cases.reading import CONTRADICTED, LOST, CHANGED, Reader

HERE = Path(__file__).parent
CASES = [case for name in ("invented", "reported") for case in json.loads((HERE / f"{name}.json").read_text())["cases"]]


@pytest.mark.parametrize("case", CASES, ids=[case["key"] for case in CASES])
def test_entering(house, case):
    reader = Reader(Entered(case, house))
    with open("/tmp/cases.log", "a") as log:
        for one in reader.found:
            if one.outcome in (LOST, CONTRADICTED,CHANGED):
                print(case["key"], one.outcome, *one.fact, file=log, sep=" | ")
        from collections import Counter
        print("TALLY", case["key"], dict(Counter(one.outcome for one in reader.found)), file=log)
