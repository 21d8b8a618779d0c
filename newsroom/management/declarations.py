"""Why a record is public, settled, locked, amended: what the rooms declared about a model, read from every registry.

Each declaration stands in the `ready()` of a room's apps.py; a path is a name of Django's, as in a filter.
"""

from collections.abc import Callable, Iterable

from django.apps import apps
from django.db.models import Model

from newsroom import jobs
from newsroom.forms import choice_notes
from newsroom.publishing import following, guards, hanging, naming, stories
from newsroom.publishing.amending import locking, snapshots
from newsroom.publishing.interval import Interval
from newsroom.publishing.relations import end_of

Sections = dict[str, list[str]]


def about(model: type[Model]) -> Sections:
    """Return the lines that say what is declared of `model`, in either direction, by heading; all headings stand."""
    return {
        "Public by an interval of its own": ["public_from, public_until"] if issubclass(model, Interval) else [],
        "Public while one of these names it": _from(model, naming.paths_of(model)),
        "Names, and so makes public": _to(model, naming.paths_of),
        "Hangs below, and goes out with": _from(model, _links_up(model)),
        "What hangs below it": _to(model, _links_up),
        "Locked while one of these prints it": _from(model, locking.printers_of(model)),
        "Prints, and so locks": _to(model, locking.printers_of),
        "Rows that are amended with it": _from(model, snapshots.rows_named(model)),
        "A row of, and amended with": _to(model, snapshots.rows_named),
        "Links that make nothing public": sorted(field for one, field in naming.excused() if one is model),
        "Never two public at once of one": [series for one, series in guards.GUARDED if one is model],
        "Told from its namesakes in choices by": _names(choice_notes.sources_of(model)),
    }


def of_every_record() -> Sections:
    """Return the functions that are called whatever the record is, by heading."""
    return {
        "Called by every deed, whatever the record": _names(following.followers()),
        "Asked before every approval": _names(following.approval_checks()),
        "Asked for the stories about a record": _names(stories.tellers()),
        "Called at every tick": _names(jobs.registered()),
    }


def _links_up(model: type[Model]) -> list[str]:
    return [link for one, link in hanging.hanging() if one is model]


def _from(model: type[Model], paths: Iterable[str]) -> list[str]:
    return [f"{path} → {end_of(model, path)._meta.label}" for path in paths]


def _to(model: type[Model], paths_of: Callable[[type], Iterable[str]]) -> list[str]:
    """Return the declarations of other models whose paths end at this one."""
    ways = ((other, path) for other in apps.get_models() for path in paths_of(other))
    return [f"{other._meta.label} by its {path}" for other, path in ways if end_of(other, path) is model]


def _names(functions: Iterable[Callable]) -> list[str]:
    return [f"{function.__module__}.{function.__qualname__}" for function in functions]
