"""One forgotten question at a time: a call of `.public()` that answers everything.

A call is known by the place in the house, outside `publishing`, that asked. The question itself is left standing;
only what it answers to that one place is changed.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps

import newsroom

HOUSE = str(Path(newsroom.__file__).parent)
QUESTIONS = ("public", "is_public")
Site = tuple[str, int]


def askers() -> set[tuple[type, str]]:
    """Return every class of the house that answers the question itself, with the question's name."""
    found = set()
    for model in apps.get_models():
        for cls in (*model.__mro__, *type(model._default_manager.all()).__mro__):
            found |= {(cls, name) for name in QUESTIONS if cls.__module__.startswith("newsroom.") and name in vars(cls)}
    return found


def asking_site() -> Site:
    """Return file and line of the call: the first frame of the house that is neither publishing nor a question."""
    frame = sys._getframe(1)
    while frame is not None:
        path, name = frame.f_code.co_filename, frame.f_code.co_name
        if path.startswith(HOUSE) and "/publishing/" not in path and name not in QUESTIONS:
            return path.removeprefix(f"{HOUSE}/"), frame.f_lineno
        frame = frame.f_back
    return "tests", 0


@contextmanager
def answering(change) -> Iterator[None]:
    """Let `change(site, records or row, answer)` decide what every question of the house answers."""

    def wrapped(question):
        def asked(self, at):
            return change(asking_site(), self, lambda: question(self, at))

        return asked

    kept = [(cls, name, vars(cls)[name]) for cls, name in askers()]
    try:
        for cls, name, question in kept:
            setattr(cls, name, wrapped(question))
        yield
    finally:
        for cls, name, question in kept:
            setattr(cls, name, question)


@contextmanager
def listening() -> Iterator[tuple[dict[Site, set[str]], dict[str, str]]]:
    """Yield what was heard, site by site, and where to say which address is being asked."""
    heard: dict[Site, set[str]] = defaultdict(set)
    here = {"address": ""}

    def note(site, _self, answer):
        heard[site].add(here["address"])
        return answer()

    with answering(note):
        yield heard, here


@contextmanager
def forgotten_at(site: Site) -> Iterator[None]:
    """Let the one call at `site` answer everything."""

    def forget(asked_at, records, answer):
        if asked_at != site:
            return answer()
        return records.all() if hasattr(records, "all") else True

    with answering(forget):
        yield


def likeliest_first(addresses: set[str]) -> list[str]:
    """Order addresses so that what gathers comes before what is about one record, and plain before asked."""
    return sorted(addresses, key=lambda address: ("?" in address, address.count("/"), address))
