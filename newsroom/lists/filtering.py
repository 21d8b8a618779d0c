"""Filtering of lists with django-filter: from query parameters to words of the index, in a clean URL.

A way of narrowing either offers its whole vocabulary (`Offered`: a menu) or is typed by name (`ByName`: a text field
with the most frequent names beside it), so that a page stays small however many records there are. A value that is
not known makes the whole question void: `qs` is then the list without filters, and `FilterPanel.complaints()` say so.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, ClassVar

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from newsroom.languages import plain_text
from newsroom.lists.index import YEARS, Index
from newsroom.lists.models import Entry

SUGGESTED = 40  # names offered while typing
LONGEST = 200  # characters of what a reader asks for
TOO_LONG = _("A search holds at most 200 characters. Please shorten it.")
NOTED = re.compile(r"(.+?)\s*[(（].+[)）]")


class Several(forms.ValidationError):
    """A name that several records bear: `choices` are (value, label) of each."""

    def __init__(self, choices: list[tuple[str, str]]) -> None:
        super().__init__(_("Several bear this name. Choose one:"), code="several")
        self.choices = choices


class NameField(forms.CharField):
    """Form field that takes a record's slug, or its name in either script.

    `find(text)` answers with those that it may mean, `labels(records)` with what they are called, by their keys.
    """

    def __init__(self, *, find: Any, labels: Any, **kwargs: Any) -> None:
        self.find, self.labels = find, labels
        super().__init__(max_length=LONGEST, validators=[plain_text], **kwargs)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        found = list(self.find(text)) if text else []
        if not found and (noted := NOTED.fullmatch(text)):  # as it was offered: "Newport (Wales)"
            found = list(self.find(noted[1]))
        labels = self.labels(found)
        found = [record for record in found if labels[record.pk] == text] or found
        if len(found) > 1:
            raise Several([(record.slug, labels[record.pk]) for record in found])
        if text and not found:
            raise forms.ValidationError(_("Nothing of this name is on record: the whole list is shown."))
        return found[0] if found else None


class ListFilter(django_filters.Filter):
    """One way of narrowing a list: from what is asked to the words of the index, and what can be asked.

    It narrows by the index alone, so what else a filter of the library may be told is refused.
    """

    def __init__(self, field_name: str | None = None, **kwargs: Any) -> None:
        if ignored := {"lookup_expr", "exclude", "distinct", "method"} & kwargs.keys():
            raise TypeError(f"A filter of a list knows no {', '.join(sorted(ignored))}.")
        super().__init__(field_name, **kwargs)

    def words(self, value: Any) -> list[str]:
        """Return the words under which the index holds the records that are asked for."""
        return [f"{self.field_name}:{value}"]

    def asked(self, value: Any) -> str:
        """Return the value as it stands in a clean address."""
        return str(value)

    def label_of(self, value: Any) -> str:
        return str(value)

    def prepare(self, filters: "ListFilters") -> None:
        """Prepare the choices at one moment, in one language."""

    def named(self, values: Counter) -> list[tuple[str, str, int]]:
        """Return (value as asked, label, how many) of the values that the index counted, to offer them."""
        return [(value, self.label_of(value), many) for value, many in values.most_common()]


class Offered(ListFilter):
    """Filter by one of a few choices.

    `choices` are (value, label), or a function that reads (key in the index, value as asked, label) for a language.
    """

    field_class = forms.ChoiceField

    def __init__(self, *args: Any, choices: Iterable | Callable[[str], dict] = (), **kwargs: Any) -> None:
        self.given, self.choices, self.keys = choices, list[tuple](), dict[str, Any]()
        # Django's own sentence would repeat what was asked.
        unknown = {"invalid_choice": _("There is no such choice: the whole list is shown.")}
        super().__init__(*args, error_messages=unknown, **kwargs)

    def prepare(self, filters: Any) -> None:
        rows = self.given(filters.language) if callable(self.given) else [(one, one, name) for one, name in self.given]
        self.keys = {value: key for key, value, _label in rows}
        self.choices = [(value, str(label)) for _key, value, label in rows]
        self.extra["choices"] = [("", _("all")), *self.choices]

    def words(self, value: Any) -> list:
        return [f"{self.field_name}:{self.keys[value]}"]

    def label_of(self, value: Any) -> Any:
        return dict(self.choices)[value]

    def named(self, values: Any) -> list:
        return [
            (value, label, values[str(self.keys[value])])
            for value, label in self.choices
            if values[str(self.keys[value])]
        ]

    def span(self, _filters: Any, _counted: Any) -> Iterable[str]:
        """Return what is offered where nobody has counted what there is."""
        return [value for value, _label in self.choices]


class InYear(Offered):
    """Filter by year. Every year of `YEARS` is valid; those are offered that the list has."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, choices=[(str(year), str(year)) for year in reversed(YEARS)], **kwargs)

    def span(self, filters: Any, _counted: Any) -> list:
        first, last = filters.years()
        return [str(year) for year in range(first, last + 1)]


