"""Views of the lists of people, institutions and places as CSV and JSON."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from newsroom.cooperation.views.lists import streamed
from newsroom.profiles import registers
from newsroom.publishing.clock import today_at


@require_safe
def people(request: HttpRequest, language: str, form: str) -> HttpResponse:
    return _streamed(request, registers.People, form, "people")


@require_safe
def institutions(request: HttpRequest, language: str, form: str) -> HttpResponse:
    return _streamed(request, registers.Institutions, form, "institutions")


@require_safe
def places(request: HttpRequest, language: str, form: str) -> HttpResponse:
    return _streamed(request, registers.Places, form, "places")


def _streamed(request: HttpRequest, kind: type[registers.NamedRegister], form: str, name: str) -> HttpResponse:
    at = request.moment
    register = kind(
        at=at, day=today_at(at), language=request.language, absolute=request.build_absolute_uri, site=request.site
    )
    return streamed(register, None, form=form, name=name)
