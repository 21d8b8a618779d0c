"""Open Graph image of a story: the chosen photo, else a drawn image."""

from collections.abc import Iterable

from newsroom.articles import poster
from newsroom.articles.models import Version
from newsroom.pages.structured import Absolute
from newsroom.photos.models import Photo
from newsroom.photos.pictures import TYPES, address_of, shape_of

READ = "jpg"  # every crawler of shared links reads JPEG, few the newer formats


def chosen_of(photos: Iterable[Photo]) -> Photo | None:
    """Return the photo for sharing, of the public photos `.of_article()`; None while it has no crop for that."""
    return next((photo for photo in photos if photo.for_sharing and photo.is_cut), None)


def picture(version: Version, chosen: Photo | None, site: str, absolute: Absolute) -> dict:
    """Return the image metadata of the page of `version` for `components/open_graph.html`.

    Without a `chosen` photo (`chosen_of`) it is the drawn image.
    """
    if chosen is None:
        return poster.picture(version, site, absolute)
    shape, alt = shape_of(chosen, "share"), chosen.alt_in(version.language)
    return {
        "address": absolute(address_of(chosen, shape, shape.width, READ)),
        "width": shape.width,
        "height": shape.height,
        "type": TYPES[READ],
        "alt": version.headline if not alt or alt.foreign_to(version.language) else alt,
    }
