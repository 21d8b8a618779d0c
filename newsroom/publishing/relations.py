"""Relations between models, followed by name: `related` inside one room, `end_of` along what a room declared.

A queryset cannot import the models beside it: they import it. To a room below it says the model's name by importing
it, and of a room above it knows nothing.
"""

from django.db.models import Model, QuerySet


def related(model: type[Model], name: str) -> QuerySet:
    """Return all rows at the other end of `name`, a relation of `model` in either direction, inside one room.

    LookupError where the relation leads to another room.
    """
    other = model._meta.get_field(name).related_model
    if other is None or other._meta.app_label != model._meta.app_label:
        raise LookupError(f"{model.__name__}.{name} leads out of its room: import the model at its other end.")
    return other._default_manager.all()


def end_of(model: type[Model], path: str) -> type[Model]:
    """Return the model to which a path of relations leads, through any rooms: ("events__pairs" of Article)."""
    for step in path.split("__"):
        model = model_at(model, step)
    return model


def model_at(model: type[Model], name: str) -> type[Model]:
    """Return the model at the other end of a relation of `model`. LookupError for a field that is no relation."""
    other = model._meta.get_field(name).related_model
    if other is None or isinstance(other, str):
        raise LookupError(f"{model.__name__}.{name} is no relation.")
    return other
