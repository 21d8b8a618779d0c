"""Download view of source files."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from newsroom.pages.responses import stored_file
from newsroom.publishing.amending.locking import is_printed
from newsroom.sources import files
from newsroom.sources.models import Source


@require_safe
def file(request: HttpRequest, token: str, name: str) -> HttpResponse:
    """Return a file as a download while a public record cites its source; else 404, whether it exists or not."""
    known = f"{token}/{name}"
    source = Source.objects.with_file(known).first()
    if source is None or not is_printed(source, request.moment):
        raise Http404
    return answer(request, known)


def answer(request: HttpRequest, known: str) -> HttpResponse:
    return stored_file(request, files.stored(known), kind=files.type_of(known), download=known.partition("/")[2])
