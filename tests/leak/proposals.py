"""Amendments that change everything an amendment can, generated from the models.

A new column, link or row is covered without a change here. Snapshots are written directly, so that nothing is
missing because a form omits it.
"""

from collections.abc import Iterator

from django.db import models

from newsroom.articles.models import Section
from newsroom.cooperation.models import Agreement, Delegation, Event, Field
from newsroom.dates import DayField
from newsroom.people.models import Institution, Office, Person
from newsroom.photos.models import Photo
from newsroom.places.models import Pair, Place
from newsroom.publishing.amending import snapshots
from newsroom.publishing.models import Amendment
from newsroom.sources.models import Source
from tests import factories
from tests.leak.hush import fill, slug_of, told

VALUES = (
    (DayField, "2034-07-09"),
    (models.DateField, "2034-07-09"),
    (models.IntegerField, 47),
    (models.DecimalField, "47"),
)
FRESH = {
    Place: factories.place,
    Pair: factories.pair,
    Person: factories.person,
    Institution: factories.institution,
    Office: factories.office,
    Event: factories.event,
    Delegation: factories.delegation,
    Agreement: factories.agreement,
    Source: factories.source,
    Photo: factories.photo,
    Section: lambda: Section.objects.create(slug="other", name_en="Other"),
    Field: lambda: Field.objects.create(slug="other", name_en="Other"),
}


class Change:
    """Another value for every column: one marker word in all texts, hidden records behind links."""

    def __init__(self, word: str):
        self.word, self.made = word, {}

    def hidden(self, model: type) -> models.Model:
        if model not in self.made:
            self.made[model] = fill(FRESH[model](), self.word)
        return self.made[model]

    def of(self, field: models.Field, old):
        """Return another value of a column, as stored in a snapshot."""
        if field.is_relation:
            return self.hidden(field.related_model).pk
        if field.choices:
            return next(choice for choice, _label in field.flatchoices if choice and choice not in (old or ""))
        if isinstance(field, models.BooleanField):
            return not old
        known = [value for kind, value in VALUES if isinstance(field, kind)]
        if known:
            return known[0]
        text = slug_of(self.word) if isinstance(field, models.SlugField) else told(field, self.word)
        return text[: field.max_length]

    def of_record(self, snapshot: dict, model: type, tie: models.Field | None = None) -> dict:
        """Return a snapshot with another value in every column, and one more of every link and row.

        `tie`, the foreign key from a row to its parent, stays.
        """
        old = snapshot["fields"]
        fields = {
            field.attname: old.get(field.attname) if field == tie else self.of(field, old.get(field.attname))
            for field in snapshots.columns_of(model)
        }
        links = {
            field.name: [*snapshot["links"].get(field.name, []), self.hidden(field.related_model).pk]
            for field in snapshots.links_of(model)
        }
        rows = {}
        for name in snapshots.rows_named(model):
            relation = model._meta.get_field(name)
            old_rows = [*snapshot["rows"].get(name, []), {**snapshots.NOTHING, "pk": None}]
            rows[name] = [
                {"pk": row["pk"], **self.of_record(row, relation.related_model, relation.field)} for row in old_rows
            ]
        return {"fields": fields, "links": links, "rows": rows}


def propose_everything(world) -> None:
    """Propose a change of everything to one public record of each kind that can be amended."""
    for model in snapshots.tracked():
        record = shown(world, model)
        word = world.hush.word(f"a waiting amendment of a {model.__name__}")
        before = snapshots.take(record)
        Amendment.objects.create(
            record=record,
            before=before,
            after=Change(word).of_record(before, model),
            proposed_by=world.editor,
            proposed_at=world.now,
            reason=word,
            public_note_en=word,
            public_note_zh=word,
        )


def shown(world, model: type) -> models.Model:
    """Return the public record of this kind."""
    return model._base_manager.get(pk=next(one.pk for one in world.shown.made if type(one) is model))


def amendable() -> Iterator[tuple[type, models.Field]]:
    """Yield (model, field) of every column and link that an amendment can change, those of rows too, but not ties."""
    seen = set()
    for root in snapshots.tracked():
        for model, tie in below(root):
            fields = [*snapshots.columns_of(model), *snapshots.links_of(model)]
            for field in fields:
                if field != tie and (model, field) not in seen:
                    seen.add((model, field))
                    yield model, field


def below(model: type, tie: models.Field | None = None) -> Iterator[tuple[type, models.Field | None]]:
    """Yield the model and its row models, each with the foreign key to its parent."""
    yield model, tie
    for name in snapshots.rows_named(model):
        relation = model._meta.get_field(name)
        yield from below(relation.related_model, relation.field)
