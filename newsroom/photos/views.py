"""A picture at its address: readers see it while a story that they see shows it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from newsroom.pages.responses import stored_file
from newsroom.photos import files
from newsroom.photos.image_worker import CUTS
from newsroom.photos.models import Photo
from newsroom.photos.pictures import TYPES, name_of, shape_of


@require_safe
def photo(request: HttpRequest, token: str, width: int, ending: str, cut: str = "") -> HttpResponse:
    """Answer with one rendition of a public photo; hidden, gone and never there are the same 404."""
    found = Photo.objects.public(request.moment).filter(token=token).first()
    if found is None:
        raise Http404
    return answer(request, found, width, ending, cut)


def answer(request: HttpRequest, photo: Photo, width: int, ending: str, cut: str = "") -> HttpResponse:
    """Answer with a rendition of the photo, or 404 where there is none in this cut, width or format.

    `cut` is the shape with the focal point, such as `row-50-33`: when that has moved, the address is another.
    """
    known = cut.removesuffix(f"-{photo.focus}")
    if (cut and (known not in CUTS or known == cut or not photo.is_cut)) or ending not in TYPES:
        raise Http404
    shape = shape_of(photo, known)
    if width not in shape.widths:
        raise Http404
    return stored_file(request, files.stored(photo.token, name_of(photo, shape, width, ending)), kind=TYPES[ending])
