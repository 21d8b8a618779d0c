"""The compiled condition of what is named equals the plain question, whatever question stands around it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db.models import Exists, OuterRef, Q

from newsroom.articles.models import Version
from newsroom.compiled import CompiledOnce
from newsroom.cooperation.models import Agreement, Event
from newsroom.people.models import Institution, Person
from newsroom.places.models import Pair, Place
from newsroom.publishing import naming
from newsroom.publishing.interval import approved_q, once_public_q, public_q
from newsroom.publishing.naming import NamedBy
from tests.bench import generating
from tests.publishing.test_naming import NAMED

pytestmark = pytest.mark.django_db

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)
SPELLINGS = (public_q, approved_q, once_public_q)


@pytest.fixture(scope="module")
def laid(built_once):
    """Twelve stories; of their versions and records some begin or end at `NOW`, some after it, some were taken back."""
    generating.fill(12, seed=3, now=NOW)
    begun = NOW - timedelta(days=10)
    intervals = [(NOW, None), (begun, NOW), (NOW + timedelta(microseconds=1), None), (None, None), (begun, None)]
    for model in (Version, Event, Agreement):
        for number, key in enumerate(model._base_manager.order_by("pk").values_list("pk", flat=True)):
            begins, ends = intervals[number % len(intervals)]
            model._base_manager.filter(pk=key).update(public_from=begins, public_until=ends)


@pytest.fixture
def world(laid, db):
    """Return with these stories in the database."""


def plainly(model, spelling, at, paths=None):
    """Return the keys of what is named, by a question that is spelled out here."""
    naming_it = Q(pk__in=[])
    for path in paths or naming.paths_of(model):
        first, _step, rest = path.partition("__")
        step = model._meta.get_field(first)
        back = step.remote_field.name if step.auto_created else step.related_query_name()
        rows = step.related_model._base_manager.filter(spelling(at, rest), **{back: OuterRef("pk")})
        naming_it |= Q(Exists(rows))
    return set(model._base_manager.filter(naming_it).values_list("pk", flat=True))


def compiled(model, spelling, at, paths=None):
    return set(model._base_manager.filter(condition(model, spelling, at, paths)).values_list("pk", flat=True))


def condition(model, spelling, at, paths=None):
    return CompiledOnce(model, NamedBy(model, tuple(paths or naming.paths_of(model)), spelling), at)


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("model", NAMED)
def test_at_every_moment_it_is_what_the_plain_question_finds(world, model, spelling):
    for moment in (NOW - timedelta(days=10), NOW - timedelta(microseconds=1), NOW, NOW + timedelta(microseconds=1)):
        assert compiled(model, spelling, moment) == plainly(model, spelling, moment)


def test_a_path_may_come_back_to_the_kind_of_record_that_it_leads_from(world):
    """The tables inside have names of their own: else the record would be compared with itself."""
    back_again = ["pairs__events"]
    found = compiled(Event, public_q, NOW, back_again)
    assert found == plainly(Event, public_q, NOW, back_again)
    assert 0 < len(found) < Event.objects.count()


def test_the_moments_of_two_questions_are_kept_apart(world):
    found = [compiled(Person, public_q, at) for at in (NOW - timedelta(days=400), NOW, NOW - timedelta(days=400))]
    assert found[0] == found[2] != found[1]


def test_it_is_asked_inside_a_question_of_the_same_kind_of_record(world):
    inner = Place.objects.public(NOW).filter(pk=OuterRef("parent"))
    outer = Place.objects.public(NOW).annotate(within=Exists(inner))
    public = plainly(Place, public_q, NOW)
    assert {place.pk: place.within for place in outer} == {
        place.pk: place.parent_id in public for place in Place.objects.filter(pk__in=public)
    }


def test_it_is_asked_of_a_set_through_the_keys_of_another(world):
    homes = Institution.objects.public(NOW).values("place")
    found = Place.objects.filter(pk__in=homes).public(NOW)
    seats = Institution.objects.filter(pk__in=plainly(Institution, public_q, NOW)).values_list("place", flat=True)
    assert set(found.values_list("pk", flat=True)) == set(seats) & plainly(Place, public_q, NOW)


def test_what_is_left_out_and_what_is_joined_by_or_are_the_rest_and_the_whole(world):
    pairs, public = set(Pair.objects.values_list("pk", flat=True)), plainly(Pair, public_q, NOW)
    named = condition(Pair, public_q, NOW)
    assert set(Pair.objects.exclude(named).values_list("pk", flat=True)) == pairs - public
    assert set(Pair.objects.filter(Q(pk=0) | Q(named)).values_list("pk", flat=True)) == public
    assert Pair.objects.public(NOW).filter(pk__in=public).count() == len(public)
    assert public


def test_joined_with_another_set_each_keeps_its_moment(world):
    past = NOW - timedelta(days=400)
    both = Person.objects.public(past).order_by().values("pk").union(Person.objects.public(NOW).order_by().values("pk"))
    assert {row["pk"] for row in both} == plainly(Person, public_q, past) | plainly(Person, public_q, NOW)
