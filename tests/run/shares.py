"""Scheduling of tests among xdist workers, so that an expensive fixture is built once."""

from xdist.scheduler import LoadFileScheduling

# Folders whose files share a fixture that is more expensive than their tests.
WHOLE = ("tests/readers/",)


class Shares(LoadFileScheduling):
    """Scheduler that keeps a file, or a folder that is `WHOLE`, on one worker; the largest scope starts first."""

    def _split_scope(self, nodeid: str) -> str:
        return share_of(super()._split_scope(nodeid))


def share_of(file: str) -> str:
    """Return a test file's scope: its folder if that is `WHOLE`, else the file."""
    return next((folder for folder in WHOLE if file.startswith(folder)), file)
