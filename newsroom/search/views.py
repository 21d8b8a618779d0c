"""The search page."""

from django.core.exceptions import BadRequest
from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from newsroom.languages import labelled, printable
from newsroom.publishing.head import addresses, breadcrumbs, summary
from newsroom.search import find, suggest

LONGEST = 200
TOO_LONG = gettext_lazy("A search holds at most 200 characters. Please shorten it.")


@require_safe
def search(request, language):
    """What readers may see, by its words."""
    asked = _asked(request)
    groups = find(asked, language=language, at=request.moment)
    context = {
        "section": "search",
        "head": summary(
            labelled(_("Search"), asked) if asked else _("Search"),
            data=(breadcrumbs(request, (_("Search"), request.path_info)),),
        ),
        "q": asked,
        "groups": groups,
        **addresses(request, question={"q": asked} if asked else None),
    }
    return render(request, "search/search.html", context)


@require_safe
def suggestions(request, language):
    """What may be meant by the beginning of a name, for the search form: an object of JSON, the same for everybody.

    {suggestions: as `newsroom.search.suggest` says, said: what is read aloud of them}.
    """
    found = suggest(_asked(request), language=language, at=request.moment)
    said = ngettext("%(count)d suggestion", "%(count)d suggestions", len(found)) % {"count": len(found)}
    return JsonResponse({"suggestions": found, "said": said if found else ""})


def _asked(request) -> str:
    """Return the words that are searched for. BadRequest if there are too many."""
    words = printable(request.GET.get("q", "")).strip()
    if len(words) > LONGEST:
        raise BadRequest(TOO_LONG)
    return words
