"""What the states of agreements, relations and versions are to each other, said by their enums."""

import pytest

from newsroom.articles.models import Version
from newsroom.cooperation.models import Agreement, Stage
from newsroom.cooperation.status import Status

Kind = Stage.Kind


def test_what_is_in_force_comes_first_and_what_is_over_last():
    in_force = [Status.IN_FORCE, Status.NO_END]
    may_run_on = [Status.EXTENDED]
    coming = [Status.AHEAD, Status.OVERDUE, Status.INITIALLED, Status.PLANNED]
    went_on = [Status.RENEWED, Status.REPLACED]
    over = [Status.EXPIRED, Status.ENDED, Status.ENDED_EARLY]
    past = [Status.NOT_YET, Status.MAYBE_SIGNED, Status.MAYBE_OVER]

    unsure = [Status.UNDATED, Status.TERM_OVER]
    assert Status.in_force_first() == [*in_force, *may_run_on, *coming, *unsure, *went_on, *over, *past]
    assert [status for status in Status if status.is_of_the_past] == past
    assert [status for status in Status if status.went_on] == went_on
    assert [status for status in Status if status.is_in_force] == in_force
    assert [status for status in Status if status.is_over] == over


def test_an_agreement_that_ended_early_was_signed():
    State = Agreement.State
    assert [state for state in State if state.was_signed] == [State.SIGNED, State.ENDED_EARLY]


def test_the_closest_relation_comes_first_and_what_ended_one_last():
    assert Kind.closest_first() == [
        *(Kind.SISTER_CITY, Kind.COOPERATION, Kind.EXCHANGE, Kind.DOMESTIC, Kind.INTENT, Kind.CONTACT),
        *(Kind.TAKEN_OVER, Kind.ENDED),
    ]
    assert [kind for kind in Kind if kind.is_over] == [Kind.TAKEN_OVER, Kind.ENDED]


@pytest.mark.parametrize(
    ("before", "after", "upgrade"),
    [
        (Kind.CONTACT, Kind.INTENT, True),
        (Kind.CONTACT, Kind.SISTER_CITY, True),
        (Kind.EXCHANGE, Kind.COOPERATION, True),
        (Kind.COOPERATION, Kind.EXCHANGE, False),
        (Kind.SISTER_CITY, Kind.SISTER_CITY, False),
        (None, Kind.SISTER_CITY, False),
        (Kind.CONTACT, Kind.DOMESTIC, False),
        (Kind.DOMESTIC, Kind.SISTER_CITY, False),
        (Kind.SISTER_CITY, Kind.ENDED, False),
        (Kind.TAKEN_OVER, Kind.ENDED, False),
    ],
)
def test_a_later_step_of_a_relation_is_an_upgrade(before, after, upgrade):
    assert after.is_upgrade_of(before) is upgrade
    assert after.is_upgrade_of(before and before.value) is upgrade  # as a column holds it


def test_the_enum_the_property_the_query_and_the_constraint_agree_on_what_is_in_work():
    State = Version.State
    in_work = {State.DRAFT, State.SUBMITTED, State.RETURNED}
    (rule,) = [one for one in Version._meta.constraints if one.name == "articles_one_version_is_in_work_at_a_time"]
    (asked,) = Version.objects.in_work().query.where.children

    assert {state for state in State if state.is_in_work} == in_work
    assert {state for state in State if Version(state=state.value).in_work} == in_work
    assert set(asked.rhs) == in_work
    assert rule.condition.children == [("state__in", ["draft", "submitted", "returned"])]
