"""In how many countries and regions the partners lie, by the office's convention; no number where that is not known."""

import pytest

from newsroom.masthead.models import SiteSettings
from newsroom.places.regions import ISO, MAINLAND
from tests import factories
from tests.pages_records.conftest import released, text_of

pytestmark = pytest.mark.django_db
PARTNERS = {"Hong Kong": "HK", "Macao": "MO", "Taipei": "TW", "Aachen": "DE"}


def met(home, **facts) -> None:
    released(factories.stage(factories.pair(home, factories.place(**facts)), "contact"))


@pytest.mark.parametrize(("convention", "number"), [(MAINLAND, 2), (ISO, 4)])
def test_countries_and_regions_are_counted_by_the_convention(client, convention, number):
    home = factories.place("Haimen", slug="haimen", country="CN")
    SiteSettings.objects.create(pk=1, home="haimen", regions=convention)
    for name, country in PARTNERS.items():
        met(home, name=name, country=country)

    assert f"The partners lie in {number} countries and regions." in text_of(client.get("/en/pairs/"))
    assert f"对方分布在{number}个国家和地区。" in text_of(client.get("/zh/pairs/"))

    met(home, name="Farhaven")
    assert "The partners lie in" not in text_of(client.get("/en/pairs/"))
    assert "对方分布在" not in text_of(client.get("/zh/pairs/"))
