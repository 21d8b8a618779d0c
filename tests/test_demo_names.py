"""The names of the demonstration are known in both scripts, or it is said why one is not."""

import re

import pytest

from newsroom.languages import LANGUAGES, PINYIN
from newsroom.people.models import Institution, Person
from newsroom.places.models import Place
from tests.test_demo_loading import load_with_plain_pictures

pytestmark = pytest.mark.django_db

# People whose name is known in one script only, in no cited source in the other, and why it is not spelled here.
UNSPELLED = {
    "of a minority place, whose names are not read in pinyin": (
        *(
            "secretary-of-haixi",
            "member-of-haixi-delegation-1",
            "member-of-haixi-delegation-2",
            "member-of-haixi-delegation-3",
            "member-of-haixi-delegation-4",
            "member-of-haixi-delegation-5",
            "member-of-haixi-delegation-6",
        ),
    ),
    "a name of another language in Chinese characters": (
        *(
            "president-of-ueda-association-2006",
            "mayor-of-daegu-2012",
            "speaker-of-daegu-council-2012",
            "mayor-of-nagaokakyo",
            "president-of-korea-china-association-2024",
            "consul-general-of-vietnam-2016",
        ),
    ),
    "a transcription, whose original no source gives": (
        *(
            "president-of-swiss-chinese-chamber-2005",
            "mayor-of-veszprem-2005",
            "director-of-viam-2005",
            "state-secretary-of-romania-2018",
            "mayor-of-mizil-2016",
            "head-of-wilmington-mayors-office-2022",
        ),
        *(
            "former-prime-minister-of-romania-2023",
            "former-deputy-prime-minister-of-croatia-2023",
            "provost-of-unnc-2023",
        ),
    ),
}


@pytest.fixture(scope="module", autouse=True)
def loaded(built_once):
    return load_with_plain_pictures()


def test_whoever_has_no_latin_name_is_excused_by_a_reason():
    excused = {slug for slugs in UNSPELLED.values() for slug in slugs}
    assert set(Person.objects.filter(name_en="").values_list("slug", flat=True)) == excused


def test_whose_latin_name_is_not_known_has_no_address_that_tells_one():
    office = re.compile(r"(.*-)?(consul|director|head|mayor|member|minister|president|provost|secretary|speaker)-.*")
    unspelled = Person.objects.filter(name_en="").values_list("slug", flat=True)
    assert unspelled and [slug for slug in unspelled if not office.fullmatch(slug)] == []


@pytest.mark.parametrize("model", [Institution, Place])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_body_and_place_has_a_name_that_is_read_or_a_translation(model, language):
    names = [one.name_in(language) for one in model.objects.all()]
    assert names and [name for name in names if name.foreign_to(language) and name.language != PINYIN] == []
