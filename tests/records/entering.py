"""Enters records as an editor does: opens the form, types into its fields and rows, and sends it."""

from typing import ClassVar

from django import forms
from django.db.models import Model
from django.urls import reverse
from django.utils.translation import override


class Desk:
    """The desk as somebody signed in sees it. Empty forms are alike for everybody, so each is opened once."""

    empty: ClassVar[dict[str, dict]] = {}

    def __init__(self, client, user):
        client.force_login(user)
        self.client = client

    def send(self, model: type, record: Model | None = None, rows: dict[str, list[dict]] | None = None, **typed):
        """Open the form of a new or an existing record, type, send; return the answer."""
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        address = reverse(f"{name}_change", args=[record.pk]) if record else reverse(f"{name}_add")
        return self.post(address, rows, **typed)

    def post(self, address: str, rows: dict[str, list[dict]] | None = None, **typed):
        """Open the form at an address, type, send; return the answer.

        `rows` are new rows by their inline's prefix, typed below those that stand there already.
        """
        sent = self.opened(address)
        for key, value in typed.items():
            assert key in sent, f"the form has no field {key}"
            sent[key] = said(value)
        for prefix, new in (rows or {}).items():
            add_rows(sent, prefix, new)
        return self.client.post(address, {key: value for key, value in sent.items() if value is not False})

    def opened(self, address: str) -> dict:
        """Return what the form at this address holds; an empty form is opened once, they are all alike."""
        if address not in self.empty:
            page = self.client.get(address)
            assert page.status_code == 200, page.status_code
            if not address.endswith("/add/"):
                return shown(page)
            self.empty[address] = shown(page)
        return dict(self.empty[address])

    def enter(self, model: type, rows: dict[str, list[dict]] | None = None, **typed) -> Model:
        """Enter a new record; return it. Fails with what the desk says when it refuses."""
        answer = self.send(model, rows=rows, **typed)
        assert answer.status_code == 302, complaints(answer)
        return model.objects.latest("pk")

    def change(self, record: Model, rows: dict[str, list[dict]] | None = None, **typed) -> Model:
        """Change a record; return it as it is afterwards."""
        answer = self.send(type(record), record, rows, **typed)
        assert answer.status_code == 302, complaints(answer)
        return type(record).objects.get(pk=record.pk)


def shown(page) -> dict:
    """Return what the page's form holds before anybody types: fields, rows and the rows' counts."""
    held = filled(page.context["adminform"].form)
    for inline in page.context["inline_admin_formsets"]:
        held |= filled(inline.formset.management_form)
        for form in inline.formset.initial_forms:
            held |= filled(form)
    return held


def filled(form) -> dict:
    several = (forms.MultipleChoiceField, forms.ModelMultipleChoiceField)
    nothing = {field.html_name: [] if isinstance(field.field, several) else "" for field in form}
    return nothing | {field.html_name: said(field.value()) for field in form if field.value() is not None}


def said(value):
    """Return a value as a form sends it."""
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, (list, tuple)):
        return [said(one) for one in value]
    return value


def add_rows(sent: dict, prefix: str, rows: list[dict]) -> None:
    standing = int(sent[f"{prefix}-TOTAL_FORMS"])
    sent[f"{prefix}-TOTAL_FORMS"] = standing + len(rows)
    for number, row in enumerate(rows, standing):
        sent |= {f"{prefix}-{number}-{key}": said(value) for key, value in row.items()}


def complaints(answer) -> list:
    """Return every sentence with which the desk refused, in English, the field's name before it."""
    with override("en"):
        return _complaints(answer)


def _complaints(answer) -> list:
    if answer.context is None or "adminform" not in answer.context:
        return [f"answered {answer.status_code}"]
    found = list(answer.context["adminform"].form.errors.items())
    for inline in answer.context["inline_admin_formsets"]:
        found += [("rows", inline.formset.non_form_errors())] if inline.formset.non_form_errors() else []
        found += [item for form in inline.formset.forms for item in form.errors.items()]
    return [(name, [str(sentence) for sentence in sentences]) for name, sentences in found]


def refused(answer) -> dict:
    """Return the sentences by field, in English, of a form that came back."""
    assert answer.status_code == 200, answer.status_code
    return {name: " ".join(sentences) for name, sentences in complaints(answer)}
