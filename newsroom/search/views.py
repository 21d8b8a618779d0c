"""The search page."""

from django.core.exceptions import BadRequest
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from newsroom.languages import printable
from newsroom.publishing.head import addresses, breadcrumbs, summary
from newsroom.search import find

LONGEST = 200


@require_safe
def search(request, language):
    """What readers may see, by its words."""
    asked = printable(request.GET.get("q", "")).strip()
    if len(asked) > LONGEST:
        raise BadRequest(_("A search holds at most 200 characters. Please shorten it."))
    context = {
        "section": "search",
        "head": summary(_("Search"), data=(breadcrumbs(request, (_("Search"), request.path_info)),)),
        "q": asked,
        "groups": find(asked, language=language, at=request.moment),
        **addresses(request, question={"q": asked} if asked else None),
    }
    return render(request, "search/search.html", context)
