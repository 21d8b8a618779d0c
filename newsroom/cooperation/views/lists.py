"""Shared list views of agreements and delegations: one page of the filtered list, and its exports."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.urls import reverse

from newsroom.cooperation import registers
from newsroom.cooperation.structured import described_register
from newsroom.lists.filter_panel import FilterPanel
from newsroom.lists.pagination import paginate
from newsroom.pages.head import addresses, list_head
from newsroom.pages.responses import Moved
from newsroom.pages.structured import publisher

FORMS = {
    "csv": (registers.as_csv, "text/csv; charset=utf-8"),
    "json": (registers.as_json, "application/json"),
}


def listed(request: HttpRequest, filters: Any, *, view: str, numbered: bool = False, kept: dict | None = None) -> dict:
    """Return the context of the requested page of a list, with `components/filters.html` and `tally.html`.

    Raise Moved to the canonical URL if the query string is untidy. Lists of one year always have `numbered` pages.
    `kept` is what all its links and forms repeat, though it does not narrow the list: the day asked for.
    """
    kept = kept or {}
    panel = FilterPanel(filters, kept)
    if panel.untidy():
        raise Moved(_clean(request, panel), for_ever=False)
    asked = panel.asked()
    found = paginate(filters.qs, request.GET, question=asked | kept, numbered=numbered or "year" in asked)
    found = replace(found, path=request.path)
    return {
        "section": view,
        "listing": found,
        "ways": panel.ways(found),
        "asked": asked,
        "chips": panel.chips(),
        "complaints": panel.complaints(),
        "kept": kept.items(),
        "address": reverse(view, args=[request.language]),
        "question": f"?{urlencode(asked | kept)}" if asked or kept else "",
        "everything": f"?{urlencode(kept)}" if kept else "",
        **addresses(request, question=asked | found.turned, kept=kept),
    }


def _clean(request: HttpRequest, panel: FilterPanel) -> str:
    turns = {way: request.GET[way] for way in ("page", "before", "after", "type") if request.GET.get(way)}
    asked = panel.asked() | panel.kept | turns
    return request.path + (f"?{urlencode(asked)}" if asked else "")


def as_data(request: HttpRequest, view: str) -> dict:
    """Return {"data": [(format, URL), …]}, the exports of a register."""
    return {"data": [(form.upper(), reverse(f"{view}-data", args=[request.language, form])) for form in FORMS]}


def streamed(register: Any, entries: Any, *, form: str, name: str) -> StreamingHttpResponse:
    """Return the whole list of these `entries` as a streamed download in one of the `FORMS`; Http404 for another."""
    if form not in FORMS:
        raise Http404
    written, kind = FORMS[form]
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    return StreamingHttpResponse(written(register, entries), content_type=kind, headers=headers)


def register_head(request: HttpRequest, title: str, description: str, context: dict, *, work: bool = True) -> dict:
    """Return `head` of a register with its exports as structured data; `context` is its address and `as_data`."""
    said = (context["address"], context["data"], request.language, request.build_absolute_uri)
    office = publisher(request.site, request.language, request.build_absolute_uri)
    register = described_register(title, description, *said, creator=office, licence=request.site.data_licence)
    return list_head(request, title, description, register, work=work)
