"""Texts are filled by themselves, links are laid by hand: each link to a named record is laid into the world."""

import pytest

from tests.publishing.test_naming import links_to_named


@pytest.mark.django_db
def test_every_link_to_a_named_record_is_laid(answers):
    unlaid = {
        f"{model.__name__}.{field.name}: lay it into tests/leak/world.py"
        for model, field in links_to_named()
        if not model._base_manager.exclude(**{field.name: None}).exists()
    }
    assert unlaid == set()
