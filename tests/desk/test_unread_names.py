"""The page that approves counts and links the names that readers of a language cannot read."""

import pytest
from django.urls import reverse

from newsroom.articles import deeds
from newsroom.languages import EN
from tests import factories

pytestmark = pytest.mark.django_db

BOTH = {"name_zh": "甲", "name_en": "First"}


@pytest.fixture
def told(client):
    """Return the function that reads the page that approves: {language said: names}."""
    client.force_login(factories.user("publisher", language=EN))

    def read(event) -> list[tuple[str, list[str]]]:
        version = factories.draft(factories.article(events=[event], by=factories.user("editor")), EN)
        deeds.submit(version, by=factories.user("editor"))
        answer = client.get(reverse("admin:articles_deed", args=("approve", version.pk)))
        shown = answer.context["forecast"].unread
        assert all(f'<a href="{address}">' in answer.text for one in shown for _name, address in one.names)
        return [(one.says, [name for name, _address in one.names]) for one in shown]

    return read


def meeting(**facts):
    return factories.event(name_zh="会谈", name_en="Talks", **facts)


ENGLISH, CHINESE = "1 name that readers of English cannot read:", "1 name that readers of Chinese cannot read:"


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"name_zh": "王小明", "name_en": ""}, [(ENGLISH, ["王小明"])]),
        ({"name_zh": "", "name_en": "Jane Smith"}, [(CHINESE, ["Jane Smith"])]),
        ({"name_zh": "王小明", "name_en": "Wang Xiaoming", "latin": "pinyin"}, []),
        (BOTH, []),
    ],
)
def test_people_at_an_event_are_counted(told, facts, said):
    person = factories.person(**facts)
    assert told(meeting(people=(person,))) == said


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"name_zh": "海州公司", "name_en": ""}, [(ENGLISH, ["海州公司"])]),
        ({"name_zh": "海州公司", "name_en": "", "gloss_en": "Harbourton Company"}, []),
    ],
)
def test_a_translation_makes_a_body_readable(told, facts, said):
    event = meeting()
    factories.site(event, factories.institution(**facts))
    assert told(event) == said


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"title_zh": "合作协议", "title_en": ""}, [(ENGLISH, ["合作协议"])]),
        ({"title_zh": "合作协议", "title_en": "", "title_gloss_en": "Accord"}, []),
    ],
)
def test_titles_of_agreements_signed_there_are_counted(told, facts, said):
    event = meeting()
    factories.agreement(event=event, **facts)
    assert told(event) == said
