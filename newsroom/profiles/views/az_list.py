"""A–Z list of people, institutions or places."""

from collections.abc import Callable

from django.http import Http404, HttpRequest

from newsroom.cooperation.views.lists import as_data
from newsroom.languages.sorting import key_column
from newsroom.lists.initials import az_page
from newsroom.pages.head import addresses


def az_context(request: HttpRequest, view: str, model: type, beside: Callable[[dict], dict[int, dict]]) -> dict:
    """Return the context of `profiles/roster.html` for the requested page of the named records of `model`.

    `view` names the list, which is also to be had as data. `beside` maps {pk: record} to {pk: what is printed beside
    the name}: "small", a note, and of people "before" and "after", which sort nothing. Raise Http404 if there is no
    such page.
    """
    page = az_page(model.objects.all, request.GET, request.moment, request.path, request.language)
    if page is None:
        raise Http404
    known = model.objects.in_bulk(page.keys)
    printed, language = beside(known), request.language
    rows = {
        key: {
            "name": one.name_in(language),
            "address": one.address_in(language),
            **printed[key],
            "sorted": getattr(one, key_column(language)),
        }
        for key, one in known.items()
    }
    return {
        "roster": page,
        "groups": page.groups(rows),
        "address": request.path,
        **as_data(request, view),
        **addresses(request, question=page.asked),
    }
