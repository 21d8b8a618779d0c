"""The exception by which a deed refuses, with sentences for the editor."""

from typing import Any


class Refused(Exception):
    """A deed that may not be done now. `reasons` are sentences fit for the editor; nothing was changed."""

    def __init__(self, *reasons: Any) -> None:
        self.reasons = [str(reason) for reason in reasons]
        super().__init__(" ".join(self.reasons))
