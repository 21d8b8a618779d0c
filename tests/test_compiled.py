"""What is compiled once says the same as the expression itself, inside whatever question it stands."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db.models import Exists, OuterRef, Q
from django.db.models.expressions import RawSQL

from newsroom.compiled import DAY, CompiledOnce, compiled_rows
from newsroom.cooperation.models import Agreement
from newsroom.publishing.interval import public_q
from tests import factories

pytestmark = pytest.mark.django_db

AT, ON = datetime(2020, 6, 15, 12, tzinfo=UTC), date(2020, 6, 15)


def signed_by(at, day):
    return Q(signed_latest__lte=day)


def followed_by(at, day):
    """Followed by a text that was signed by the day, which another text follows."""
    others = Agreement.objects.filter(signed_by(at, day), Exists(Agreement.objects.filter(follows=OuterRef("pk"))))
    return Q(Exists(others.filter(follows=OuterRef("pk"))))


def twice(at, day):
    """What is compiled inside what is compiled: a text that follows one of which `followed_by` is true."""
    return Q(Exists(Agreement.objects.filter(compiled(followed_by), pk=OuterRef("follows"))))


def by_hand(_at):
    """Written SQL, whose table has no name of its own."""
    return Q(pk__in=RawSQL('SELECT "cooperation_agreement"."id" FROM "cooperation_agreement"', []))


def compiled(build, at=AT, day=ON):
    return CompiledOnce(Agreement, build, at, day)


@pytest.fixture
def chain(db):
    """Four texts, each of which follows the one before, of 2018 to 2021."""
    texts = [factories.agreement(signed="2018")]
    for year in ("2019", "2020-06-15", "2021"):
        texts.append(factories.agreement(signed=year, follows=texts[-1], following="renews"))
    return texts


def found(condition):
    return list(Agreement.objects.filter(condition).order_by("pk"))


@pytest.mark.parametrize("build", [signed_by, followed_by, twice])
@pytest.mark.parametrize("day", [date(2017, 1, 1), date(2020, 6, 14), ON, date(2030, 1, 1)])
def test_it_finds_what_the_expression_finds(chain, build, day):
    assert found(compiled(build, day=day)) == found(build(AT, day))


def test_each_question_has_its_own_day(chain):
    numbers = [len(found(compiled(signed_by, day=day))) for day in (ON, date(2019, 1, 1), ON, DAY, ON)]
    assert numbers == [3, 1, 3, 0, 3]


def test_it_stands_inside_a_question_of_the_same_records(chain):
    """Where each is asked of the table that it stands in, not of one inside or around it."""
    inner = Agreement.objects.filter(compiled(followed_by), pk=OuterRef("follows"))
    asked = Agreement.objects.filter(~Q(compiled(followed_by)), Exists(inner))
    plain = Agreement.objects.filter(followed_by(AT, ON), pk=OuterRef("follows"))
    assert list(asked) == list(Agreement.objects.filter(~followed_by(AT, ON), Exists(plain)))
    assert list(asked) == [chain[2]]


def test_it_is_a_column_that_can_be_counted_and_ordered_by(chain):
    told = Agreement.objects.annotate(then=compiled(followed_by))
    assert [told.filter(then=then).count() for then in (True, False)] == [2, 2]
    assert [one.then for one in told.order_by("-then", "pk")] == [True, True, False, False]


def test_joined_sets_are_told_apart(chain):
    one, other = (
        Agreement.objects.filter(compiled(signed_by, day=day)).order_by().values("pk")
        for day in (date(2018, 12, 31), date(2019, 12, 31))
    )
    assert [row["pk"] for row in one.union(other, all=True).order_by("pk")] == [chain[0].pk, chain[0].pk, chain[1].pk]


def test_a_table_that_could_be_taken_for_another_is_refused(db):
    with pytest.raises(ValueError, match="has no alias"):
        found(CompiledOnce(Agreement, by_hand, AT))


@dataclass(frozen=True)
class Following:
    """Which of some texts follow which of others, and the year of their signing, where they were public at a moment."""

    def __call__(self, at, texts, others):
        follows = Agreement.objects.filter(public_q(at), pk__in=texts, follows__in=others)
        known = Agreement.objects.filter(public_q(at, "follows"), pk__in=texts).exclude(follows__in=others)
        return follows.values_list("pk", "follows").union(known.values_list("pk", "follows"))


@pytest.mark.parametrize("texts", [[], [0], [0, 1], [1, 2, 3], [0, 1, 2, 3]])
@pytest.mark.parametrize("others", [[], [2], [3, 0, 1]])
def test_rows_are_those_of_the_set_for_any_keys_and_moment(chain, texts, others):
    for number in (0, 1, 2):
        Agreement.objects.filter(pk=chain[number].pk).update(public_from=AT + timedelta(days=number))
    texts, others = ([chain[number].pk for number in some] for some in (texts, others))
    for at in (AT - timedelta(days=1), AT, AT + timedelta(days=1), AT + timedelta(days=9)):
        rows = compiled_rows(Following(), at, set(texts), others)
        assert sorted(rows) == sorted(Following()(at, texts, others)), at


def test_rows_are_compiled_once(chain, monkeypatch):
    compiled_rows(Following(), AT, [chain[0].pk], [])
    monkeypatch.setattr(Following, "__call__", None)

    assert compiled_rows(Following(), AT, [one.pk for one in chain], [chain[0].pk]) == []
