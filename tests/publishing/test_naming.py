"""What makes a person, a place, an institution or a pair public is declared, and nothing is forgotten."""

import pytest
from django.apps import apps
from django.db import models

from newsroom.articles import deeds
from newsroom.people.models import Person
from newsroom.publishing import naming
from newsroom.publishing.hiding import hidden_q
from newsroom.publishing.interval import Interval
from newsroom.publishing.release import Released
from tests import factories

pytestmark = pytest.mark.django_db

HOUSE = [model for model in apps.get_models() if model.__module__.startswith("newsroom.")]
NAMED = [model for model in HOUSE if issubclass(model._default_manager._queryset_class, naming.NamedQuerySet)]


def links_to_named():
    """Every link of the house to a named record, but those of a row to the record that it is part of."""
    for model in HOUSE:
        for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
            if field.related_model in NAMED and not part_of(field) and not told_by_rows(field):
                yield model, field


def part_of(field) -> bool:
    return isinstance(field, models.ForeignKey) and field.remote_field.on_delete is models.CASCADE


def told_by_rows(field) -> bool:
    """Return whether the link's rows are a model of ours, whose own links are in the list."""
    return isinstance(field, models.ManyToManyField) and not field.remote_field.through._meta.auto_created


def declared(model, field) -> bool:
    first_step = field.remote_field.get_accessor_name() or ""
    paths = naming.paths_of(field.related_model)
    return any(path.split("__")[0] == first_step for path in paths) or (model, field.name) in naming.excused()


@pytest.mark.parametrize(
    ("model", "field"), [pytest.param(*link, id=f"{link[0].__name__}.{link[1].name}") for link in links_to_named()]
)
def test_every_link_to_a_named_record_is_declared_or_excused(model, field):
    assert declared(model, field), (
        f"{model.__name__}.{field.name}: say in ready() whether it names, with names() or does_not_name()"
    )


@pytest.mark.parametrize("model", NAMED)
def test_every_path_leads_to_a_row_with_an_interval(model):
    assert naming.paths_of(model), f"nothing names a {model.__name__}"
    for path in naming.paths_of(model):
        end = model
        for step in path.split("__"):
            end = end._meta.get_field(step).related_model
        assert issubclass(end, Interval), f"{model.__name__}: {path} ends at {end.__name__}"


def test_somebody_is_public_when_something_public_names_them_and_not_before(at):
    guest, host = factories.person(), factories.person()
    travelled = factories.delegation(factories.place(), members=(guest,))
    stop = factories.event(factories.pair(), people=(host,), delegation=travelled)
    version = factories.submitted(factories.article(events=[stop]))
    assert not guest.is_public(at.now)
    assert not host.is_public(at.now)
    deeds.approve(version, by=factories.user("publisher"), at=at.ahead(hours=1))
    assert not guest.is_public(at.now)
    assert guest.is_approved(at.now)
    assert guest.is_public(at.ahead(hours=1))
    assert host.is_public(at.ahead(hours=1))


def test_a_hidden_person_has_no_page_whatever_names_them(at):
    person = factories.person(hidden_at=at.now)
    factories.published(factories.article(events=[factories.event(people=(person,))]))
    assert not person.is_public(at.now)


def test_rows_and_sets_say_the_same_of_hidden_people(at):
    people = [factories.person(hidden_at=moment) for moment in (None, at.now, at.ahead(hours=1))]

    hidden = set(Person.objects.filter(hidden_q()))

    assert hidden == {person for person in people if person.is_hidden} == set(people[1:])


def test_every_released_record_is_kept_by_something_or_released_alone():
    released = [model for model in HOUSE if issubclass(model, Released)]
    assert {model.__name__ for model in released} == {"Event", "Agreement", "Stage", "FollowUp", "Photo"}
