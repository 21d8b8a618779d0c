"""Kept for the first migrations of `places` and `people`, which import it: see `newsroom.languages.sorting`."""

from newsroom.languages.sorting import SortKey  # noqa: F401
