"""Deeds of places: make pairs, merge duplicate places."""

from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.accounts.models import User
from newsroom.masthead.models import SiteSettings
from newsroom.places.models import Pair, Place
from newsroom.publishing.addresses import pass_on
from newsroom.publishing.amending.merging import merge, repoint
from newsroom.publishing.deeds import require
from newsroom.publishing.refused import Refused


def arranged(one: Place, other: Place) -> dict:
    """Return the columns of the pair of two places. The slug names the home place first, else goes by alphabet."""
    first, second = sorted((one, other), key=lambda place: place.pk)
    home = SiteSettings.current().home
    lead, follow = sorted((one, other), key=lambda place: (place.slug != home, place.slug))
    return {
        "first": first,
        "second": second,
        "slug": f"{lead.slug}-{follow.slug}",
        "reverse_slug": f"{follow.slug}-{lead.slug}",
    }


def pair_of(one: Place, other: Place) -> Pair:
    """Get or create the pair of two places."""
    if one.pk == other.pk:
        raise ValueError("a pair is two different places")
    columns = arranged(one, other)
    pair, _made = Pair.objects.get_or_create(first=columns.pop("first"), second=columns.pop("second"), defaults=columns)
    return pair


def readdress_pairs(place: Place) -> None:
    """Update the slugs of a place's pairs after its own slug changed, which it does only before either is public."""
    for pair in Pair.objects.of(place).with_places():
        columns = arranged(pair.first, pair.second)
        pair.slug, pair.reverse_slug = columns["slug"], columns["reverse_slug"]
        pair.save(update_fields=["slug", "reverse_slug"])


def merge_places(place: Place, into: Place, *, by: User, note: str = "") -> None:
    """Merge the duplicate `place` into another record, with its pairs."""
    require(by, "hide")
    with transaction.atomic():
        for pair in Pair.objects.of(place).with_places():
            if (third := pair.other(place)).pk == into.pk:
                raise Refused(_("These two places are a pair. Two records of one place cannot be."))
            _pass_on_pair(pair, pair_of(into, third))
        merge(place, into, by=by, note=note)


def _pass_on_pair(pair: Pair, into: Pair) -> None:
    repoint(pair, into)
    pass_on(pair, into)
    pair.delete()
