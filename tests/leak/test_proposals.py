"""The leak proof covers everything that an amendment can change, and would see it if it were written."""

from itertools import chain

import pytest
from django.db import models

from newsroom.articles.models import Article
from newsroom.publishing.amending import snapshots
from newsroom.publishing.models import Amendment
from tests.leak import addresses
from tests.leak.answers import everything_said
from tests.leak.hush import fill, slug_of
from tests.leak.mutants import likeliest_first
from tests.leak.proposals import amendable, propose_everything, shown
from tests.leak.world import World

pytestmark = pytest.mark.django_db


def named(model: type, field: models.Field) -> str:
    return f"{model._meta.label}.{field.name}"


def test_what_waits_in_the_proof_is_everything_that_can_be_proposed():
    propose_everything(World())
    proposed = set()
    for amendment in Amendment.objects.filter(state="waiting"):
        model = amendment.kind.model_class()
        for where, field, _old, _new in snapshots.differences(amendment.before, amendment.after, model):
            of = model
            for name, _number in where:
                of = of._meta.get_field(name).related_model
            proposed.add(named(of, field))
    assert proposed == {named(model, field) for model, field in amendable()}


def test_whatever_waits_would_be_seen_if_it_were_written(client):
    """Of each kind of record, its words and those of its rows are on some page once written, bypassing deeds."""
    world = World()
    unseen = {model._meta.label: world.hush.word(model._meta.label) for model in snapshots.tracked()}
    for model in sorted(snapshots.tracked(), key=lambda model: model._meta.label):
        for record in with_rows(shown(world, model)):
            fill(record, unseen[model._meta.label])
    for record in chain(*world.records.values()):
        if isinstance(record, models.Model):
            record.refresh_from_db()  # its address was written anew

    wanted = likeliest_first(set(addresses.pages(world)))
    for said in (everything_said(client, address).casefold() for address in wanted):
        unseen = {label: word for label, word in unseen.items() if word not in said and slug_of(word) not in said}
        if not unseen:
            break

    assert unseen == {}


def with_rows(record: models.Model) -> list[models.Model]:
    return [record, *(row for name in snapshots.rows_named(type(record)) for row in getattr(record, name).all())]


def test_what_a_story_shows_is_among_it():
    assert {"articles.Article.events", "articles.ArticlePhoto.photo", "articles.ArticleCitation.says_en"} <= {
        named(model, field) for model, field in amendable()
    }
    assert Article in snapshots.tracked()
