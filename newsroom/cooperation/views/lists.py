"""What the lists of agreements and delegations share: one page of the filtered list, and the whole of it as data."""

from urllib.parse import urlencode

from django.http import Http404, StreamingHttpResponse
from django.urls import reverse

from newsroom.cooperation import registers
from newsroom.cooperation.structured import described_register
from newsroom.publishing.head import addresses, list_head
from newsroom.publishing.listing import listing

FORMS = {
    "csv": (registers.as_csv, "text/csv; charset=utf-8"),
    "json": (registers.as_json, "application/json"),
}


def listed(request, filters, records, *, view: str) -> dict:
    """Return the asked page of `records`, which are the answer of `filters`, with what the templates say of it."""
    asked = filters.asked()
    found = listing(records, request.GET.get("page"), question=asked)
    return {
        "section": view,
        "listing": found,
        "form": filters.form,
        "filtered": bool(asked),
        "said": filters.said(),
        "not_understood": not filters.is_valid(),
        "address": reverse(view, args=[request.language]),
        "question": f"?{urlencode(asked)}" if asked else "",
        "data": [(form.upper(), reverse(f"{view}-data", args=[request.language, form])) for form in FORMS],
        **addresses(request, question=found.asked()),
    }


def streamed(register, filters, *, form: str, name: str) -> StreamingHttpResponse:
    """Answer with the whole filtered list in one of the `FORMS`; any other is a 404."""
    if form not in FORMS:
        raise Http404
    written, kind = FORMS[form]
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    return StreamingHttpResponse(written(register, filters.answer()), content_type=kind, headers=headers)


def register_head(request, title: str, description: str, context: dict) -> dict:
    """Return `head` of a register, whose page is `context` (see `listed`): the page, and the same as data."""
    said = (context["address"], context["data"], request.language, request.build_absolute_uri)
    return list_head(request, title, description, described_register(title, description, *said), work=True)
