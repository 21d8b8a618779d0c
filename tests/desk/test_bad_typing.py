"""Every form of the desk refuses, at the field and before any database, what cannot be; every typed word comes back.

The forms are those of the registry, so that a new record, row or field stands in this proof by itself.
"""

from collections import Counter

import pytest
from django import forms
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from newsroom.forms.admin_bases import OnlyToRead
from tests import factories
from tests.desk.test_no_second_way import address
from tests.desk.typing import form_of

TOO_LARGE = 3_000_000_000  # for PostgreSQL; SQLite would keep it
NOT_PRINTABLE = ("a\x00b", "a\x1b[31mb")
ENTERED = {model._meta.label: model for model, desk in admin.site._registry.items() if not isinstance(desk, OnlyToRead)}


class Opened:
    """One form of the desk as a browser has it: what stands in it, and the fields of all its parts by their names."""

    def __init__(self, client, address: str):
        self.client, self.address = client, address
        page = client.get(address)
        assert page.status_code == 200, address
        self.sent, self.fields = form_of(page.text), {}
        self.note(page.context["adminform"].form)
        for inline in page.context["inline_admin_formsets"]:
            if inline.has_add_permission:
                self.add_row(inline.formset)

    def note(self, form) -> None:
        for part in (form, *getattr(form, "editions", ())):
            for bound in part:
                if not bound.field.disabled and not isinstance(bound.field.widget, forms.HiddenInput):
                    self.fields[bound.html_name] = bound.field

    def add_row(self, formset) -> None:
        prefix, number = formset.prefix, formset.total_form_count()
        self.sent[f"{prefix}-TOTAL_FORMS"] = [str(number + 1)]
        row = formset.empty_form
        row.prefix = formset.add_prefix(number)
        self.note(row)

    def of(self, *kinds: type, but: tuple = ()) -> list[str]:
        """Return the names of the fields of these kinds."""
        return [name for name, field in self.fields.items() if isinstance(field, kinds) and not isinstance(field, but)]

    def texts(self) -> list[str]:
        return self.of(forms.CharField)

    def send(self, typed: dict) -> "Answer":
        return Answer(self.client.post(self.address, self.sent | typed))


class Answer:
    """What the desk said to a form: the page, and its sentences by the names of the fields."""

    def __init__(self, response):
        self.status, self.text = response.status_code, response.text
        self.sentences = {}
        if response.context and "adminform" in response.context:
            self.note(response.context["adminform"].form)
            for inline in response.context["inline_admin_formsets"]:
                for row in inline.formset.forms:
                    self.note(row)

    def note(self, form) -> None:
        for part in (form, *getattr(form, "editions", ())):
            self.sentences |= {part.add_prefix(name): errors for name, errors in part.errors.items()}

    def unsaid(self, names) -> list[str]:
        """Return those of the fields at which nothing is said."""
        return [name for name in names if name not in self.sentences]

    def lost(self, typed: dict) -> list[str]:
        """Return the fields that no longer hold what was typed."""
        kept = form_of(self.text)
        return [name for name, words in typed.items() if kept.get(name) != [str(words)]]


@pytest.fixture(scope="module")
def typist(built_once) -> Client:
    client = Client()
    client.force_login(factories.user("publisher", "root", language="en", is_superuser=True))
    return client


@pytest.fixture(scope="module", params=sorted(ENTERED))
def opened(request, typist) -> Opened:
    """Return the form of one kind of record, opened once: what the tests send is undone."""
    model = ENTERED[request.param]
    asked = typist.get(address(model, "changelist")).wsgi_request
    if admin.site._registry[model].has_add_permission(asked):
        return Opened(typist, address(model, "add"))
    return Opened(typist, address(model, "change", model._base_manager.create(pk=1).pk))


@pytest.fixture
def form(opened, db) -> Opened:
    return opened


def words(form: Opened) -> dict[str, str]:
    """Return words for every text field, none like another."""
    return {name: f"Typed {number}" for number, name in enumerate(form.texts())}


def test_text_longer_than_its_column(form):
    limits = {name: form.fields[name].max_length for name in form.texts() if form.fields[name].max_length}
    typed = {name: "x" * (limit + 1) for name, limit in limits.items()}

    answer = form.send(words(form) | typed)

    assert (answer.status, answer.unsaid(typed), answer.lost(typed)) == (200, [], [])


@pytest.mark.parametrize("bad", NOT_PRINTABLE, ids=["nul", "control"])
def test_text_that_cannot_be_printed(form, bad):
    names = [name for name in form.texts() if not is_prose(form.fields[name]) and "password" not in name]

    answer = form.send(dict.fromkeys(names, bad))

    assert (answer.status, answer.unsaid(names)) == (200, [])


def is_prose(field) -> bool:
    """Running text is cleaned instead."""
    return getattr(field.widget, "cleans", False)


def test_half_a_character_is_never_an_error_of_the_house(form):
    typed = dict.fromkeys(form.texts(), "Ning\ud800bo".encode("utf-8", "surrogatepass"))

    assert form.send(typed).status in (200, 302)


def test_a_number_that_only_one_database_would_keep(form):
    names = form.of(forms.IntegerField, forms.FloatField)
    typed = dict.fromkeys(names, TOO_LARGE)

    answer = form.send(words(form) | typed)

    assert answer.unsaid(typed) == [] and (not typed or answer.lost(typed) == [])


@pytest.mark.parametrize("bad", ["nonsense", "9" * 30, "-1", "a\x00b"])
def test_what_is_no_number_and_no_choice(form, bad):
    choices = form.of(forms.ChoiceField, forms.ModelChoiceField, forms.MultipleChoiceField)
    numbers = form.of(forms.IntegerField, forms.DecimalField)

    answer = form.send(dict.fromkeys([*choices, *numbers], bad))

    assert answer.status in (200, 302)
    assert answer.unsaid(choices) == []


def test_rows_of_each_of_which_one_field_alone_was_filled(form):
    """Whatever else the record lacks, what was typed into the rows is there again."""
    above, typed, rows = words(form), {}, Counter()
    for prefix, number, name in filter(None, map(in_row, above)):
        typed[f"{prefix}-{number + rows[prefix]}-{name}"] = above[f"{prefix}-{number}-{name}"]
        rows[prefix] += 1
    counts = {f"{prefix}-TOTAL_FORMS": more for prefix, more in rows.items()}
    totals = {name: [str(int(form.sent[name][0]) + more)] for name, more in counts.items()}

    answer = form.send(dict.fromkeys(form.texts(), "") | totals | typed)

    assert answer.status == 302 or answer.lost(typed) == []


def in_row(field: str) -> tuple[str, int, str] | None:
    """Return the formset, the number and the name of a row's field."""
    parts = field.rsplit("-", 2)
    return (parts[0], int(parts[1]), parts[2]) if len(parts) == 3 and parts[1].isdigit() else None


def test_an_edition_of_which_one_field_alone_was_filled(form):
    """Whatever else the record lacks, what was typed into the edition is there again."""
    for name, typed in words(form).items():
        if "-" in name and not in_row(name):
            answer = form.send(dict.fromkeys(form.texts(), "") | {name: typed})
            assert answer.status == 302 or answer.lost({name: typed}) == [], name


def test_a_file_of_another_kind_than_its_name_says(form):
    typed = words(form)
    for name in form.of(forms.FileField):
        fake = SimpleUploadedFile("picture.jpg", b"MZ no picture", "image/jpeg")
        answer = form.send(typed | {name: fake})
        assert (answer.status, answer.unsaid([name]), answer.lost(typed)) == (200, [], [])
