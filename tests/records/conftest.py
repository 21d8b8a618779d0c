"""An editor at the desk, in English."""

import pytest

from tests import factories
from tests.records.entering import Desk


@pytest.fixture
def desk(client) -> Desk:
    return Desk(client, factories.user("editor", language="en"))
