"""Views of the search page and its autocomplete."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from newsroom.languages import labelled, printable
from newsroom.lists.filtering import LONGEST, TOO_LONG
from newsroom.pages.head import addresses, breadcrumbs, summary
from newsroom.search import find, suggest


@require_safe
def search(request: HttpRequest, language: str) -> HttpResponse:
    """Return the search page. Too many words are refused, and stay in the field to be shortened."""
    typed = _typed(request)
    refused = len(typed) > LONGEST
    asked = "" if refused else typed
    context = {
        "section": "search",
        "head": summary(
            labelled(_("Search"), asked) if asked else _("Search"),
            data=(breadcrumbs(request, (_("Search"), request.path_info)),),
        ),
        "q": typed,
        "refused": TOO_LONG if refused else "",
        "groups": find(asked, language=language, at=request.moment),
        **addresses(request, question={"q": asked} if asked else None),
    }
    return render(request, "search/search.html", context, status=400 if refused else 200)


@require_safe
def suggestions(request: HttpRequest, language: str) -> HttpResponse:
    """Return the suggestions for the search form as JSON, the same for every reader.

    {suggestions: see `newsroom.search.suggest`, said: the text for screen readers}.
    """
    asked = _typed(request)
    if len(asked) > LONGEST:
        raise BadRequest(TOO_LONG)
    found = suggest(asked, language=language, at=request.moment)
    said = ngettext("%(count)d suggestion", "%(count)d suggestions", len(found)) % {"count": len(found)}
    return JsonResponse({"suggestions": found, "said": said if found else ""})


def _typed(request: HttpRequest) -> str:
    return printable(request.GET.get("q", "")).strip()
