"""What every test may ask for: how thorough to be, and which database it stands on."""

import random
from dataclasses import dataclass

import hypothesis
import pytest
from django.conf import settings

hypothesis.settings.register_profile("sample", max_examples=50, derandomize=True, deadline=None)
hypothesis.settings.register_profile(
    "long", max_examples=2000, deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
SEED = 20190818


@dataclass(frozen=True)
class Thoroughness:
    """How much of a large proof this run makes."""

    long: bool

    def sample(self, cases, size: int) -> list:
        """Return all `cases` in a long run, else `size` of them, the same ones every time."""
        cases = list(cases)
        if self.long or len(cases) <= size:
            return cases
        return random.Random(SEED).sample(cases, size)


def pytest_addoption(parser):
    parser.addoption("--long", action="store_true", help="make the large proofs whole, not on a sample")


def pytest_configure(config):
    hypothesis.settings.load_profile("long" if config.getoption("--long") else "sample")
    # Tests serve the files as they lie: the manifest is made by collectstatic, for real servers.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick; nothing to protect


def pytest_collection_modifyitems(config, items):
    if config.getoption("--long"):
        return
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.skip(reason="it is a large proof: ask for it with --long"))


@pytest.fixture(scope="session")
def thoroughness(request) -> Thoroughness:
    """Whether this run makes the large proofs whole."""
    return Thoroughness(long=request.config.getoption("--long"))


@pytest.fixture(autouse=True)
def _needs_postgres(request):
    if request.node.get_closest_marker("postgres") and "postgresql" not in settings.DATABASES["default"]["ENGINE"]:
        pytest.skip("it is about PostgreSQL and this part runs on SQLite")
