"""What two places were to each other on a day before today: only what is so whatever an open day means."""

from datetime import date

import pytest

from newsroom.cooperation.relation import relations_of
from newsroom.places.models import Pair
from newsroom.profiles.relations import relation_words
from newsroom.publishing import clock
from tests import factories
from tests.pages_records.conftest import released

pytestmark = pytest.mark.django_db
TODAY, THEN = date(2026, 11, 27), date(2010, 6, 15)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr("newsroom.cooperation.relation.today_at", lambda _at: TODAY)


def relation(pair, day: date = THEN) -> tuple[str, str]:
    pair = Pair.objects.with_places().get(pk=pair.pk)
    words = relation_words(pair, relations_of([pair], clock.moment(), day)[pair.pk], "en")
    return str(words["relation"]), words["when"]


def staged(pair, *stages) -> Pair:
    for kind, day in stages:
        released(factories.stage(pair, kind, reached=day))
    return pair


NONE = ("", "")


@pytest.mark.parametrize(
    ("stages", "told"),
    [
        ([("sister-city", "2010-06-15")], ("Sister cities", "since 15 June 2010")),
        ([("sister-city", "2010-06-16")], NONE),
        ([("sister-city", "2010")], NONE),
        ([("sister-city", "2010/")], ("Sister cities", "since 2010")),
        ([("sister-city", None)], NONE),
        ([("contact", "2008"), ("sister-city", "2012")], ("Contact", "since 2008")),
        ([("contact", "2008"), ("sister-city", None)], NONE),
        ([("sister-city", "2008"), ("contact", None)], ("Sister cities", "since 2008")),
        ([("sister-city", "2008"), ("ended", "2010-06-15")], ("Ended", "on 15 June 2010")),
        ([("sister-city", "2008"), ("ended", "2010-06-16")], ("Sister cities", "since 2008")),
        ([("sister-city", "2008"), ("ended", "2010")], NONE),
        ([("sister-city", "2008"), ("ended", None)], NONE),
    ],
)
def test_the_relation_of_an_earlier_day_is_said_where_the_records_entail_it(stages, told):
    assert relation(staged(factories.pair(), *stages)) == told


def test_a_stage_that_readers_may_not_see_is_no_relation_of_any_day():
    pair = staged(factories.pair(), ("contact", "2000"))
    factories.stage(pair, "sister-city", reached="2008")

    assert relation(pair) == ("Contact", "since 2000")


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        (date(2002, 12, 31), ("Sister cities", "since 1998"), NONE),
        (date(2003, 6, 15), NONE, NONE),
        (date(2004, 1, 1), ("Ended", "in 2003"), ("Sister cities", "since 1998, with Eastford until 2003")),
    ],
)
def test_a_pair_takes_over_a_relation_when_the_earlier_one_has_ended(day, before, after):
    home, gone = factories.place("Harbourton"), factories.place("Eastford", ended="2003")
    earlier = staged(factories.pair(home, gone), ("sister-city", "1998"))
    later = factories.pair(home, factories.place("Newford"))
    Pair.objects.filter(pk=later.pk).update(continues=earlier)

    assert (relation(earlier, day), relation(later, day)) == (before, after)
