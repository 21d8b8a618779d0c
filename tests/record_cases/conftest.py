"""The office in which every case is entered."""

import pytest

from tests.record_cases.house import House


@pytest.fixture(scope="module")
def house(built_once) -> House:
    """One office for all cases of a file; each of its tests is undone by itself."""
    return House()
