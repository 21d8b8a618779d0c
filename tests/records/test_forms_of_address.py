"""Forms of address stand in the page's language alone, in the order of the language, wherever people are listed."""

import re

import pytest
from django.utils.translation import override

from newsroom.cooperation.rows import person_entry
from newsroom.languages import EN, ZH
from newsroom.people.models import Person
from newsroom.publishing.release import release
from newsroom.website.templatetags.typeset import mention
from tests import factories

NAMES = {"name_zh": "王明", "name_en": "Jane Smith", "slug": "jane-smith"}


@pytest.mark.parametrize(
    ("typed", "english", "chinese"),
    [
        ({"honorific_en": "Professor"}, "Professor Jane Smith", "王明教授"),
        ({"honorific_en": "Prof."}, "Prof. Jane Smith", "王明教授"),
        ({"honorific_zh": "女士"}, "Ms Jane Smith", "王明女士"),
        ({"honorific_zh": "博士", "honorific_en": "Doctor"}, "Doctor Jane Smith", "王明博士"),
        ({"honorific_zh": "拿督斯里"}, "Dato’ Seri Jane Smith", "拿督斯里王明"),
        ({"honorific_en": "Burgrave"}, "Burgrave Jane Smith", "王明"),  # not in the list: no word of the other language
        ({"honorific_zh": "老师"}, "Jane Smith", "王明老师"),
        ({}, "Jane Smith", "王明"),
    ],
)
def test_a_form_of_address_is_said_in_the_language_and_order_of_the_page(typed, english, chinese):
    person = Person(**NAMES, **typed)
    assert [plain(person, language) for language in (EN, ZH)] == [english, chinese]


def plain(person: Person, language: str) -> str:
    with override(language):
        return re.sub("<[^>]+>", "", mention(person_entry(person, language) | {"original": None}))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("prefix", "lines"),
    [
        ("en", ["Burgrave Ada Holt", "Professor Jane Smith", "Ms Wu An"]),
        ("zh", ["何达", "王明教授", "武安女士"]),
    ],
)
def test_the_list_of_people_says_how_they_are_addressed_and_sorts_by_their_names(client, prefix, lines):
    known = [
        factories.person("Wu An", name_zh="武安", surname_en="Wu", surname_zh="武", honorific_zh="女士"),
        factories.person("Jane Smith", name_zh="王明", surname_en="Smith", surname_zh="王", honorific_en="Professor"),
        factories.person("Ada Holt", name_zh="何达", surname_en="Holt", surname_zh="何", honorific_en="Burgrave"),
    ]
    release(factories.event(factories.pair(), people=tuple(known)), by=factories.user("publisher"))

    rows = re.findall('<ul class="roster">(.*?)</ul>', client.get(f"/{prefix}/people/").text, re.DOTALL)
    assert [line for line in re.sub("<[^>]+>", "", "".join(rows)).split("\n") if line] == lines
