"""The names of the demonstration are known in both scripts, or it is said why one is not."""

import re

import pytest

from newsroom.demo import names, reading
from newsroom.languages import LANGUAGES, PINYIN
from newsroom.places.install import install

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


def without_a_latin_name() -> set[str]:
    return {slug for slug, columns in reading.names("people").items() if not columns.get("name_en")}


def test_whoever_has_no_latin_name_is_excused_by_a_reason():
    assert without_a_latin_name() == {slug for slugs in UNSPELLED.values() for slug in slugs}


def test_whose_latin_name_is_not_known_has_no_address_that_tells_one():
    office = re.compile(r"(.*-)?(consul|director|head|mayor|member|minister|president|provost|secretary|speaker)-.*")
    unspelled = without_a_latin_name()
    assert unspelled and [slug for slug in unspelled if not office.fullmatch(slug)] == []


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "made"), [("institutions", names.institution), ("places", names.place)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_body_and_place_has_a_name_that_is_read_or_a_translation(kind, made, language):
    install()
    printed = [made(slug).name_in(language) for slug in reading.names(kind)]
    assert printed and [name for name in printed if name.foreign_to(language) and name.language != PINYIN] == []
