"""Room for a deep call stack in one block of memory.

CPython 3.11 and later keeps the frames of Python calls in blocks of 16 KiB, each linked to the one before. A loop whose
calls cross the end of a block maps and unmaps memory at every call. Django's calls are deep, and many a request did so
a thousand times: it took a fifth of the time. Source: https://github.com/python/cpython/issues/142183, mended in
later releases; until the oldest Python that runs this site has it, this module stands.
"""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

# Machine words of the frame below. It fits in no block of less than 1 MiB, 131,072 words: the rest is for the frames
# above it, and the recursion limit comes first. Memory is taken by the pages that are written, not by the block.
WORDS = 70_000


def with_room(call: Callable[Arguments, Result], *args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
    """Return `call(*args, **kwargs)`, called where the frames of deep calls share one block."""
    return call(*args, **kwargs)


with_room.__code__ = with_room.__code__.replace(co_stacksize=WORDS)
