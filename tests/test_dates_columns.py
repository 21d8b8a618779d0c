"""Days in the database: their columns, their order, their rules, on SQLite and on PostgreSQL."""

import copy
import datetime

import pytest
from django.apps.registry import Apps
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.migrations.state import ModelState
from django.db.models import CheckConstraint, F, Q
from django.test.utils import isolate_apps
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.dates import Day, DayField, LengthField, day_constraints, describe, in_year
from tests.daybook import Entry, entry, entry_table  # noqa: F401 (a fixture)
from tests.days import days

pytestmark = pytest.mark.django_db


def columns(**lookup):
    return Entry.objects.values_list("held_earliest", "held_latest", "held_half").get(**lookup)


AFTERNOON_OF_18_AUGUST = (datetime.date(2019, 8, 18), datetime.date(2019, 8, 18), 2)


@pytest.mark.parametrize("text", ["2019", "2019-08", "2019-08-18pm", "2019-08-18/2019-08-20", "/2020", "2017/"])
def test_a_day_comes_back_as_it_was_stored(text):
    assert Entry.objects.get(pk=entry(text).pk).held == Day.parse(text)


def test_an_unknown_day_is_none():
    assert Entry().held is None
    assert Entry.objects.get(pk=entry().pk).held is None


def test_the_columns_follow_a_day_that_is_created():
    assert columns(pk=entry("2019-08-18pm").pk) == AFTERNOON_OF_18_AUGUST


def test_the_columns_follow_a_day_that_changes():
    changed = entry("2019-08-18pm")
    changed.held = Day.parse("2017/")
    changed.save()
    assert columns(pk=changed.pk) == (datetime.date(2017, 1, 1), None, 0)
    changed.held = None
    changed.save()
    assert columns(pk=changed.pk) == (None, None, 0)


def test_the_columns_follow_days_created_in_bulk():
    Entry.objects.bulk_create([Entry(held=Day.parse("2019-08-18pm"), title="bulk")])
    assert columns(title="bulk") == AFTERNOON_OF_18_AUGUST


def test_the_columns_follow_days_changed_in_bulk_when_they_are_named():
    changed = entry("2019")
    changed.held = Day.parse("2019-08-18pm")
    Entry.objects.bulk_update([changed], DayField.columns_of("held"))
    assert columns(pk=changed.pk) == AFTERNOON_OF_18_AUGUST


def test_the_columns_follow_a_day_saved_alone_when_they_are_named():
    changed = entry("2019")
    changed.held = Day.parse("2019-08-18pm")
    changed.save(update_fields=DayField.columns_of("held"))
    assert columns(pk=changed.pk) == AFTERNOON_OF_18_AUGUST


def test_a_record_fetched_without_its_day_keeps_it_when_saved():
    made = entry("2019-08-18pm", title="before")
    part = Entry.objects.defer("held").get(pk=made.pk)
    part.title = "after"
    part.save()
    assert columns(title="after") == AFTERNOON_OF_18_AUGUST
    assert Entry.objects.get(pk=made.pk).held == Day.parse("2019-08-18pm")


def test_a_column_can_be_fetched_without_the_day(django_assert_num_queries):
    made = entry("2019-08-18pm")
    with django_assert_num_queries(1):
        assert Entry.objects.only("held_earliest").get(pk=made.pk).held_earliest == datetime.date(2019, 8, 18)


def test_the_columns_are_computed_and_cannot_be_given():
    held = Entry(held=Day.parse("2019-08"), held_earliest=datetime.date(1900, 1, 1))
    held.held_latest = None
    assert (held.held_earliest, held.held_latest) == (datetime.date(2019, 8, 1), datetime.date(2019, 8, 31))


def test_text_given_for_a_day_is_read_when_it_is_saved():
    made = Entry.objects.create(held="2019年8月18日下午")
    assert made.held == Day.parse("2019-08-18pm")
    assert columns(pk=made.pk) == AFTERNOON_OF_18_AUGUST


def test_remarks_stand_beside_a_day_unless_it_has_none():
    names = [field.name for field in Entry._meta.local_fields]
    start = names.index("held")
    assert names[start : start + 7] == [
        *("held", "held_earliest", "held_latest", "held_half", "held_inferred", "held_words", "title")
    ]
    assert "term_earliest" in names
    assert not {"term_inferred", "term_words"} & set(names)


def test_a_day_inherited_from_an_abstract_model_has_its_columns_once():
    names = [field.name for field in Entry._meta.local_fields]
    assert len(names) == len(set(names))


def test_a_model_made_of_copied_fields_has_the_same_columns():
    fields = {field.name: copy.copy(field) for field in Entry._meta.local_fields}
    meta = type("Meta", (), {"app_label": "daybook", "apps": Apps()})
    history = type("EntryHistory", (models.Model,), {"__module__": __name__, "Meta": meta, **fields})
    assert [field.name for field in history._meta.local_fields] == [field.name for field in Entry._meta.local_fields]


def test_a_model_inside_a_migration_has_exactly_the_columns_it_names():
    state = ModelState.from_model(Entry)
    del state.fields["held_half"]
    state.options["constraints"] = []
    names = [field.name for field in state.render(Apps())._meta.local_fields]
    assert "held_half" not in names
    assert "held_latest" in names


