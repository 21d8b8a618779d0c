"""Making pairs."""

from newsroom.masthead.models import SiteSettings
from newsroom.places.models import Pair, Place


def pair_of(one: Place, other: Place) -> Pair:
    """Return the pair of two places, made if it is new. The home place leads its address, else the alphabet."""
    if one.pk == other.pk:
        raise ValueError("a pair is two different places")
    first, second = sorted((one, other), key=lambda place: place.pk)
    home = SiteSettings.current().home
    lead, follow = sorted((one, other), key=lambda place: (place.slug != home, place.slug))
    pair, _made = Pair.objects.get_or_create(
        first=first,
        second=second,
        defaults={"slug": f"{lead.slug}-{follow.slug}", "reverse_slug": f"{follow.slug}-{lead.slug}"},
    )
    return pair
