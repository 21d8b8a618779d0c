"""The set clock of tests/publishing."""

from tests.publishing.conftest import at  # noqa: F401
