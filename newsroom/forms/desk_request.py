"""What a request of the desk carries from the view to the forms and back.

Django's admin hands its hooks nothing but the request, so this hangs on it, as one object: `desk_of(request)`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


class NotSaved(Exception):
    """A form that can be saved no more, and why: the desk hands back what was typed."""


@dataclass
class DeskRequest:
    """State of one request.

    `reasons` are the sentences of a refusal, for the form that is shown again. `amending` names the record whose
    amendment the form proposes (label, primary key). `upload` and `touched` are the files of the record's own admin:
    a picture that was taken in before the form is read (or why not), and stored files that the save has written or
    left without a row. `base` is what the form that is shown began from, signed; `before` the record's snapshot before
    the save; `conflicts` the sentences of the merge, by the names of fields and rows; `begun` the rows that were added.
    """

    reasons: list[str] = field(default_factory=list)
    amending: tuple[str, int] | None = None
    upload: Any = None
    touched: list[str] = field(default_factory=list)
    base: str = ""
    before: dict | None = None
    conflicts: dict[str, Any] = field(default_factory=dict)
    begun: dict[str, list] = field(default_factory=dict)
    _answers: dict[tuple, str] = field(default_factory=dict)

    def once(self, ask: Callable[[Any, datetime], str], record: Any, at: datetime) -> str:
        """Return `ask(record, at)`, computed once; an empty string for a record that is not saved yet."""
        if record is None or record.pk is None:
            return ""
        key = (ask.__name__, record._meta.label, record.pk)
        if key not in self._answers:
            self._answers[key] = ask(record, at)
        return self._answers[key]

    def ask_again(self) -> None:
        """Forget the answers: the transaction has begun, or the record is being amended."""
        self._answers.clear()


def desk_of(request: Any) -> DeskRequest:
    """Return the state of this request."""
    return request.__dict__.setdefault("desk", DeskRequest())


def is_amending(request: Any, record: Any) -> bool:
    """Return whether this request is the proposal of an amendment of `record`."""
    return record is not None and desk_of(request).amending == (record._meta.label, record.pk)
