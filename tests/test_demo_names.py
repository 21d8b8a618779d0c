"""The names of the demonstration are known in both scripts, or it is said why one is not."""

import pytest

from newsroom.languages import LANGUAGES, PINYIN
from newsroom.people.models import Institution, Person
from newsroom.places.models import Place
from tests.test_demo_loading import load_with_plain_pictures

pytestmark = pytest.mark.django_db

# People whose name is known in one script only, in no cited source in the other, and why it is not spelled here.
UNSPELLED = {
    "of a minority place, whose names are not read in pinyin": (
        *("wen-guodong", "wang-yong-haixi", "li-kejia", "pan-jianzhang", "sun-liming", "liang-yanguo", "qian-guoqing"),
    ),
    "a name of another language in Chinese characters": (
        *("narusawa-ya", "kim-bum-il", "lee-jae-sul", "nakakoji-kengo", "kim-yong-deok", "nguyen-consul-general"),
    ),
    "a transcription, whose original no source gives": (
        *("andre-yubosen", "diosai-lazlo", "kaboluofu", "weihexila", "mayor-of-mizil-2016", "tania-washington"),
        *("deng-qile", "sima-an", "nick-miles"),
    ),
}


@pytest.fixture(scope="module", autouse=True)
def loaded(built_once):
    return load_with_plain_pictures()


def test_whoever_has_no_latin_name_is_excused_by_a_reason():
    excused = {slug for slugs in UNSPELLED.values() for slug in slugs}
    assert set(Person.objects.filter(name_en="").values_list("slug", flat=True)) == excused


@pytest.mark.parametrize("model", [Institution, Place])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_body_and_place_has_a_name_that_is_read_or_a_translation(model, language):
    names = [one.name_in(language) for one in model.objects.all()]
    assert names and [name for name in names if name.foreign_to(language) and name.language != PINYIN] == []