@pytest.mark.parametrize("name", ["held", "term", "held_earliest", "held_half", "held_words"])
def test_a_migration_restores_a_field_as_it_was(name):
    field = Entry._meta.get_field(name)
    assert field.clone().deconstruct()[1:] == field.deconstruct()[1:]
    assert vars(field.clone()).get("remarks") == vars(field).get("remarks")


def test_the_full_check_passes_for_known_and_unknown_days():
    Entry(held=Day.parse("2019-08-18am/2019-08-20pm"), term=Day.parse("/2020")).full_clean()
    Entry().full_clean()


def test_the_full_check_refuses_text_that_is_no_day():
    with pytest.raises(ValidationError) as refused:
        Entry(held="tomorrow").full_clean()
    assert list(refused.value.message_dict) == ["held"]


@pytest.mark.parametrize(
    "change",
    [
        {"held_earliest": datetime.date(2020, 1, 1)},
        {"held_earliest": None, "held_latest": None},
        {"held": None},
    ],
)
def test_the_database_refuses_columns_that_cannot_be_true(change):
    made = entry("2019")
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.filter(pk=made.pk).update(**change)


def test_a_day_is_found_by_its_value():
    made = entry("2019-08-18pm")
    unknown = entry()
    assert list(Entry.objects.filter(held=Day.parse("2019-08-18pm"))) == [made]
    assert list(Entry.objects.filter(held="2019年8月18日下午")) == [made]
    assert list(Entry.objects.filter(held="")) == [unknown]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days(), st.integers(-2, 2))
def test_the_database_and_the_value_agree_on_the_years_in_which_a_day_counts(day, beside):
    with transaction.atomic():
        made = Entry.objects.create(held=day)
        asked = {min(max(year + beside, 1), 9999) for year in (day.years[0], day.years[-1])}
        found = {year for year in asked if Entry.objects.filter(in_year("held", year), pk=made.pk).exists()}
        transaction.set_rollback(True)
    assert found == asked & set(day.years)


def test_an_unknown_day_counts_in_no_year():
    entry()
    assert not Entry.objects.filter(in_year("held", 2019)).exists()


def test_a_serialized_day_is_its_canonical_text():
    held = Day.parse("2019-08-18pm")
    assert '"held": "2019-08-18pm"' in serializers.serialize("json", [Entry(held=held)])
    assert Entry._meta.get_field("held").to_python("2019-08-18pm") == held


def test_a_record_describes_its_day_in_a_language():
    made = entry("2019-08-18")
    assert describe(made, "held", "zh-hans") == "2019年8月18日"
    assert describe(made, "held", "en") == "18 August 2019"
    assert describe(made, "term", "en") == ""


def test_a_column_may_be_compared_with_another_in_the_database():
    Entry.objects.create(held=Day.parse("2019"))
    assert Entry.objects.filter(held=F("held")).count() == 1


@isolate_apps("tests")
def test_a_day_brings_its_columns_in_this_order():
    class Journey(models.Model):  # noqa: DJ008
        went = DayField("went")

        class Meta:
            app_label = "tests"

    columns = Journey._meta.concrete_fields[1:]
    assert [(one.name, one.null, one.editable) for one in columns] == [
        ("went", False, True),
        ("went_earliest", True, False),
        ("went_latest", True, False),
        ("went_half", False, False),
        ("went_inferred", False, True),
        ("went_words", False, True),
    ]
    words = columns[-1]
    assert (words.max_length, words.blank, words.default) == (200, True, "")
    assert [one.day for one in columns[1:4]] == ["went"] * 3
    assert [one.default for one in columns[3:5]] == [0, False]
    with override("en"):
        assert [str(one.verbose_name) for one in columns[4:]] == ["went: inferred", "went: the source’s words"]
        assert str(words.help_text) == "As printed there, for example: last Sunday."


def test_a_day_and_a_length_are_named_as_any_field():
    assert [DayField("day of signing").verbose_name, LengthField("length of the term").verbose_name] == [
        "day of signing",
        "length of the term",
    ]


def test_a_migration_holds_what_differs_from_a_plain_day():
    assert DayField().deconstruct()[3] == {"max_length": 32}
    assert DayField(remarks=False, default="2019").deconstruct()[3] == {
        "max_length": 32,
        "default": "2019",
        "remarks": False,
    }


@override("en")
def test_the_database_holds_these_rules_of_a_day():
    unknown = Q(held_earliest__isnull=True, held_latest__isnull=True)
    open_at_one_end = Q(held_earliest__isnull=True) | Q(held_latest__isnull=True)
    assert day_constraints("held") == [
        CheckConstraint(
            name="%(app_label)s_%(class)s_held_ends_after_it_begins",
            condition=open_at_one_end | Q(held_earliest__lte=F("held_latest")),
            violation_error_message="A range does not end before it begins.",
        ),
        CheckConstraint(
            name="%(app_label)s_%(class)s_held_is_known_by_its_ends",
            condition=(Q(held="") & unknown) | (~Q(held="") & ~unknown),
            violation_error_message="The day and the dates by which it is sorted do not agree.",
        ),
    ]