class ByName(ListFilter):
    """Filter by a record, found by its name.

    `records(at)` are those that readers can see, `find(at, text)` those that a name may mean, and
    `labels(records, language)` says by their keys what they are called where they stand together.
    """

    field_class = NameField

    def __init__(
        self, *args: Any, records: Callable, find: Callable, labels: Callable, said: Any, **kwargs: Any
    ) -> None:
        self.records, self.find, self.labels = records, find, labels
        super().__init__(*args, label=said, **kwargs)

    def prepare(self, filters: Any) -> None:
        self.at, self.language = filters.at, filters.language
        self.extra |= {
            "find": lambda text: sorted(self.find(self.at, text), key=self._sorted),
            "labels": lambda records: self.labels(records, self.language),
        }

    def words(self, record: Any) -> list:
        return [f"{self.field_name}:{record.pk}"]

    def asked(self, record: Any) -> Any:
        return record.slug

    def label_of(self, record: Any) -> Any:
        return self.labels([record], self.language)[record.pk]

    def named(self, values: Any) -> list:
        """Return the most frequent of what the index counted, in the order of names."""
        most = {int(key): many for key, many in values.most_common(SUGGESTED)}
        found = sorted(self.records(self.at).filter(pk__in=most), key=self._sorted)
        labels = self.labels(found, self.language)
        return [(record.slug, labels[record.pk], most[record.pk]) for record in found]

    def _sorted(self, record: Any) -> tuple:
        return record.sort_key_in(self.language)


class ListFilters(django_filters.FilterSet):
    """The filters of one list at a moment, on a page in one language."""

    index: Index

    class Meta:
        model = Entry
        fields: ClassVar[list[str]] = []

    def __init__(self, data: Any, *, at: datetime, language: str) -> None:
        self.at, self.language = at, language
        super().__init__(data, self.index.entries())
        for way in self.filters.values():
            way.prepare(self)

    def shown(self, entries: QuerySet, asked: dict) -> QuerySet:
        """Return those of `entries` that readers can see, and of which what was asked is true."""
        raise NotImplementedError

    def years(self) -> tuple[int, int]:
        """Return the first and the last year of what readers can see, whatever else was asked."""
        raise NotImplementedError

    def tally(self, keys: list[int]) -> dict[str, Counter]:
        """Return how many of these records are found under each value of each way."""
        return self.index.tally(keys)

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Return the entries asked for, newest first; all of them where one value cannot be understood."""
        if not self.is_valid():
            return self.shown(queryset, {})
        asked = self.values()
        words = [word for name, value in asked.items() for word in self.filters[name].words(value)]
        # All at once: the index begins with the word that fewest records have.
        return self.shown(self.index.entries([f"{self.index.name}:{word}" for word in words]), asked)

    def values(self) -> dict:
        """Return what was asked for and understood: a value, or a record, by the name of its way."""
        return {name: value for name, value in self.form.cleaned_data.items() if value} if self.is_valid() else {}
