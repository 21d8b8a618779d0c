"""What two places are to each other today: the highest stage that has begun and not ended, dated or not."""

from datetime import date

import pytest
from django.utils.translation import override

from newsroom.cooperation.relation import relations_of
from newsroom.cooperation.wording import placed, since
from newsroom.dates import Day
from newsroom.languages import ZH
from newsroom.places.models import Pair, Place
from newsroom.profiles.relations import relation_words
from newsroom.publishing import clock
from tests import factories
from tests.pages_records.conftest import released

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 27)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr("newsroom.cooperation.relation.today_at", lambda _at: TODAY)


def relation(pair, language="en") -> tuple[str, str]:
    pair = Pair.objects.with_places().get(pk=pair.pk)
    found = relations_of([pair], clock.moment(), TODAY)[pair.pk]
    words = relation_words(pair, found, language)
    return str(words["relation"]), words["when"]


def staged(pair, *stages) -> Pair:
    for kind, day in stages:
        released(factories.stage(pair, kind, reached=day))
    return pair


@pytest.mark.parametrize(
    ("stages", "told"),
    [
        ([], ("", "")),
        ([("contact", "2008")], ("Contact", "since 2008")),
        ([("contact", "2008"), ("sister-city", "2004")], ("Sister cities", "since 2004")),
        ([("friendly-exchange", "2008"), ("sister-city", None)], ("Sister cities", "")),
        ([("sister-city", "2012"), ("sister-city", "1998")], ("Sister cities", "since 1998")),
        ([("sister-city", None), ("sister-city", "1998")], ("Sister cities", "since 1998")),
        ([("sister-city", None), ("ended", "2023")], ("Ended", "in 2023")),
        ([("sister-city", "1998"), ("ended", None)], ("Ended", "")),
        ([("sister-city", "1998"), ("ended", "2023"), ("contact", "2025")], ("Contact", "since 2025")),
        ([("sister-city", "1998"), ("ended", "2023"), ("contact", "2023-12")], ("Ended", "in 2023")),
        ([("sister-city", "1998"), ("ended", "2023"), ("contact", None)], ("Ended", "in 2023")),
        ([("sister-city", "1998"), ("taken-over", "2003")], ("Ended", "in 2003")),
        ([("contact", "1998"), ("sister-city", "2030")], ("Contact", "since 1998")),
        ([("sister-city", "1998"), ("ended", "2030")], ("Sister cities", "since 1998")),
        ([("sister-city", "/2010")], ("Sister cities", "since 2010 at the latest")),
        ([("sister-city", "2008/2010")], ("Sister cities", "since 2010 at the latest")),
        ([("sister-city", "2008/")], ("Sister cities", "since 2008")),
    ],
)
def test_the_relation_is_the_highest_stage_that_has_not_ended(stages, told):
    assert relation(staged(factories.pair(), *stages)) == told


def test_a_stage_that_readers_may_not_see_is_no_relation():
    pair = factories.pair()
    factories.stage(pair, "sister-city")

    assert relation(pair) == ("", "")


def test_an_inferred_day_says_so_in_both_languages():
    pair = factories.pair()
    released(factories.stage(pair, "sister-city", reached="1998", reached_inferred=True))

    assert relation(pair)[1] == "since 1998 (inferred)"
    assert relation(pair, ZH)[1] == "自1998年起（推定）"


@pytest.mark.parametrize(
    ("one", "other", "en", "zh"),
    [
        ("city", "city", "Sister cities", "友好城市"),
        ("city", "town", "Sister cities", "友好城市"),
        ("city", "county-city", "Sister cities", "友好城市"),
        ("province", "province", "Sister provinces", "友好省州"),
        ("county", "county", "Sister counties", "友好城市"),
        ("city", "province", "Sister relationship", "友好城市"),
        ("city", "county", "Sister relationship", "友好城市"),
        ("district", "district", "Sister relationship", "友好城市"),
    ],
)
def test_the_word_of_the_highest_stage_follows_the_two_levels(one, other, en, zh):
    pair = staged(factories.pair(factories.place(level=one), factories.place(level=other)), ("sister-city", None))

    assert (relation(pair)[0], relation(pair, ZH)[0]) == (en, zh)


@pytest.mark.parametrize(
    ("one", "other", "word"),
    [
        ("US", "AU", "Sister states"),
        ("CN", "US", "Sister province and state"),
        ("CN", "KR", "Sister provinces"),
        ("CN", "", "Sister provinces"),
    ],
)
def test_a_state_is_called_one(one, other, word):
    places = [factories.place(level="province", country=code) for code in (one, other)]

    assert relation(staged(factories.pair(*places), ("sister-city", None)))[0] == word


