"""Every case, entered and read."""

import json
from pathlib import Path

import pytest

from tests.cases.entering import Entered

HERE = Path(__file__).parent
CASES = [case for name in ("invented", "reported") for case in json.loads((HERE / f"{name}.json").read_text())["cases"]]


@pytest.mark.parametrize("case", CASES, ids=[case["key"] for case in CASES])
def test_entering(house, case):
    Entered(case, house)
