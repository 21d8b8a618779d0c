"""No cell of a register is computed by the spreadsheet that opens it."""

import csv
import io
from types import SimpleNamespace

import pytest

from newsroom.cooperation.registers import as_csv

UNSEEN = ("", " ", "\t", "\r", "\n", " \t ", "\u00a0", "\u3000", "\ufeff", "\u200b", "\x00", "\x1f")


def cell(value) -> str:
    """Return how `value` reads in the file of a register that has nothing else."""
    register = SimpleNamespace(columns=("only",), chunks=lambda _entries: [[{"only": value}]])
    _head, (written,) = csv.reader(io.StringIO("".join(as_csv(register, None)), newline=""))
    return written


@pytest.mark.parametrize("before", UNSEEN, ids=ascii)
@pytest.mark.parametrize("sign", "=+-@＝＋－＠")
def test_a_sign_begins_no_formula_whatever_unseen_stands_before_it(before, sign):
    text = f"{before}{sign}1+1"
    assert cell(text) == f"'{text}"
    assert cell([text, "two"]) == f"'{text}; two"


@pytest.mark.parametrize("text", ["\tone", "\rone", "\none"], ids=ascii)
def test_a_cell_that_begins_with_a_break_is_guarded_too(text):
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", " ", "1 = 1", " two", "Port - and hill", "a@b", "渡轮＋港口", "'=1"])
def test_what_is_no_formula_stays_as_it_is(text):
    assert cell(text) == text
