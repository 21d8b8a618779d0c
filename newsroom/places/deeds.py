"""Deeds of places: make pairs, merge duplicate places."""

from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.accounts.models import User
from newsroom.places.models import Pair, Place, slugs_of
from newsroom.publishing.addresses import pass_on
from newsroom.publishing.amending.merging import merge, repoint
from newsroom.publishing.deeds import hold, require
from newsroom.publishing.refused import Refused


def arranged(one: Place, other: Place) -> dict:
    """Return the columns of the pair of two places."""
    first, second = sorted((one, other), key=lambda place: place.pk)
    return {"first": first, "second": second, **slugs_of(one, other)}


def pair_of(one: Place, other: Place) -> Pair:
    """Get or create the pair of two places."""
    if one.pk == other.pk:
        raise ValueError("a pair is two different places")
    columns = arranged(one, other)
    pair, _made = Pair.objects.get_or_create(first=columns.pop("first"), second=columns.pop("second"), defaults=columns)
    return pair


@transaction.atomic
def merge_places(place: Place, into: Place, *, by: User, note: str = "") -> None:
    """Merge the duplicate `place` into another record, with its pairs."""
    require(by, "hide")
    hold()
    for pair in Pair.objects.of(place).with_places():
        if (third := pair.other(place)).pk == into.pk:
            raise Refused(_("These two places are a pair. Two records of one place cannot be."))
        _pass_on_pair(pair, pair_of(into, third))
    merge(place, into, by=by, note=note)


def _pass_on_pair(pair: Pair, into: Pair) -> None:
    repoint(pair, into)
    pass_on(pair, into)
    pair.delete()
