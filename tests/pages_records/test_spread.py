"""The register's plots: they follow its filters, and each of their rows leads to what it counts."""

import re

import pytest

from newsroom.cooperation.models import Field
from tests import factories
from tests.pages_records.conftest import released, text_of

REGISTER = "/en/agreements/"


@pytest.fixture
def register(visit):
    fields = [
        Field.objects.create(slug=slug, name_en=slug.title(), order=n) for n, slug in enumerate(("ports", "sport"))
    ]
    for year, many in ((2020, 2), (2022, 3)):
        for number in range(many):
            one = factories.agreement(visit.haimen, pairs=(visit.pair,), signed=str(year))
            one.fields.set(fields[: number + 1])
            released(one)
    return visit


def years(response) -> dict:
    return {row["year"]: row["number"] for row in response.context["spread"]["years"]}


def fields(response) -> dict:
    return {str(row["name"]): (row["number"], row["length"]) for row in response.context["spread"]["fields"]}


def test_agreements_are_counted_by_year_and_by_field(client, register):
    response = client.get(REGISTER)
    assert years(response) == {2022: 3, 2020: 2, 2019: 2}
    assert fields(response) == {"Ports": (5, 100), "Sport": (3, 60), "Culture": (1, 20)}


def test_the_plots_follow_the_filters_also_that_of_a_field(client, register):
    response = client.get(f"{REGISTER}?field=sport")
    assert years(response) == {2022: 2, 2020: 1}
    assert fields(response) == {"Ports": (3, 100), "Sport": (3, 100)}


def test_each_row_leads_to_what_it_counts_and_keeps_the_filters(client, register):
    spread = client.get(f"{REGISTER}?place=haimen").context["spread"]
    for row in (*spread["years"], *spread["fields"]):
        assert "place=haimen" in row["question"]
        assert client.get(REGISTER + row["question"]).context["listing"].count == row["number"]


def test_what_is_hidden_is_not_counted(client, register):
    factories.agreement(register.haimen, pairs=(register.pair,), signed="2031")
    assert 2031 not in years(client.get(REGISTER))


def test_a_list_with_nothing_to_see_has_no_plot(client, register):
    assert "By year and by field" in text_of(client.get(REGISTER))
    assert "By year and by field" not in text_of(client.get(f"{REGISTER}?year=2019"))


def test_more_than_are_counted_for_every_reader_are_not_drawn(client, register, monkeypatch):
    few(monkeypatch, 6)
    assert client.get(REGISTER).context["spread"] is None


def few(monkeypatch, most: int) -> None:
    """Let a list be counted, and drawn, to `most`."""
    for module in ("lists.pagination", "cooperation.spread"):
        monkeypatch.setattr(f"newsroom.{module}.COUNTED", most)


@pytest.mark.parametrize(
    ("prefix", "sentence"),
    [
        ("en", "Charts are drawn for lists of at most 5 agreements. Narrow this one:"),
        ("zh", "协议不超过5项时显示图表。可缩小范围："),
    ],
)
def test_in_place_of_plots_a_list_too_long_leads_to_its_years(client, register, monkeypatch, prefix, sentence):
    few(monkeypatch, 5)
    page = spread_of(client.get(f"/{prefix}/agreements/?place=haimen"))
    assert sentence in page and "<svg" not in page
    assert links(page) == [(f"?place=haimen&amp;year={year}", str(year)) for year in (2022, 2021, 2020, 2019)]


def test_a_year_too_long_leads_to_its_fields_and_one_that_is_not_is_drawn(client, register, monkeypatch):
    few(monkeypatch, 2)
    assert ("?year=2022&amp;field=ports", "Ports") in links(spread_of(client.get(f"{REGISTER}?year=2022")))

    few(monkeypatch, 3)
    assert years(client.get(f"{REGISTER}?year=2022")) == {2022: 3}


def test_where_nothing_narrows_further_the_sentence_stands_alone(client, register, monkeypatch):
    few(monkeypatch, 2)
    page = spread_of(client.get(f"{REGISTER}?year=2022&field=ports"))
    assert "at most 2 agreements.</p>" in page and links(page) == []


def test_no_year_is_offered_for_what_is_hidden(client, register, monkeypatch):
    factories.agreement(register.haimen, pairs=(register.pair,), signed="2031")
    few(monkeypatch, 6)
    assert "2031" not in spread_of(client.get(REGISTER))


def spread_of(response) -> str:
    return text_of(response).split('aria-labelledby="spread"')[1].split("</section>")[0]


def links(part: str) -> list[tuple[str, str]]:
    return re.findall('<a href="([^"]+)">([^<]+)</a>', part)
