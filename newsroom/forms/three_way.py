"""Three-way merge of a posted form with what others have saved since it was begun, before Django binds it.

`shown` is the snapshot that the form began from, `now` the record as it stands under the lock. Field by field, and row
by row by its key: what I alone changed is left as posted; what others alone changed is put into what was posted, and
said (`kept`); what both changed, or one changed and the other removed, is a conflict, which the form says at its field
with the other text. Choices of several are merged as sets.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

from django import forms
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from newsroom.forms.validated import BEGUN
from newsroom.languages import in_a_row, labelled
from newsroom.publishing.amending import snapshots
from newsroom.publishing.amending.differences import in_words

TAKEN = "_theirs"  # names of the fields at which somebody ticked that theirs is taken
UNKNOWN = object()  # the form's beginning does not say
ROWS = 2000

Seen = Callable[[dict], Any]
By = Callable[[Any, Any], str]


class Merge:
    """One posted form that is merged in place. `who(now, seen)` names the one who made `seen` what it is now."""

    def __init__(self, posted: QueryDict, shown: dict | None, now: dict, who: Callable[[Any, Seen], str]) -> None:
        self.posted, self.shown, self.now, self.who = posted, shown or {}, now, who
        self.taken = set(posted.getlist(TAKEN))
        self.conflicts: dict[str, Any] = {}
        self.kept: dict[str, list[str]] = defaultdict(list)
        self.removed: dict[str, list[str]] = defaultdict(list)

    def sentences(self) -> list[str]:
        """Return what is said of others' changes that stay."""
        kept = _("Changed meanwhile by %(who)s, and kept: %(what)s.")
        removed = _("Removed meanwhile by %(who)s: %(what)s.")
        told = [(kept, self.kept), (removed, self.removed)]
        return [says % {"who": who, "what": in_a_row(what)} for says, by in told for who, what in by.items()]

    # Fields

    def fields(self, form: Any, shown: dict, now: dict, *, of: str = "", by: By | None = None) -> None:
        """Merge the fields of a form, which is unbound and of the record as it stands now; `by` says who changed it."""
        for bound, column in columns(form):
            if bound.html_name in self.taken:
                self._put(bound)
            else:
                self._field(bound, column, value_in(shown, column), value_in(now, column), of, by or self._by)

    def _by(self, column: Any, new: Any) -> str:
        return self.who(new, lambda snapshot: value_in(snapshot, column))

    def _field(self, bound: Any, column: Any, old: Any, new: Any, of: str, by: By) -> None:
        if new is UNKNOWN or old == new or alike(bound, column, new, self.posted):
            return
        label = str(column.verbose_name)
        who = by(column, new)
        if old is not UNKNOWN and alike(bound, column, old, self.posted):
            self._put(bound)
            self.kept[who].append(labelled(of, label) if of else label)
        elif old is not UNKNOWN and isinstance(bound.field, forms.MultipleChoiceField | forms.ModelMultipleChoiceField):
            self._join(bound, column, old, new)
            self.kept[who].append(labelled(of, label) if of else label)
        else:
            self.conflicts[bound.html_name] = theirs(bound.html_name, in_words(column, new), who)

    def _put(self, bound: Any) -> None:
        """Post what stands in the record now."""
        values = sent_by(bound.field.widget, bound.value())
        if values:
            self.posted.setlist(bound.html_name, values)
        else:
            self.posted.pop(bound.html_name, None)

    def _join(self, bound: Any, column: Any, old: Any, new: Any) -> None:
        """Post theirs with what I added, without what I left out."""
        before, after = ({str(key) for key in initial_of(column, value) or ()} for value in (old, new))
        mine = {str(key) for key in self.posted.getlist(bound.html_name)}
        self.posted.setlist(bound.html_name, sorted((after | (mine - before)) - (before - mine)))

    # Rows

    def rows(self, formset: Any, begun: dict[str, tuple[str, dict]]) -> None:
        """Merge the rows of an unbound formset of the record as it stands now; `begun` are rows that were saved before.

        All rows that there are now come first, in their order: Django pairs them with the record's rows by place.
        """
        name = formset.prefix
        if not re.fullmatch("[0-9]{1,4}", self.posted.get(f"{name}-TOTAL_FORMS", "")):
            return
        shown = {row["pk"]: row for row in self.shown.get("rows", {}).get(name, [])}
        sent, key = self._taken_out(name), formset.model._meta.pk.name
        for row in sent:
            known = begun.get(row.get(BEGUN, [""])[-1])
            if not row.get(key, [""])[-1] and known and known[0] == name:
                row[key] = [str(known[1]["pk"])]
                shown[known[1]["pk"]] = known[1]
        old = {row[key][-1]: row for row in sent if row.get(key, [""])[-1]}
        new = [row for row in sent if not row.get(key, [""])[-1]]
        for index, form in enumerate(formset.initial_forms):
            self._there(form, index, old.pop(str(form.instance.pk), None), shown.get(form.instance.pk), name)
        gone = [row for row in old.values() if self._stays(formset, row, shown)]
        for index, row in enumerate([*gone, *new], start=len(formset.initial_forms)):
            self._write(f"{name}-{index}", row)
            if row in gone:
                self._say_gone(f"{name}-{index}", row, name)
        self.posted[f"{name}-INITIAL_FORMS"] = str(len(formset.initial_forms))
        self.posted[f"{name}-TOTAL_FORMS"] = str(len(formset.initial_forms) + len(gone) + len(new))

    def _taken_out(self, name: str) -> list[dict[str, list[str]]]:
        """Take the rows out of what was posted, each as {field: values}, with its fields of which theirs is taken."""
        found: dict[int, dict[str, list[str]]] = defaultdict(dict)
        for posted in list(self.posted):
            if match := re.fullmatch(rf"{re.escape(name)}-([0-9]{{1,4}})-(.+)", posted):
                found[int(match[1])][match[2]] = self.posted.pop(posted)
        for number, row in found.items():
            own = f"{name}-{number}-"
            row[TAKEN] = [one.removeprefix(own) for one in self.taken if one.startswith(own)]
        self.taken = {one for one in self.taken if not one.startswith(f"{name}-")}
        total = min(int(self.posted[f"{name}-TOTAL_FORMS"]), ROWS)
        return [found[number] for number in sorted(found) if number < total]

    def _write(self, prefix: str, row: dict[str, list[str]]) -> None:
        self.taken |= {f"{prefix}-{field}" for field in row.pop(TAKEN)}
        for field, values in row.items():
            self.posted.setlist(f"{prefix}-{field}", values)

    def _there(self, form: Any, index: int, row: dict | None, shown: dict | None, name: str) -> None:
        """Merge a row that there is now."""
        prefix, key = f"{name}-{index}", form.instance.pk
        now = _row(self.now, name, key)
        called = labelled(form.instance._meta.verbose_name, form.instance)
        self.posted[f"{prefix}-{form.instance._meta.pk.name}"] = str(key)
        if row is None:  # somebody else's, or not sent
            for bound, _column in columns(form):
                self._put(bound)
            if shown is None:
                self.kept[self.who(True, lambda snapshot: bool(_row(snapshot, name, key)))].append(called)
            return
        removed = row.pop("DELETE", None)
        self._write(prefix, row)
        if removed and shown and _same(form, shown, now):
            self.posted.setlist(f"{prefix}-DELETE", removed)
        elif removed:
            for bound, _column in columns(form):
                self._put(bound)
            who = self.who(now["fields"], lambda snapshot: _row(snapshot, name, key).get("fields"))
            says = _("Changed meanwhile by %(who)s, and so not removed. Look at it, and remove it then.")
            self.conflicts[prefix] = says % {"who": who}
        else:
            found: Seen = lambda snapshot: _row(snapshot, name, key)  # noqa: E731
            by: By = lambda column, new: self.who(new, lambda snapshot: value_in(found(snapshot), column))  # noqa: E731
            self.fields(form, shown or {}, now, of=called, by=by)

    def _stays(self, formset: Any, row: dict, shown: dict) -> bool:
        """Return whether a row that somebody else removed holds something of mine, and so is shown again."""
        name, key = formset.prefix, row[formset.model._meta.pk.name][-1]
        before = next((one for one in shown.values() if str(one["pk"]) == key), {})
        if "DELETE" in row:
            return False
        form, posted = formset.empty_form, QueryDict(mutable=True)
        for field, values in row.items():
            if field != TAKEN:
                posted.setlist(f"{form.prefix}-{field}", values)
        if not before or not all(alike(bound, one, value_in(before, one), posted) for bound, one in columns(form)):
            return True
        number = [one["pk"] for one in self.shown.get("rows", {}).get(name, [])].index(before["pk"]) + 1
        called = f"{formset.model._meta.verbose_name} {number}"
        self.removed[self._who_removed(name, key)].append(called)
        return False

    def _say_gone(self, prefix: str, row: dict, name: str) -> None:
        """Make a row that is gone a new one, with a sentence above it."""
        key = self.posted.pop(f"{prefix}-id")[-1]
        self.posted[f"{prefix}-{BEGUN}"] = uuid4().hex
        says = _(
            "Removed meanwhile by %(who)s; your text is kept. Save to add it again, or remove the row to let it go."
        )
        self.conflicts[prefix] = says % {"who": self._who_removed(name, key)}

    def _who_removed(self, name: str, key: str) -> str:
        keys: Seen = lambda snapshot: any(str(row["pk"]) == key for row in snapshot["rows"].get(name, []))  # noqa: E731
        return self.who(False, keys)


