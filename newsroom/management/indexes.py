"""The indexes of the lists after an upgrade: each is rebuilt whose declaration changed since it was built."""

from newsroom.articles.index import EVERY_INDEX
from newsroom.launch.errors import LaunchError

NOT_BUILT = "The indexes of the lists are not up to date: run python3 manage.py migrate, then serve again."


def prepare() -> list[str]:
    """Rebuild every index whose declaration changed, in a database that lacks no migration; return their names."""
    changed = [index for index in EVERY_INDEX if not index.is_built()]
    for index in changed:
        index.rebuild()
    return [index.name for index in changed]


def demand_built() -> None:
    """Raise CommandError if an index is older than its declaration: its filters would not find old records."""
    if not all(index.is_built() for index in EVERY_INDEX):
        raise LaunchError(NOT_BUILT)
