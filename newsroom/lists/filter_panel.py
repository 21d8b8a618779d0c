"""Template context of a list's filters: clean URL, validation errors, chips, menus and links."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from newsroom.lists.filtering import InYear, ListFilter, ListFilters, Offered
from newsroom.lists.pagination import ListPage

BESIDE = 8  # names offered as links
NEAR = 250  # rows of a long list among which is looked for what is frequent


@dataclass(frozen=True)
class FilterPanel:
    """The filters of one list, as `components/filters.html` and `tally.html` print them."""

    filters: ListFilters
    kept: dict = field(default_factory=dict)  # what every link asks besides, though it does not narrow the list

    @property
    def ways_by_name(self) -> Mapping[str, ListFilter]:
        """Return the filters of the set, by their parameters."""
        return self.filters.filters

    def asked(self) -> dict[str, str]:
        """Return the parameters that narrow the list, as they stand in its clean address."""
        return {name: self.ways_by_name[name].asked(value) for name, value in self.filters.values().items()}

    def untidy(self) -> bool:
        """Return whether the query string holds what a form leaves in it: empty values, or names as typed."""
        known = {name: value for name, value in self.filters.data.items() if name in self.ways_by_name}
        return self.filters.is_valid() and known != self.asked()

    def complaints(self) -> list[dict]:
        """Return what was not understood: {sentence, choices: [(label, address)]}."""
        if self.filters.is_valid():
            return []
        return [
            {"sentence": error.messages[0], "choices": self._meant(name, error)}
            for name, errors in self.filters.form.errors.as_data().items()
            for error in errors[:1]
        ]

    def _meant(self, name: str, error: Any) -> list[tuple[str, str]]:
        others = {other: value for other, value in self.filters.data.items() if other in self.ways_by_name and value}
        choices = getattr(error, "choices", [])
        return [(label, self._address(others | {name: value})) for value, label in choices]

    def chips(self) -> list[dict]:
        """Return what the list is narrowed to, each with the address without it."""
        asked = self.asked()
        return [
            {
                "way": self.ways_by_name[name].label,
                "label": self.ways_by_name[name].label_of(value),
                "without": self._address({other: one for other, one in asked.items() if other != name}),
            }
            for name, value in self.filters.values().items()
        ]

    def ways(self, listing: ListPage) -> list[dict]:
        """Return each way as `components/filters.html` prints it, with what the list offers there.

        How many there are of each is known where the list is counted to its end. Of a longer one only what is
        frequent among the newest is offered, and nobody sees how many those are.
        """
        counted = self.filters.tally(listing.newest if listing.exact else listing.newest[:NEAR])
        return [self._way(name, way.named(counted[name]), listing.exact) for name, way in self.ways_by_name.items()]

    def _way(self, name: str, offered: list, exact: bool) -> dict:
        asked, menu = self.asked(), isinstance(self.ways_by_name[name], Offered)
        first = offered if menu else sorted(offered, key=lambda one: -one[2])
        links = [
            {"label": label, "count": many if exact else None, "address": self._address(asked | {name: value})}
            for value, label, many in first[:BESIDE]
        ]
        return {
            "name": name,
            "label": self.ways_by_name[name].label,
            "set": asked.get(name, ""),
            "shown": self.ways_by_name[name].label_of(self.filters.values()[name]) if name in asked else "",
            "menu": menu and self._menu(name, {value: many for value, _label, many in offered}, exact),
            "links": [] if name in asked or (menu and not isinstance(self.ways_by_name[name], InYear)) else links,
            "names": [] if menu else [label for _value, label, _many in offered],
        }

    def _menu(self, name: str, counted: dict, exact: bool) -> list[dict]:
        """Return a menu's choices: those that the list has, where it is counted to its end and not filtered by it."""
        way, chosen = self.ways_by_name[name], self.asked().get(name, "")
        complete = exact and not chosen
        offered = counted if complete else way.span(self.filters, counted)
        return [
            {"value": value, "label": label, "count": counted.get(value) if complete else None}
            for value, label in way.choices
            if value == chosen or value in offered
        ]

    def _address(self, asked: dict) -> str:
        asked = asked | self.kept
        return f"?{urlencode(asked)}" if asked else ""
