"""Lengths of time in the database and in forms."""

import pytest
from django.core import serializers
from django.core.exceptions import ValidationError
from django.forms import modelform_factory
from django.utils.translation import override

from newsroom.dates import Day, DayOrLengthInput, Length, LengthField
from newsroom.dates.lengths import LengthInput
from tests.daybook import Entry, entry, entry_table  # noqa: F401 (a fixture)

pytestmark = pytest.mark.django_db

FIVE_YEARS = Length(60)


def form(typed, **initial):
    return modelform_factory(Entry, fields=["lasted"])({"lasted": typed}, instance=Entry(**initial))


@pytest.mark.parametrize("given", [FIVE_YEARS, 60, "5 years", "五年"])
def test_a_length_is_stored_as_its_months_and_comes_back(given):
    made = entry(lasted=given)

    assert made.lasted == FIVE_YEARS
    assert Entry.objects.get(pk=made.pk).lasted == FIVE_YEARS
    assert list(Entry.objects.filter(lasted=FIVE_YEARS)) == list(Entry.objects.filter(lasted=60)) == [made]


@pytest.mark.parametrize("given", [None, ""])
def test_an_unknown_length_is_none(given):
    made = entry(lasted=given)

    assert made.lasted is None
    assert Entry.objects.get(pk=made.pk).lasted is None


def test_a_length_may_be_left_out_and_a_migration_says_so():
    assert LengthField().deconstruct()[3] == {"null": True, "blank": True}
    assert LengthField(null=False).deconstruct()[3] == {"blank": True}


@pytest.mark.parametrize("length", [FIVE_YEARS, Length(18), None])
def test_a_serialized_length_is_read_again(length):
    field = Entry._meta.get_field("lasted")

    assert field.to_python(field.value_to_string(Entry(lasted=length))) == length


def test_a_serialized_length_is_its_text():
    assert '"lasted": "5 years"' in serializers.serialize("json", [Entry(lasted=FIVE_YEARS)])
    assert '"lasted": null' in serializers.serialize("json", [Entry()])


def test_the_full_check_passes_for_lengths_and_refuses_what_is_none():
    Entry(lasted=FIVE_YEARS).full_clean()
    Entry(lasted="18 months").full_clean()
    with pytest.raises(ValidationError) as refused:
        Entry(lasted="some years").full_clean()
    assert list(refused.value.message_dict) == ["lasted"]


def test_validators_of_the_column_see_its_months():
    seen = []
    field = LengthField(validators=[seen.append])

    field.clean(FIVE_YEARS, None)
    field.clean(None, None)
    assert seen == [60]


@pytest.mark.parametrize(("typed", "read"), [("five years", FIVE_YEARS), ("18个月", Length(18)), (" ", None)])
def test_a_form_reads_lengths(typed, read):
    filled = form(typed)

    assert filled.is_valid()
    assert filled.instance.lasted == read


def test_a_form_keeps_what_was_typed_and_says_what_is_wrong():
    filled = form("some years")

    with override("en"):
        assert filled.errors["lasted"] == [
            "This is not understood as a length of time: write for example 5 years or 18 months."
        ]
    assert 'value="some years"' in str(filled["lasted"])


@pytest.mark.parametrize(("language", "shown"), [("en", "5 years"), ("zh-hans", "5年"), (None, "5 years")])
def test_a_length_is_shown_in_the_language_of_its_editor(language, shown):
    shown_form = modelform_factory(Entry, fields=["lasted"])(instance=Entry(lasted=FIVE_YEARS))

    with override(language):
        assert LengthInput().prepare_value(FIVE_YEARS) == shown
        assert f'value="{shown}"' in str(shown_form["lasted"])


@pytest.mark.parametrize(("typed", "changed"), [("5 years", False), ("60个月", False), ("6 years", True), ("", True)])
def test_a_form_sees_a_change_only_where_the_length_differs(typed, changed):
    assert form(typed, lasted=FIVE_YEARS).has_changed() is changed


def test_a_length_is_typed_in_40_characters_at_most():
    assert 'maxlength="40"' in str(form("")["lasted"])


def test_a_form_names_a_length_as_it_is_told():
    assert LengthField("lasted").formfield(label="length of the term").label == "length of the term"


def test_validators_of_a_length_see_its_text():
    seen = []
    field = LengthInput(required=False, validators=[seen.append])

    assert field.clean("五年") == field.clean(FIVE_YEARS) == FIVE_YEARS
    assert field.clean("") is None
    assert seen == ["5 years", "5 years"]


@pytest.mark.parametrize(
    ("typed", "read"),
    [("2019", Day.parse("2019")), ("2016 to 2021", Day.parse("2016/2021")), ("5 years", FIVE_YEARS), ("", None)],
)
def test_a_term_is_typed_as_a_day_or_as_a_length(typed, read):
    assert DayOrLengthInput(required=False).clean(typed) == read


def test_a_term_that_is_neither_is_refused_as_a_day():
    with pytest.raises(ValidationError) as refused:
        DayOrLengthInput().clean("some years")
    assert [error.code for error in refused.value.error_list] == ["unreadable"]
