"""What stands in the site's storage."""

from django.core.files.storage import default_storage

from newsroom.photos import files
from newsroom.photos.models import Photo


def kept(photo: Photo | None = None, place: str = "") -> set[str]:
    """Return the names of the files of a photo, or of all that there is."""
    if photo is not None:
        return set(default_storage.listdir(files.stored(photo.token, ""))[1])
    folders, names = default_storage.listdir(place)
    found = {f"{place}/{name}" for name in names}
    return found.union(*(kept(place=f"{place}/{folder}".strip("/")) for folder in folders))