def succession(ended="2003", **facts):
    """A home place, a partner that ended, its successor: the two pairs, the later one continuing the earlier."""
    home, gone, new = (
        factories.place("Harbourton"),
        factories.place("Eastford", ended=ended),
        factories.place("Newford"),
    )
    before, after = factories.pair(home, gone), factories.pair(home, new)
    Pair.objects.filter(pk=after.pk).update(continues=before)
    return before, after


@pytest.mark.parametrize(
    ("earlier", "later", "told"),
    [
        (["sister-city", "1998"], None, ("Sister cities", "since 1998, with Eastford until 2003")),
        (["sister-city", "1998"], ["taken-over", "2003"], ("Sister cities", "since 1998, with Eastford until 2003")),
        (["sister-city", "1998"], ["sister-city", "2004"], ("Sister cities", "since 1998, with Eastford until 2003")),
        (["sister-city", "1998"], ["sister-city", "2011"], ("Sister cities", "since 2011")),
        (["sister-city", "1998"], ["friendly-exchange", "2004"], ("Friendly exchange", "since 2004")),
        (["contact", "1998"], ["sister-city", "2004"], ("Sister cities", "since 2004")),
        (["sister-city", None], ["taken-over", "2003"], ("Sister cities", "with Eastford until 2003")),
        (None, None, ("", "")),
        (None, ["sister-city", "2004"], ("Sister cities", "since 2004")),
    ],
)
def test_a_pair_that_continues_another_shows_the_whole_history(earlier, later, told):
    before, after = succession()
    for pair, stage in ((before, earlier), (after, later)):
        staged(pair, *([stage] if stage else []))

    assert relation(after) == told


def test_a_relation_that_a_side_had_ended_is_not_carried_on():
    before, after = succession(ended=None)
    staged(before, ("sister-city", "1998"))
    assert relation(after) == ("Sister cities", "since 1998, first with Eastford")

    staged(before, ("ended", "2003"))
    assert relation(after) == ("", "")


@pytest.mark.parametrize(
    ("ended", "told"),
    [
        ("1999", ("", "")),
        ("2002-12", ("", "")),
        ("2003", ("Sister cities", "since 1998, with Eastford until 2003")),
        ("2003-01-01", ("Sister cities", "since 1998, with Eastford until 1 January 2003")),
        (None, ("Sister cities", "since 1998, with Eastford until 2003")),
    ],
)
def test_what_ended_before_its_place_did_is_not_carried_on_and_what_ended_with_it_is(ended, told):
    before, after = succession(ended="2003")
    staged(before, ("sister-city", "1998"), ("ended", ended))

    assert relation(after) == told


def test_a_longer_chain_of_pairs_is_told_from_its_beginning():
    before, after = succession()
    oldest = factories.pair(after.first, factories.place("Oldford", ended="1999"))
    Pair.objects.filter(pk=before.pk).update(continues=oldest)
    staged(oldest, ("sister-city", "1986"))

    assert relation(after) == ("Sister cities", "since 1986, with Oldford until 1999, with Eastford until 2003")


@pytest.mark.parametrize(
    ("ended", "told"),
    [
        ("2003", ("Ended", "in 2003")),
        ("2030", ("Sister cities", "since 1998")),
        (None, ("Sister cities", "since 1998")),
    ],
)
def test_a_relation_ends_with_either_of_its_places(ended, told):
    before, _after = succession(ended=ended)

    assert relation(staged(before, ("sister-city", "1998"))) == told


@pytest.mark.parametrize(
    ("earlier", "later", "told"),
    [
        (None, ("contact", "2030"), ("", "")),
        (None, ("contact", "2010"), ("Ended", "in 2015")),
        (None, ("taken-over", "2003"), ("", "")),
        (("sister-city", "1998"), ("taken-over", "2003"), ("Ended", "in 2015")),
    ],
)
def test_a_pair_that_takes_over_nothing_does_not_end_with_its_place(earlier, later, told):
    before, after = succession()
    staged(before, *([earlier] if earlier else []))
    Place.objects.filter(pk=after.second_id).update(
        ended="2015", ended_earliest="2015-01-01", ended_latest="2015-12-31"
    )

    assert relation(staged(after, later)) == told


def test_words_of_a_day_follow_the_language():
    with override(ZH):
        assert since(Day.parse("/2010")) == "至迟自2010年起"
        assert placed(Day.parse("2010"), inferred=True) == "2010年（推定）"
