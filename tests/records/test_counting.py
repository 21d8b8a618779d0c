"""How many texts agreements are: in the list of pairs, on a pair's page and in a loaded list they are counted alike."""

import pytest

from newsroom.cooperation.counting import number_of_texts
from newsroom.cooperation.models import Agreement
from newsroom.cooperation.of_pairs import contacts_of
from newsroom.profiles.pair.facts import signed_by_status
from newsroom.profiles.pair.records import between
from newsroom.publishing.clock import day_of, moment
from tests import factories
from tests.pages_records.conftest import released

pytestmark = pytest.mark.django_db

# the bundle's facts or None, whether it is the pair's too, the facts of two members, which are → how many texts
COUNTED = [
    (None, True, {}, 2),
    ({"count": 8}, True, {}, 8),
    ({"count": 8}, False, {}, 2),
    ({"count": None}, True, {}, 3),
    ({"count": 8, "state": "planned"}, True, {}, 2),
    ({"count": 8}, True, {"state": "planned"}, 8),
    ({"count": 8, "kind": "declaration"}, True, {"term": "2001/2002"}, 8),
]


# the facts of the outer bundle, of the one inside it, of a text inside that; which are the pair's → how many texts
NESTED = [
    ({"count": 8}, {"count": None}, {}, "abc", 8),
    ({"count": 8}, {"count": 3}, {}, "abc", 8),
    ({"count": None}, {"count": 3}, {}, "abc", 4),
    ({"count": None}, {"count": None}, {}, "abc", 3),
    ({"count": 8}, {"count": None}, {}, "ac", 8),
    ({"count": 8}, {"count": 3}, {}, "ac", 8),
    ({"count": 8}, {"count": 3}, {}, "bc", 3),
    ({"count": 8}, {"count": None, "public_from": None}, {}, "ac", 9),
    ({"count": 8}, {"count": None, "state": "planned"}, {}, "abc", 8),
    ({"count": 8, "state": "planned"}, {"count": None}, {}, "abc", 2),
    ({"count": 8}, {"count": None}, {"state": "planned"}, "abc", 8),
]


@pytest.mark.parametrize(("outer", "inner", "member", "of_the_pair", "number"), NESTED)
def test_a_member_of_a_bundle_inside_a_bundle_counts_no_second_time(outer, inner, member, of_the_pair, number):
    pair, other, whole = factories.pair(), factories.pair(), None
    for letter, facts in zip("abc", (outer, inner, member), strict=True):
        whole = factories.agreement(pairs=(pair if letter in of_the_pair else other,), part_of=whole, **facts)
        if "public_from" not in facts:
            released(whole)

    at = moment()
    loaded = between(pair, at).newest(day_of(at))
    by_year = between(pair, at).sums("en")["signed"].total()
    in_the_list = contacts_of([pair, other], at, day_of(at))[pair.pk].agreements
    public = Agreement.objects.public(at)
    signed = list(public.filter(pairs=pair, state__in=["signed", "ended-early"]))
    told = number_of_texts(signed, public.wholes_of(signed))

    assert (sum(signed_by_status(loaded).values()), by_year, in_the_list, told) == (number,) * 4


@pytest.mark.parametrize(("bundle", "is_of_the_pair", "members", "number"), COUNTED)
def test_a_member_of_a_bundle_counts_where_its_bundle_does_not(bundle, is_of_the_pair, members, number):
    pair, other = factories.pair(), factories.pair()
    whole = bundle and released(factories.agreement(pairs=(pair if is_of_the_pair else other,), **bundle))
    for _number in range(2):
        released(factories.agreement(pairs=(pair,), part_of=whole or None, **members))

    at = moment()
    loaded = between(pair, at).newest(day_of(at))
    on_its_page = sum(signed_by_status(loaded).values())
    in_the_list = contacts_of([pair, other], at, day_of(at))[pair.pk].agreements
    signed = Agreement.objects.filter(pairs=pair, state__in=["signed", "ended-early"])

    assert (on_its_page, in_the_list, number_of_texts(signed)) == (number, number, number)
