"""Extensions and amendments of agreements on their pages, in the register, its files and its filter."""

import csv
import json

import pytest

from newsroom.cooperation.models import Agreement
from tests import factories
from tests.pages_records.conftest import released, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return released(factories.agreement(title_en="Plan", slug="plan", signed="2010", term="2010/2018"))


def follow(plan: Agreement, **facts) -> Agreement:
    facts = {"title_en": "Supplement", "slug": "supplement", "signed": "2018", "following": "extends"} | facts
    return released(factories.agreement(follows=plan, **facts))


def rows(client, question: str = "") -> dict[str, dict]:
    answer = client.get(f"/en/agreements.json?{question}")
    return {row["title_en"]: row for row in json.loads(text_of(answer))}


def status_everywhere(client) -> set[str]:
    """Return the status of the plan as its page, the register, and both files say it."""
    table = {str(row["title"]): row["status"] for row in client.get("/en/agreements/").context["agreements"]}
    card = client.get("/en/agreements/plan/").context["agreement"]["status"]
    lines = csv.DictReader(text_of(client.get("/en/agreements.csv")).splitlines())
    (cell,) = [line["status"] for line in lines if line["title_en"] == "Plan"]
    return {card, table["Plan"], rows(client)["Plan"]["status"], cell}


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        ({"term": "/2090"}, "extended"),
        ({"term": "/2090", "term_inferred": True}, "extended (inferred)"),
        ({"term": "/2019"}, "expired"),
        ({"term": "/2090", "following": "amends"}, "expired"),
    ],
)
def test_page_register_and_files_say_the_same_status(client, plan, facts, status):
    follow(plan, **facts)
    assert status_everywhere(client) == {status}


def test_the_files_say_that_the_status_is_inferred_and_how_the_supplement_follows(client, plan):
    follow(plan, term="/2090", term_inferred=True)

    assert rows(client)["Plan"]["inferred"] == ["status"]
    assert rows(client)["Supplement"]["following"] == "extends"


def test_the_register_finds_what_was_extended_on_a_day(client, plan):
    follow(plan, term="/2090")

    assert rows(client, "status=extended").keys() == {"Plan"}
    assert rows(client, "status=expired").keys() == set()
    assert rows(client, "status=extended&on=2018-12-31").keys() == set()
    assert rows(client, "status=extended&on=2019-01-01").keys() == {"Plan"}


def test_the_register_finds_what_is_over_by_an_extension_though_it_states_no_end_itself(client):
    endless = released(factories.agreement(title_en="Endless", signed="2010"))
    follow(endless, term="/2019")

    assert rows(client, "status=expired").keys() == {"Endless", "Supplement"}
