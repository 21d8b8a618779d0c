"""How many texts agreements are: in the list of pairs, on a pair's page and in a loaded list they are counted alike."""

import pytest

from newsroom.cooperation.counting import number_of_texts
from newsroom.cooperation.models import Agreement
from newsroom.profiles.pair.facts import signed_by_status
from newsroom.profiles.pair.records import between
from newsroom.profiles.relations import contacts
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


@pytest.mark.parametrize(("bundle", "is_of_the_pair", "members", "number"), COUNTED)
def test_a_member_of_a_bundle_counts_where_its_bundle_does_not(bundle, is_of_the_pair, members, number):
    pair, other = factories.pair(), factories.pair()
    whole = bundle and released(factories.agreement(pairs=(pair if is_of_the_pair else other,), **bundle))
    for _number in range(2):
        released(factories.agreement(pairs=(pair,), part_of=whole or None, **members))

    at = moment()
    loaded = between(pair, at).newest(day_of(at))
    on_its_page = sum(signed_by_status(loaded).values())
    in_the_list = contacts([pair.pk, other.pk], at, day_of(at))[pair.pk]["agreements"]
    signed = Agreement.objects.filter(pairs=pair, state__in=["signed", "ended-early"])

    assert (on_its_page, in_the_list, number_of_texts(signed)) == (number, number, number)
