"""What the list pages share: the filtered list, one page of it, and the whole of it as data."""

from urllib.parse import urlencode

from django.core.paginator import InvalidPage, Paginator
from django.http import Http404, StreamingHttpResponse

from newsroom.cooperation import registers

PER_PAGE = 50
FORMS = {
    "csv": (registers.as_csv, "text/csv; charset=utf-8"),
    "json": (registers.as_json, "application/json"),
}


def listed(request, filters, *, address: str) -> dict:
    """Return one page of the filtered list as `records`, with what the list's templates say of it.

    A page that is not there is a 404. What is asked stands in `request.question`, for the page's addresses.
    """
    paginator = Paginator(filters.answer(), PER_PAGE)
    try:
        page = paginator.page(request.GET.get("page", 1))
    except InvalidPage as beyond:
        raise Http404 from beyond
    asked = filters.asked()
    request.question = _question(asked, page.number)
    return {
        "records": page.object_list,
        "form": filters.form,
        "filtered": bool(asked),
        "said": filters.said(),
        "not_understood": not filters.is_valid(),
        "total": paginator.count,
        "address": address,
        "question": _question(asked),
        "pages": _pages(page, address, asked),
    }


def _pages(page, address: str, asked: dict) -> dict:
    """Return the way through the list, as `components/pagination.html` asks for it."""
    paginator = page.paginator

    def to(number):
        return f"{address}{_question(asked, number)}"

    numbers = [
        (number, to(number) if isinstance(number, int) else "", number == page.number)
        for number in paginator.get_elided_page_range(page.number)
    ]
    return {
        "newer": to(page.number - 1) if page.has_previous() else "",
        "older": to(page.number + 1) if page.has_next() else "",
        "numbers": numbers if paginator.num_pages > 1 else [],
    }


def _question(asked: dict, number: int = 1) -> str:
    parameters = asked | ({"page": number} if number > 1 else {})
    return f"?{urlencode(parameters)}" if parameters else ""


def streamed(register, filters, *, form: str, name: str) -> StreamingHttpResponse:
    """Answer with the whole filtered list in one of the `FORMS`; any other is a 404."""
    if form not in FORMS:
        raise Http404
    written, kind = FORMS[form]
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    return StreamingHttpResponse(written(register, filters.answer()), content_type=kind, headers=headers)
