"""Model field for partial dates: one text column, plus computed columns to sort and filter by."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from newsroom.dates.day import Day


class DayInput(forms.CharField):
    """A text input that reads days in both languages; what it cannot read stays as typed."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 200, "empty_value": None, **kwargs})

    def to_python(self, value: Any) -> Any:
        if isinstance(value, Day):
            return value
        text = super().to_python(value)
        return Day.parse(text) if text else None

    def run_validators(self, value: Any) -> None:
        super().run_validators(str(value) if value else "")

    def prepare_value(self, value: Any) -> Any:
        return value.printed(get_language() or "en") if isinstance(value, Day) else value


class _Known(DeferredAttribute):
    """Reads the day with its mark `inferred`, which stands in a column beside it, wherever that is loaded."""

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        day = super().__get__(instance, cls)
        inferred = False if instance is None else instance.__dict__.get(f"{self.field.attname}_inferred", False)
        return day.as_known(bool(inferred)) if isinstance(day, Day) else day

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.field.attname] = value  # with a `__set__`, Python asks `__get__` first: see `_Computed`


class DayField(models.CharField):
    """A `Day` or None, stored as its canonical text ("" if unknown), with its columns beside it.

    `held = DayField(...)` also makes `held_earliest` and `held_latest` (dates, null where open or unknown)
    and `held_half` (0, 1, 2), always computed from it, never edited; and, unless `remarks=False`, for the
    editor, `held_inferred` and `held_words` (the source's words). Sort by `newest_first("held")`, filter by
    `in_year("held", year)`. The `Day` itself bears the mark, so that whatever prints it can say so.

    The columns follow in create(), save() and bulk_create(). `save(update_fields=…)` and `bulk_update` write
    what they are told: give them `DayField.columns_of("held")`. Never `.update(held=…)`: they stay behind.
    """

    descriptor_class = _Known
    non_db_attrs = (*models.CharField.non_db_attrs, "remarks")

    def __init__(self, *args: Any, remarks: bool = True, **kwargs: Any) -> None:
        self.remarks = remarks
        super().__init__(*args, **{"max_length": 32, "default": None, **kwargs})

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        if kwargs["default"] is None:
            del kwargs["default"]
        if not self.remarks:
            kwargs["remarks"] = False
        return name, path, args, kwargs

    @staticmethod
    def columns_of(name: str) -> list[str]:
        """Return the names to give to `update_fields` when this day is saved alone."""
        return [name, *(f"{name}_{column}" for column in ("earliest", "latest", "half"))]

    def contribute_to_class(self, cls: type[models.Model], name: str, **kwargs: Any) -> None:  # type: ignore[override]
        super().contribute_to_class(cls, name, **kwargs)
        if cls.__module__ != "__fake__":  # a model inside a migration names all its columns itself
            for place, (suffix, column) in enumerate(self._columns(), 1):
                column.creation_counter = self.creation_counter + place / 10  # type: ignore[assignment]  # beside its day
                column.contribute_to_class(cls, f"{name}_{suffix}")

    def _columns(self) -> Iterator[tuple[str, models.Field]]:
        yield "earliest", EarliestField(self.name)
        yield "latest", LatestField(self.name)
        yield "half", HalfField(self.name)
        if self.remarks:
            yield (
                "inferred",
                InferredField(format_lazy(_("{day}: inferred"), day=self.verbose_name), default=False),
            )
            yield (
                "words",
                SourceWordsField(
                    format_lazy(_("{day}: the source's words"), day=self.verbose_name),
                    max_length=200,
                    blank=True,
                    default="",
                    help_text=_("As printed there, for example: last Sunday."),
                ),
            )

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Day | None:
        return Day.parse(value) if value else None

    def to_python(self, value: Any) -> Day | None:
        if value is None or isinstance(value, Day):
            return value
        return Day.parse(value) if value else None

    def get_prep_value(self, value: Any) -> Any:
        day = self.to_python(value)
        return str(day) if day else ""

    def pre_save(self, instance: models.Model, add: bool) -> Day | None:
        day = self.to_python(getattr(instance, self.attname))
        setattr(instance, self.attname, day)
        return day

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj))

    def run_validators(self, value: Any) -> None:
        super().run_validators(str(value) if value else "")

    def formfield(self, **kwargs: Any) -> Any:
        example = _("For example 2019-08-18, August 2019, 18–20 August 2019 or since 2017.")
        shown = {"form_class": DayInput, "help_text": self.help_text or example}
        return super(models.CharField, self).formfield(**{**shown, **kwargs})


class _Beside(models.Field):
    """A column that its day brings along: met again in a copy or an abstract parent, it is not made twice.

    A model that inherits `held` from an abstract one gets copies of `held` and `held_earliest`; its `held` would then
    bring another `held_earliest`.
    """

    def contribute_to_class(self, cls: type[models.Model], name: str, **kwargs: Any) -> None:  # type: ignore[override]
        if not any(field.name == name for field in cls._meta.local_fields):
            super().contribute_to_class(cls, name, **kwargs)


class _Computed(DeferredAttribute):
    """Reads the column from its day whenever that is loaded, so never stale; what is assigned is passed over.

    A model keeps its columns in `instance.__dict__`. For `held = DayField()` this stands at `Event.held_earliest`:

        event = Event(held=Day.parse("2019-08"))
        event.held_earliest                  # 2019-08-01, asked of event.__dict__["held"]
        event.held = Day.parse("2020")
        event.held_earliest                  # 2020-01-01 at once, without a save
        Event.objects.only("held_earliest")  # no day in __dict__: the column as the database has it

    Django's own descriptor has no `__set__`, so that a value in `__dict__` is found before it is asked. `Event()`,
    rows from the database and `refresh_from_db` put one there for every column: with a `__set__` here Python asks
    `__get__` first, and what they assigned waits in `__dict__` for the case that the day is not loaded.
    """

    field: "_ComputedField"

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        if instance is None or self.field.day not in instance.__dict__:
            return super().__get__(instance, cls)
        return self.field.computed(instance.__dict__[self.field.day])

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class _ComputedField(_Beside):
    descriptor_class = _Computed
    says = ""

    def __init__(self, day: str, **kwargs: Any) -> None:
        self.day = day
        super().__init__(**{"editable": False, **kwargs})

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, [self.day, *args], kwargs

    def computed(self, day: Any) -> Any:
        return getattr(day, self.says) if isinstance(day, Day) else self.get_default()


class EarliestField(_ComputedField, models.DateField):
    says = "earliest"

    def __init__(self, day: str, **kwargs: Any) -> None:
        super().__init__(day, **{"null": True, **kwargs})


class LatestField(_ComputedField, models.DateField):
    says = "latest"

    def __init__(self, day: str, **kwargs: Any) -> None:
        super().__init__(day, **{"null": True, **kwargs})


class HalfField(_ComputedField, models.PositiveSmallIntegerField):
    says = "half"

    def __init__(self, day: str, **kwargs: Any) -> None:
        super().__init__(day, **{"default": 0, **kwargs})


class InferredField(_Beside, models.BooleanField):
    """Whether the day, or a part of it, was inferred by an editor."""


class SourceWordsField(_Beside, models.CharField):
    """The day as the source prints it."""
