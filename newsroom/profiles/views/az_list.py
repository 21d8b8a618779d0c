"""A–Z list of people, institutions or places."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest

from newsroom.cooperation.views.lists import as_data
from newsroom.languages.sorting import key_column
from newsroom.lists.initials import az_page
from newsroom.pages.head import addresses
from newsroom.people.models import Person


def az_context(request: HttpRequest, view: str, model: type, small: Callable[[dict], dict]) -> dict:
    """Return the context of `profiles/roster.html` for the requested page of the named records of `model`.

    `view` names the list, which is also to be had as data. `small` maps {pk: record} to {pk: note printed beside the
    name}. Raise Http404 if there is no such page.
    """
    page = az_page(model.objects.all, request.GET, request.moment, request.path, request.language)
    if page is None:
        raise Http404
    known = model.objects.in_bulk(page.keys)
    beside, language = small(known), request.language
    rows = {
        key: {
            "name": one.name_in(language),
            "address": one.address_in(language),
            **_addressed(one, language),
            "small": beside.get(key, ""),
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


def _addressed(record: Any, language: str) -> dict:
    """Return the form of address of a person, as `mention` prints it around the name; it sorts nothing."""
    if not isinstance(record, Person):
        return {}
    before, after = record.addressed_in(language)
    return {"before": before, "after": after}
