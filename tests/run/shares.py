"""How the workers of one run share its tests: what is built once is not built by each of them."""

import re
import zlib

from xdist.scheduler import LoadFileScheduling

# Folders whose files share something that takes longer to build than to prove.
WHOLE = ("tests/readers/",)
# Files that prove longer than they build, in two shares: the tests of one parameter, which ask the same, stay together.
HALVED = ("tests/leak/test_leak.py", "tests/leak/test_files.py")
PARAMETER = re.compile(r"\[(.*)\]$")


class Shares(LoadFileScheduling):
    """Gives a file to one worker, a folder that is `WHOLE` too, and of a file that is `HALVED` half to each of two;
    the share with most tests goes out first.
    """

    def _split_scope(self, nodeid: str) -> str:
        return share_of(nodeid)


def share_of(test: str) -> str:
    """Return the share to which a test belongs: its folder's, half its file's, or its file's."""
    file = test.partition("::")[0]
    if file in HALVED and (parameter := PARAMETER.search(test)):
        return f"{file} {zlib.crc32(parameter[1].encode()) % 2}"
    return next((folder for folder in WHOLE if file.startswith(folder)), file)
