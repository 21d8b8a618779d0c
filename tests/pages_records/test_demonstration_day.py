"""A demonstration speaks as of its own day, and says so; what its desk publishes now appears all the same."""

import re

import pytest

from newsroom.languages import EN, ZH
from newsroom.masthead.models import SiteSettings
from tests import factories
from tests.pages_records.conftest import released
from tests.pages_records.conftest import text_of as sent

pytestmark = pytest.mark.django_db


def text_of(response) -> str:
    return re.sub("<[^>]+>", "", sent(response))


@pytest.fixture
def plan(db):
    """A plan of Harbourton and Rivermouth that ran until 2020, on a site that speaks as of 2019."""
    SiteSettings.objects.create(pk=1, name_en="Harbourton", name_zh="海州", as_of="2019-07-02")
    home, partner = factories.place("Harbourton"), factories.place("Rivermouth")
    made = factories.agreement(home, partner, kind="plan", signed="2016-02-26", term="2016/2020")
    released(made)
    return made


def test_every_page_says_of_which_day_a_demonstration_speaks(client, plan):
    assert "Demonstration, as of 2 July 2019" in text_of(client.get("/en/"))
    assert "演示站点，内容截至2019年7月2日" in text_of(client.get("/zh/about/"))


def test_a_site_at_work_says_nothing_of_it(client, plan):
    SiteSettings.objects.update(as_of=None)
    assert "Demonstration" not in text_of(client.get("/en/"))


def test_what_had_not_ended_on_the_day_of_a_demonstration_is_in_force(client, plan):
    assert "In force" in text_of(client.get(plan.address_in(EN)))
    SiteSettings.objects.update(as_of=None)
    assert "Expired" in text_of(client.get(plan.address_in(EN)))


def test_what_is_published_now_appears_in_a_demonstration(client, plan):
    version = factories.published(language=ZH, headline="今天发布的消息")
    assert version.headline in text_of(client.get("/zh/news/"))
