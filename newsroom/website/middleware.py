"""The language is the first segment of the address; every request has one moment."""

from django.conf import settings
from django.utils import translation

from newsroom.languages import EN, ZH, tag_of
from newsroom.publishing import clock

PREFIXES = {"/zh/": ZH, "/en/": EN}


class LanguageOfAddress:
    """Sets `request.language` from the address alone: no header, no cookie, no session decides it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.language = PREFIXES.get(request.path_info[:4], settings.LANGUAGE_CODE)
        with translation.override(request.language):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", tag_of(request.language))
            return response

    def process_view(self, request, view, _args, _kwargs):
        if not getattr(view, "timeless", False):
            request.moment = clock.moment()


class PoliteRefusal:
    """Answers what cannot be read (a NUL, half a character, an endless query) with the site's own page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)
