"""What was typed or picked in a form that could not be saved, by its labels, to copy it from.

The form itself cannot be asked: it is bound to an account, and whoever typed may be signed out. Its fields can.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.db import DatabaseError
from django.forms.models import _get_foreign_key
from django.http import HttpRequest
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from newsroom.articles.admin.deed_pages import PAGES
from newsroom.articles.admin.words import WordsForm
from newsroom.articles.models import Article
from newsroom.forms.deed_pages import RELEASE, RETRACT, shown_name
from newsroom.forms.proposing import Why
from newsroom.forms.typed import KEY
from newsroom.publishing.deeds import may_view

ROW = re.compile(r"(?P<prefix>.+)-(?P<number>\d+|__prefix__)-(?P<name>.+)")
OF_THE_LIST = {"action", "select_across", "index"}
MANAGEMENT = ("-TOTAL_FORMS", "-INITIAL_FORMS", "-MIN_NUM_FORMS", "-MAX_NUM_FORMS")


@dataclass
class Typed:
    """The values of one field. `part` is the row or the edition that it belongs to; `is_preset`: nobody typed it."""

    label: str
    values: list[str]
    field: forms.Field | None = None
    part: str = ""
    picked: tuple[str, ...] = ()
    is_preset: bool = False


@dataclass(frozen=True)
class Handed:
    """One field of the page, in words."""

    label: str
    words: str


def anything_typed(request: HttpRequest) -> bool:
    return any(True for _one in _all_typed(request))


def handed_back(request: HttpRequest) -> list[Handed]:
    """Return all that was typed or picked, in the order of the form."""
    typed = list(_all_typed(request))
    names = _names_of(typed, request)
    return [Handed(" · ".join(filter(None, [one.part, one.label])), _in_words(one, names)) for one in typed]


def _all_typed(request: HttpRequest) -> Iterator[Typed]:
    """Yield what was typed; a row in which everything is as it was preset is left out."""
    rows = defaultdict(list)
    for one in _fields_sent(request):
        rows[one.part].append(one)
    for part, fields in rows.items():
        if not (part and all(one.is_preset for one in fields)):
            yield from fields


def _fields_sent(request: HttpRequest) -> Iterator[Typed]:
    form, picked = _Form(request), _picked(request)
    for name in request.POST:
        values = [value for value in request.POST.getlist(name) if value.strip()]
        if values and (one := form.field(name, values)):
            one.picked = picked.get(name, ())
            yield one


def _picked(request: HttpRequest) -> dict[str, tuple[str, ...]]:
    """Return how the browser showed what was picked, by field name: it goes back to whoever sent it."""
    try:
        sent = json.loads(request.POST.get("_picked", ""))
        return {name: tuple(map(str, words)) for name, words in sent.items() if isinstance(words, list)}
    except (ValueError, AttributeError):
        return {}


class _Form:
    """The form that stands at the address of a request, as far as the address tells."""

    def __init__(self, request: HttpRequest) -> None:
        match = request.resolver_match
        self.desk, page = _admin_of(match.url_name if match else "")
        deeds = {"release": RELEASE, "retract": RETRACT} | getattr(self.desk, "deed_pages", {})
        if match and match.url_name == "articles_deed":
            self.desk, deeds, page = None, PAGES, match.kwargs["name"]
        self.deed = deeds.get(page)

    def field(self, name: str, values: list[str]) -> Typed | None:
        """Return the field `name` with its values, or None for machinery."""
        if _is_machinery(name):
            return None
        if row := ROW.fullmatch(name):
            return self._in_row(**row.groupdict(), values=values)
        language, _dash, own = name.rpartition("-")
        if self.desk and self.desk.model is Article and language in dict(settings.LANGUAGES):
            field = WordsForm.base_fields.get(own)
            return field and _typed(own, values, field, part=str(dict(settings.LANGUAGES)[language]))
        if name == "language" and not self.desk:
            return None
        return _typed(name, values, self._own(name))

    def _own(self, name: str) -> forms.Field | None:
        if self.deed:
            return self.deed.form.base_fields.get(name)
        if self.desk is None:
            return None
        return _field(self.desk.form, self.desk.model, name) or Why.base_fields.get(name)

    def _in_row(self, prefix: str, number: str, name: str, values: list[str]) -> Typed | None:
        inline = self._inline(prefix)
        if number == "__prefix__" or name == "id" or (inline and name == inline.fk_name):
            return None
        rows = str(inline.model._meta.verbose_name_plural) if inline else prefix
        part = f"{rows[:1].upper()}{rows[1:]} {int(number) + 1}"
        if name == "DELETE":
            return Typed(_("Delete"), [_yes()], part=part)
        one = _typed(name, values, inline and _field(inline.form, inline.model, name), part=part)
        usual = getattr(inline and inline.form, "usual", {}).get(name, ())
        one.is_preset = one.is_preset or values == ([usual] if isinstance(usual, str) else list(usual))
        return one

    def _inline(self, prefix: str) -> Any:
        for inline in getattr(self.desk, "inlines", ()):
            link = _get_foreign_key(self.desk.model, inline.model, fk_name=inline.fk_name)
            if link.remote_field.get_accessor_name(model=inline.model).replace("+", "") == prefix:
                return _Rows(inline.model, inline.form, link.name)
        return None


@dataclass(frozen=True)
class _Rows:
    model: Any
    form: Any
    fk_name: str


def _admin_of(url_name: str) -> tuple[Any, str]:
    """Return the admin whose page is called `url_name`, with the rest of the name."""
    for model, desk in admin.site._registry.items():
        label = f"{model._meta.app_label}_{model._meta.model_name}_"
        if (url_name or "").startswith(label):
            return desk, url_name.removeprefix(label)
    return None, ""


def _field(form: Any, model: Any, name: str) -> forms.Field | None:
    """Return the field of a form, or the one that the model's own field would have."""
    if field := getattr(form, "base_fields", {}).get(name):
        return field
    own = {field.name: field for field in model._meta.get_fields() if hasattr(field, "formfield")}.get(name)
    return own and own.formfield()


