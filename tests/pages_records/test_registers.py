"""Registers as data: the same rows as their pages, in the same order, and sent while they are read."""

import csv
import io
import json
import re
from urllib.parse import urlsplit

import pytest

from newsroom.cooperation import registers
from newsroom.masthead.models import SiteSettings
from tests import factories
from tests.pages_records.conftest import released, text_of

TITLE = {"en": "title_en", "zh": "title_zh"}
CELLS = re.compile(
    r'<tr>\s*<td class="day">(?P<day>.*?)</td>\s*<th scope="row"><a href="(?P<address>[^"]+)">(?P<title>.*?)</a>.*?'
    r"<td>(?P<parties>.*?)</td>\s*<td>(?P<status>.*?)</td>\s*</tr>",
    re.DOTALL,
)


@pytest.fixture
def register(visit):
    """Agreements of one day and of others, in force, ahead, planned, of three parties and of none."""
    three = (visit.haimen, visit.body, visit.anbei)
    for facts in (
        {"title_en": "In force", "title_zh": "有效", "term": "2019-08-18/2999", "parties": three},
        {"title_en": "Ahead", "title_zh": "未始", "signed": "2020-01", "term": "2998/2999", "parties": three[:1]},
        {"title_en": "No day", "signed": "", "kind": "framework", "parties": ()},
        {"title_en": "Planned", "title_zh": "拟签", "state": "planned", "signed": "", "parties": three[::2]},
        {"title_en": "Older", "title_zh": "更早", "signed": "2004", "kind": "framework", "parties": three[1:]},
    ):
        released(factories.agreement(*facts.pop("parties"), pairs=(visit.pair,), **facts))
    return visit


def words(cell: str) -> str:
    return re.sub(r"<[^>]+>", "", cell).strip()


def name_itself(printed: str) -> str:
    """Return a party's name: on the Chinese page it stands in brackets where it has no Chinese one."""
    return re.sub(r"^.*（(.+)）$", r"\1", printed)


def on_the_page(client, prefix: str, question: str) -> list[tuple]:
    """Return the rows as readers see them; of each the term, which stands on its own page."""
    rows = []
    for row in CELLS.finditer(text_of(client.get(f"/{prefix}/agreements/?{question}"))):
        day = re.search(r'datetime="([^"]+)"', row["day"])
        parties = [name_itself(words(party)) for party in re.findall(r"<div>(.*?)</div>", row["parties"], re.DOTALL)]
        term = client.get(row["address"]).context["agreement"]["term"]
        rows.append(
            (row["address"], words(row["title"]), day[1] if day else "", words(row["status"]), parties, str(term or ""))
        )
    return rows


def as_data(rows: list[dict], prefix: str) -> list[tuple]:
    return [
        (
            urlsplit(row["address"]).path,
            row[TITLE[prefix]] or row["kind"],
            row["signed"],
            row["status"],
            row["parties"].split("; ") if row["parties"] and isinstance(row["parties"], str) else list(row["parties"]),
            row["term"],
        )
        for row in rows
    ]


def table(response) -> list[dict]:
    return list(csv.DictReader(io.StringIO(text_of(response).removeprefix("\ufeff"))))


@pytest.mark.parametrize(
    ("question", "many"),
    [
        ("", 7),
        ("pair=haimen-anbei&status=no-end", 3),
        ("status=in-force", 1),
        ("status=ahead", 1),
        ("status=planned", 1),
        ("status=expired", 1),
        ("place=haimen", 4),
        ("party=haimen-institute&year=2019", 2),
        ("kind=framework", 3),
        ("kind=nonsense", 7),
    ],
)
@pytest.mark.parametrize("prefix", ["en", "zh"])
def test_data_holds_the_rows_of_the_page_in_its_order(client, register, prefix, question, many):
    shown = on_the_page(client, prefix, question)

    assert len(shown) == many
    assert as_data(table(client.get(f"/{prefix}/agreements.csv?{question}")), prefix) == shown
    assert as_data(json.loads(text_of(client.get(f"/{prefix}/agreements.json?{question}"))), prefix) == shown


@pytest.mark.parametrize("form", ["csv", "json"])
@pytest.mark.parametrize("name", ["agreements", "delegations"])
def test_data_is_sent_while_it_is_read(client, visit, monkeypatch, name, form):
    """Whoever has taken the first rows has made the house read the first chunk and no more."""
    for _number in range(4):
        released(factories.agreement(visit.haimen))
        released(factories.event(visit.pair, delegation=factories.delegation(visit.anbei)))
    newest = client.get(f"/en/{name}/").context["listing"].newest
    read, kind = [], getattr(registers, name.capitalize())
    loaded = kind.loaded
    monkeypatch.setattr(kind, "loaded", lambda register, keys: read.append(keys) or loaded(register, keys))
    monkeypatch.setattr(registers, "CHUNK", 2)

    response = client.get(f"/en/{name}.{form}")
    sent = iter(response)

    assert response.streaming
    next(sent)
    assert read == [], "the heading, or the bracket, asks for nothing"
    next(sent)
    assert read == [newest[:2]]
    assert len(list(sent)) > 0
    assert [key for keys in read for key in keys] == newest and len(newest) >= 5


def test_data_opens_in_a_spreadsheet_and_computes_nothing_there(client, visit):
    released(factories.agreement(visit.haimen, title_en='=HYPERLINK("http://x")', title_zh="+1"))

    response = client.get("/en/agreements.csv")

    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert text_of(response).startswith("\ufeff")
    assert {row["title_en"][0] for row in table(client.get("/en/agreements.csv"))} == {"'", "F", "E"}


def test_data_is_in_the_language_of_its_address(client, visit):
    assert {row["parties"] for row in table(client.get("/zh/agreements.csv"))} == {"海门; 安北", "Haimen Institute"}


def test_another_form_of_data_is_a_404(client, visit):
    assert client.get("/en/agreements.xml").status_code == 404


@pytest.mark.parametrize("unseen", ["", " ", "\u200b", "\u2060", "\ufeff", "\x0b"])
@pytest.mark.parametrize("sign", [*"-=+@", *"－＝＋＠"])
def test_no_sign_of_a_formula_begins_a_cell_whatever_stands_unseen_before_it(sign, unseen):
    assert cells(f"{unseen}{sign}1+1") == [f"'{unseen}{sign}1+1"]


@pytest.mark.parametrize("sign", "\t\r\n")
def test_no_break_of_a_cell_begins_one(sign):
    assert cells(f"{sign}1") == [f"'{sign}1"]


@pytest.mark.parametrize("words", ["Framework", "2019-08-18", "框架协议", "A = B"])
def test_a_cell_that_computes_nothing_stays_as_it_is(words):
    assert cells(words) == [words]


def cells(value: str) -> list[str]:
    """Return the second line of a register of one column that holds this value."""

    class Column(registers.Register):
        columns = ("value",)

        def chunks(self, entries):
            yield [{"value": value}]

    text = "".join(registers.as_csv(Column(None, None, "en", str, SiteSettings(pk=1)), [])).removeprefix(registers.BOM)
    return list(csv.reader(io.StringIO(text, newline="")))[1]
