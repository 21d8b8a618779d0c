"""Mutants of visibility: one call of `.public()` at a time returns everything.

A call is identified by its file and line in `newsroom`, outside `publishing`. The code is unchanged;
only the result for that call site is replaced.
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
    """Return every (class, method name) that defines `public` or `is_public`."""
    found = set()
    for model in apps.get_models():
        for cls in (*model.__mro__, *type(model._default_manager.all()).__mro__):
            found |= {(cls, name) for name in QUESTIONS if cls.__module__.startswith("newsroom.") and name in vars(cls)}
    return found


def asking_site() -> Site:
    """Return the call site as (file, line): the first frame outside `publishing` and the visibility methods."""
    frame = sys._getframe(1)
    while frame is not None:
        path, name = frame.f_code.co_filename, frame.f_code.co_name
        if path.startswith(HOUSE) and "/publishing/" not in path and name not in QUESTIONS:
            return path.removeprefix(f"{HOUSE}/"), frame.f_lineno
        frame = frame.f_back
    return "tests", 0


@contextmanager
def answering(change) -> Iterator[None]:
    """Let `change(site, records or row, answer)` replace the result of every visibility call."""

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
    """Yield the call sites recorded, with the addresses that ran them, and a dict for the current address."""
    heard: dict[Site, set[str]] = defaultdict(set)
    here = {"address": ""}

    def note(site, _self, answer):
        heard[site].add(here["address"])
        return answer()

    with answering(note):
        yield heard, here


@contextmanager
def forgotten_at(site: Site) -> Iterator[None]:
    """Let the one call at `site` return everything."""

    def forget(asked_at, records, answer):
        if asked_at != site:
            return answer()
        return records.all() if hasattr(records, "all") else True

    with answering(forget):
        yield


def likeliest_first(addresses: set[str]) -> list[str]:
    """Sort addresses: lists before pages of one record, and without a query before with one."""
    return sorted(addresses, key=lambda address: ("?" in address, address.count("/"), address))
