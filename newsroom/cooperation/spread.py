"""How the agreements of a list are spread over years and fields: the register's plots, which follow its filters."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import Count
from django.db.models.functions import ExtractYear

from newsroom.cooperation.models import Agreement
from newsroom.languages import pick
from newsroom.lists.pagination import COUNTED
from newsroom.plots import by_year, shares


def spread(agreements: Any, asked: dict, *, language: str, until: int) -> dict:
    """Return `plot` (by year of signature) and `fields`, each row with the filters that lead to its agreements.

    `agreements` is a queryset, `asked` the filters that made it, `until` the year up to which is drawn.
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
    """Return what leads from a list too long to be drawn to shorter ones: its years, or its fields inside a year.

    `ways` are those of `ListFilters.ways`; `most` is how many agreements are drawn.
    """
    name = next((name for name in ("year", "field") if name not in asked), None)
    menu = next((way["menu"] for way in ways if way["name"] == name), [])
    offers = [{"label": one["label"], "question": _narrowed(asked, **{name: one["value"]})} for one in menu]
    return {"most": COUNTED, "offers": offers}


def _fields(agreements: Any, asked: dict, language: str) -> list[dict]:
    """The fields, the fullest first, with the length of each as a share of the longest."""
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
