"""The site map, and beside it one address that breaks and one to which things can only be sent, in each language."""

from django.urls import path
from django.views.decorators.http import require_POST

from newsroom import urls as site
from newsroom.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def breaks(request):
    raise ZeroDivisionError


urlpatterns = [
    *(path(f"{prefix}/broken/", breaks) for prefix in ("zh", "en")),
    *(path(f"{prefix}/sent/", require_POST(breaks)) for prefix in ("zh", "en")),
    *site.urlpatterns,
]