def theirs(html_name: str, words: str, who: str) -> Any:
    """Return the sentence of a conflict, with the other text and a tick to take it."""
    says = _("Changed meanwhile by %(who)s; saved there now:") % {"who": who}
    return format_html(
        '{} <q class="desk-theirs">{}</q> <label><input type="checkbox" name="{}" value="{}"> {}</label>',
        *(says, words, TAKEN, html_name, capfirst(_("take theirs"))),
    )


def value_in(snapshot: dict, column: Any) -> Any:
    """Return the plain value of a column or a link in a snapshot."""
    if column.many_to_many:
        return snapshot.get("links", {}).get(column.name, UNKNOWN)
    return snapshot.get("fields", {}).get(column.attname, UNKNOWN)


def initial_of(column: Any, value: Any) -> Any:
    """Return a plain value as a form field takes it for its initial one."""
    return value if column.is_relation else column.to_python(value)


def alike(bound: Any, column: Any, value: Any, posted: QueryDict) -> bool:
    """Return whether a field was posted with a plain value, as far as a reader could tell."""
    if value is UNKNOWN:
        return False
    field, initial = bound.field, initial_of(column, value)
    sent = field.widget.value_from_datadict(posted, {}, bound.html_name)
    if not field.has_changed(initial, sent):
        return True
    same = getattr(field.widget, "alike", _reads_alike)
    return isinstance(initial, str) and isinstance(sent, str) and same(initial, sent)


def _reads_alike(one: str, other: str) -> bool:
    return one.strip().splitlines() == other.strip().splitlines()


def sent_by(widget: Any, value: Any) -> list[str]:
    """Return what a browser sends of a widget with this value."""
    widget = getattr(widget, "widget", widget)
    if isinstance(widget, forms.CheckboxInput):
        return ["on"] if widget.check_test(value) else []
    shown = widget.format_value(value)
    if isinstance(shown, list | tuple):
        return [str(one) for one in shown if one not in (None, "")]
    return ["" if shown is None else str(shown)]


def columns(form: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the fields of a form that are columns or links of its model."""
    model = form._meta.model
    known = {column.name: column for column in (*snapshots.columns_of(model), *snapshots.links_of(model))}
    parent = getattr(getattr(form, "fk", None), "name", None)
    for name in form.fields:
        if name in known and name != parent and not isinstance(form.fields[name], forms.models.InlineForeignKeyField):
            yield form[name], known[name]


def _row(snapshot: dict, name: str, key: Any) -> dict:
    return next((row for row in snapshot["rows"].get(name, []) if row["pk"] == key), {})


def _same(form: Any, one: dict, other: dict) -> bool:
    return all(value_in(one, column) == value_in(other, column) for _bound, column in columns(form))