def _typed(name: str, values: list[str], field: forms.Field | None, part: str = "") -> Typed:
    label = str(field.label or name) if field else name
    initial = field.initial() if field and callable(field.initial) else field and field.initial
    preset = field is not None and values == [str(initial)]
    return Typed(f"{label[:1].upper()}{label[1:]}", values, field, part, is_preset=preset)


def _yes() -> str:
    return pgettext("a box that is ticked", "yes")


def _is_machinery(name: str) -> bool:
    if name == "csrfmiddlewaretoken" or name == "next" or name in OF_THE_LIST or "password" in name:
        return True
    return name.startswith(("_", "initial-")) or name.endswith(("-started", *MANAGEMENT))


def _kind(one: Typed) -> Any:
    """Return the model of the records that the field chooses from, or None."""
    chooses = isinstance(one.field, forms.ModelChoiceField) and one.field.queryset is not None
    return one.field.queryset.model if chooses else None


def _names_of(typed: list[Typed], request: HttpRequest) -> dict[tuple, str]:
    """Return the names of the records picked, by kind and key: of those only that the account, or a reader, may see."""
    keys = defaultdict(set)
    for one in typed:
        if kind := _kind(one):
            keys[kind].update(key for key in one.values if KEY.fullmatch(key))
    try:
        return {
            (kind, str(record.pk)): _called(record)
            for kind, wanted in keys.items()
            for record in _visible(kind, request).filter(pk__in=wanted)
        }
    except DatabaseError:  # it may be the reason why nothing was saved
        return {}


def _visible(kind: Any, request: HttpRequest) -> Any:
    if may_view(request.user, kind):
        return kind._default_manager.all()
    records = kind._default_manager.all()
    return records.public(request.moment) if hasattr(records, "public") else records.none()


def _called(record: Any) -> str:
    named = record.name_in(get_language()) if hasattr(record, "name_in") else ""
    return str(named or shown_name(record))


def _in_words(one: Typed, names: dict[tuple, str]) -> str:
    if isinstance(one.field, forms.BooleanField):
        return _yes()
    shown = dict(zip(one.values, one.picked, strict=True)) if len(one.picked) == len(one.values) else {}
    if kind := _kind(one):
        return "\n".join(shown.get(key) or names.get((kind, key)) or key for key in one.values)
    choices = dict(_flat(getattr(one.field, "choices", ()))) | shown
    return "\n".join(str(choices.get(value) or value) for value in one.values)


def _flat(choices: Any) -> Iterator[tuple[str, Any]]:
    """Yield value and name of each choice, those in groups too."""
    for value, name in choices:
        if isinstance(name, list | tuple):
            yield from _flat(name)
        else:
            yield str(value), name
