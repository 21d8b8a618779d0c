"""An earlier revision put into a form, as if somebody had typed it: saving it is a save like any other."""

from typing import Any
from uuid import uuid4

from django.http import QueryDict

from newsroom.forms.three_way import UNKNOWN, columns, initial_of, sent_by, value_in
from newsroom.forms.validated import BEGUN

RESTORE = "_restore"


def put(posted: QueryDict, form: Any, snapshot: dict) -> None:
    """Post what a snapshot says in the fields of an unbound form; what it does not say, as it stands now."""
    for bound, column in columns(form):
        value = value_in(snapshot, column)
        shown = bound.value() if value is UNKNOWN else bound.field.prepare_value(initial_of(column, value))
        if values := sent_by(bound.field.widget, shown):
            posted.setlist(bound.html_name, values)


def put_rows(posted: QueryDict, formset: Any, rows: list[dict] | None) -> None:
    """Post rows: those of now that are not among `rows` are marked for removal, those that are gone are new.

    None are rows that the form only shows.
    """
    for count, value in formset.management_form.initial.items():
        posted[f"{formset.prefix}-{count}"] = str(value)
    if rows is None:
        return
    name, key = formset.prefix, formset.model._meta.pk.name
    before = {row["pk"]: row for row in rows}
    for form in formset.initial_forms:
        row = before.pop(form.instance.pk, None)
        posted[f"{form.prefix}-{key}"] = str(form.instance.pk)
        put(posted, form, row or {})
        if row is None:
            posted[f"{form.prefix}-DELETE"] = "on"
    there = len(formset.initial_forms)
    for number, row in enumerate(before.values(), start=there):
        form = formset.empty_form
        form.prefix = f"{name}-{number}"
        put(posted, form, row)
        posted[f"{form.prefix}-{BEGUN}"] = uuid4().hex
    posted[f"{name}-INITIAL_FORMS"], posted[f"{name}-TOTAL_FORMS"] = str(there), str(there + len(before))
