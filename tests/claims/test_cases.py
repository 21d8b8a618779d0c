"""Each claim appears with the fewest records that entail it, and vanishes with each change after which they do not."""

from copy import deepcopy

import pytest

from newsroom.languages import EN, ZH, prefix_of
from newsroom.management.commands.claims import ROOMS
from tests.claims.case import Case
from tests.claims.cases import CASES
from tests.claims.world import World, begun
from tests.records.reading import read

pytestmark = pytest.mark.django_db

SILENCED = [(case, change) for case in CASES for change in case.vanishes]


def said(case: Case, client, languages=(EN, ZH)) -> dict[str, bool]:
    """Return {language: whether the page says it}."""
    words = {EN: case.en, ZH: case.zh}
    return {language: words[language] in read(client, f"/{prefix_of(language)}/{case.page}") for language in languages}


@pytest.fixture(scope="module")
def built(built_once) -> World:
    return begun()


@pytest.fixture
def it(db, built) -> World:
    return deepcopy(built)


def test_every_claim_has_a_case():
    declared = {claim.name for room in ROOMS for claim in room.CLAIMS}
    assert {case.name for case in CASES} == declared
    assert [case.name for case in CASES if not case.vanishes] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_fewest_records_make_it_appear(client, it, case):
    case.enter(it)

    assert said(case, client) == {EN: True, ZH: True}


@pytest.mark.sampled(100)
@pytest.mark.parametrize(("case", "change"), SILENCED, ids=lambda part: part if isinstance(part, str) else part.name)
def test_one_change_makes_it_vanish(client, it, case, change, thoroughness):
    languages = thoroughness.sample((EN, ZH), 1, key=lambda language: f"{case.name} {change} {language}")
    case.enter(it)
    case.vanishes[change](it)

    assert said(case, client, languages) == dict.fromkeys(languages, False)
