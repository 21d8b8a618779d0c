"""How the workers of one run share its tests: what is built once is not built by each of them."""

from xdist.scheduler import LoadFileScheduling

# Folders whose files share something that takes longer to build than to prove.
WHOLE = ("tests/readers/",)


class Shares(LoadFileScheduling):
    """Gives a file to one worker, and so a folder that is `WHOLE`; the share with most tests goes out first."""

    def _split_scope(self, nodeid: str) -> str:
        return share_of(super()._split_scope(nodeid))


def share_of(file: str) -> str:
    """Return the share to which a file of tests belongs: its folder's, or one of its own."""
    return next((folder for folder in WHOLE if file.startswith(folder)), file)
