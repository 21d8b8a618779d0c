"""Plots of the register: the filtered agreements by year and by field."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import Count
from django.db.models.functions import ExtractYear

from newsroom.cooperation.models import Agreement
from newsroom.languages import pick
from newsroom.lists.pagination import COUNTED
from newsroom.plots import by_year, shares


def spread(agreements: Any, asked: dict, *, language: str, until: int) -> dict:
    """Return {"plot", "years", "fields"}: agreements by year of signature and by field, each row with its query string.

    `agreements` is a queryset, `asked` the active filters that made it, `until` the last year drawn.
    """
    dated = agreements.filter(signed_earliest__isnull=False).values(year=ExtractYear("signed_earliest"))
    years = dict(dated.annotate(number=Count("pk")).values_list("year", "number"))
    return {
        "plot": by_year(years, {}, until=until),
        "years": [
            {"year": year, "number": years[year], "question": _narrowed(asked, year=year)}
            for year in sorted(years, reverse=True)
        ],
        "fields": _fields(agreements, asked, language),
    }


def narrower(ways: list[dict], asked: dict) -> dict:
    """Return links from a list too long to plot to shorter ones: its years, or the fields of a year.

    Shape: {"most": greatest number of agreements plotted, "offers": [{"label", "question": query string}, …]}; `ways`
    as in `listed`.
    """
    name = next((name for name in ("year", "field") if name not in asked), None)
    menu = next((way["menu"] for way in ways if way["name"] == name), [])
    offers = [{"label": one["label"], "question": _narrowed(asked, **{name: one["value"]})} for one in menu]
    return {"most": COUNTED, "offers": offers}


def _fields(agreements: Any, asked: dict, language: str) -> list[dict]:
    """Return the fields by number of agreements, largest first; `length` is the share of the largest."""
    links = Agreement.fields.through.objects.filter(agreement__in=agreements).order_by()
    named = links.values_list("field__slug", "field__name_zh", "field__name_en", "field__order")
    rows = sorted(named.annotate(number=Count("pk")), key=lambda row: (-row[4], row[3], row[0]))
    lengths = shares({slug: number for slug, *_names, number in rows})
    return [
        {
            "name": pick(zh, en, language),
            "number": number,
            "length": lengths[slug],
            "question": _narrowed(asked, field=slug),
        }
        for slug, zh, en, _order, number in rows
    ]


def _narrowed(asked: dict, **further: Any) -> str:
    return f"?{urlencode(asked | further)}"
