"""The office in which every case is entered."""

import pytest

from tests.record_cases.house import House


@pytest.fixture
def house(db) -> House:
    return House()
