"""Days in forms: typed in either language, shown in the editor's."""

import pytest
from django.forms import modelform_factory
from django.utils.translation import override

from newsroom.dates import Day, DayField, DayInput
from newsroom.dates.listing import with_printed_days
from tests.daybook import Entry

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["2019年8月18日下午", "the afternoon of 18 August 2019"])
def test_a_form_reads_both_languages(typed):
    form = modelform_factory(Entry, fields=["held"])({"held": typed})
    assert form.is_valid()
    assert form.instance.held == Day.parse("2019-08-18pm")


@pytest.mark.parametrize(("language", "shown"), [("en", "18 August 2019, afternoon"), ("zh-hans", "2019年8月18日下午")])
def test_a_form_shows_a_day_in_the_language_of_its_editor(language, shown):
    form = modelform_factory(Entry, fields=["held"])(instance=Entry(held=Day.parse("2019-08-18pm")))
    with override(language):
        assert f'value="{shown}"' in str(form["held"])


def test_a_form_takes_no_day_for_an_unknown_day():
    form = modelform_factory(Entry, fields=["held"])({"held": " "})
    assert form.is_valid()
    assert form.instance.held is None


def test_a_form_keeps_what_was_typed_and_says_what_is_wrong():
    form = modelform_factory(Entry, fields=["held"])({"held": "8月18日"})
    with override("en"):
        assert form.errors["held"] == ["A day without a year is not a date: keep it in the source’s words."]
    assert 'value="8月18日"' in str(form["held"])


@pytest.mark.parametrize(
    ("typed", "changed"), [("18 August 2019", False), ("19 August 2019", True), ("", True), ("soon", True)]
)
def test_a_form_sees_a_change_only_where_the_day_differs(typed, changed):
    form = modelform_factory(Entry, fields=["held"])({"held": typed}, instance=Entry(held=Day.parse("2019-08-18")))
    assert form.has_changed() is changed


def test_a_day_is_typed_in_200_characters_at_most():
    assert 'maxlength="200"' in str(modelform_factory(Entry, fields=["held"])()["held"])


def test_validators_of_a_day_see_its_canonical_text():
    seen = []
    field = DayInput(required=False, validators=[seen.append])

    assert field.clean("18 August 2019") == Day.parse("2019-08-18")
    assert field.clean("") is None
    assert seen == ["2019-08-18"]


def test_a_list_prints_days_and_leaves_other_columns():
    columns = with_printed_days(Entry, ["pk", "held"])

    assert columns[0] == "pk"
    with override("en"):
        assert columns[1](Entry(held=Day.parse("2019-08-18"))) == "18 August 2019"
        assert columns[1](Entry()) is None


def test_a_day_is_shown_in_english_where_no_language_is_active():
    with override(None):
        assert DayInput().prepare_value(Day.parse("2019-08")) == "August 2019"


def test_the_help_of_a_day_is_its_own_or_examples():
    assert DayField(help_text="Such as 2019.").formfield().help_text == "Such as 2019."
    with override("en"):
        assert str(DayField().formfield().help_text).startswith("For example 2019-08-18")
