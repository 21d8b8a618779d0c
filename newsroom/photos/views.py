"""A picture at its address: readers see it while a story that they see shows it."""

from django.http import Http404
from django.views.decorators.http import require_safe

from newsroom.photos import files
from newsroom.photos.models import Photo
from newsroom.publishing.answers import stored_file

TYPES = {"jpg": "image/jpeg", "webp": "image/webp", "avif": "image/avif"}
ENDINGS = tuple(TYPES)


@require_safe
def photo(request, token: str, width: int, ending: str):
    """Answer with one rendition of a public photo; hidden, gone and never there are the same 404."""
    found = Photo.objects.public(request.moment).filter(token=token).first()
    if found is None:
        raise Http404
    return answer(request, found, width, ending)


def answer(request, photo: Photo, width: int, ending: str):
    """Answer with a rendition of the photo, or 404 where there is none in this width or format."""
    if ending not in TYPES or width not in photo.widths:
        raise Http404
    return stored_file(request, files.stored(photo.token, f"{width}.{ending}"), kind=TYPES[ending])
