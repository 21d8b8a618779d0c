"""Every page of a record and every list of records is there for readers, in both languages."""

import pytest

ADDRESSES = [
    "pairs/",
    "pairs/?by=relation",
    "pairs/{pair.slug}/",
    "places/",
    "places/haimen/",
    "agreements/",
    "agreements/framework/",
    "agreements.csv",
    "agreements.json",
    "delegations/",
    "delegations/anbei-haimen/",
    "delegations.csv",
    "delegations.json",
    "events/meeting/",
    "people/",
    "people/lin-yue/",
    "institutions/",
    "institutions/haimen-institute/",
]


@pytest.mark.parametrize("prefix", ["zh", "en"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_public_record_can_be_read(client, visit, prefix, address):
    response = client.get(f"/{prefix}/{address.format(pair=visit.pair)}")

    assert response.status_code == 200
    assert response.getvalue() if response.streaming else response.content
