"""Views of photos: renditions, public while a public story shows them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from newsroom.pages.responses import stored_file
from newsroom.photos import files
from newsroom.photos.image_worker import CUTS
from newsroom.photos.models import Photo
from newsroom.photos.pictures import TYPES, name_of, shape_of


@require_safe
def photo(request: HttpRequest, token: str, width: int, ending: str, cut: str = "") -> HttpResponse:
    """Return one rendition of a public photo; hidden, deleted and unknown ones are the same 404."""
    found = Photo.objects.public(request.moment).filter(token=token).first()
    if found is None:
        raise Http404
    return answer(request, found, width, ending, cut)


def answer(request: HttpRequest, photo: Photo, width: int, ending: str, cut: str = "") -> HttpResponse:
    """Return a rendition of the photo. Raise 404 for an unknown crop, width or format.

    `cut` is crop and focal point, such as `row-50-33`: a moved focal point is another address.
    """
    known = cut.removesuffix(f"-{photo.focus}")
    if (cut and (known not in CUTS or known == cut or not photo.is_cut)) or ending not in TYPES:
        raise Http404
    shape = shape_of(photo, known)
    if width not in shape.widths:
        raise Http404
    return stored_file(request, files.stored(photo.token, name_of(photo, shape, width, ending)), kind=TYPES[ending])
