"""The benchmark: every kind of public page is asked for, and asks the database little."""

import gc
import re
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import resolve

from newsroom.articles.models import Version
from newsroom.cooperation.models import Agreement, Appearance
from newsroom.pages.table import DATA, LIST, RECORD, of_kind
from newsroom.photos.models import Photo
from tests.bench import generating, memory, timing

NOW = datetime(2025, 6, 1, tzinfo=UTC)
STORIES = 20
MOST = 20
BUDGETS = {"front": 16, "story": 20, "agreement": 23, "pair": 33}


@pytest.fixture(scope="module")
def laid(built_once):
    generating.fill(STORIES, seed=1, now=NOW)


@pytest.fixture
def filled(laid, db):
    """Return with the records in the database, of which each test has its own."""


def test_every_generated_story_is_public_with_its_records(filled):
    assert Version.objects.public(NOW).count() == 2 * STORIES
    assert Appearance.objects.public(NOW).count() == 15 * STORIES
    assert Agreement.objects.public(NOW).count() == 2 * STORIES
    assert Photo.objects.public(NOW).count() == 3 * STORIES


def test_each_kind_of_page_is_measured_and_asks_little(filled):
    costs = [timing.measure(page, where, rounds=2) for page, where in timing.addresses().items()]
    lines = list(timing.table(costs))

    assert len(lines) == 2 + len(timing.addresses()) >= 21
    assert {one.page: one.queries for one in costs if one.queries > BUDGETS.get(one.page, MOST)} == {}
    assert all(0 < one.compressed < one.raw for one in costs)


def test_every_page_that_asks_for_records_is_measured(filled):
    """But a preview, which is a story's page, and what asks for no record: a standing page, the manifest."""
    measured = {*timing.addresses().values(), *timing.registers().values()}
    names = {resolve(urlsplit(address).path).url_name for address in measured}
    assert {row.name for row in of_kind(LIST, DATA, RECORD)} - {"preview", "page", "manifest"} <= names


@pytest.fixture
def collected():
    """Collect garbage as often as the server does: what is left lying counts in a peak."""
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)


def test_the_peak_of_an_export_is_that_of_a_chunk(filled, collected, monkeypatch):
    address, peaks = timing.registers()["agreements-data.csv"], []
    for size in (1, 2 * STORIES):
        monkeypatch.setattr("newsroom.cooperation.registers.CHUNK", size)
        memory.streaming_peak(address)  # what is loaded once is loaded now
        peaks.append(memory.streaming_peak(address))

    assert peaks[1] > 1.1 * peaks[0]  # a good part of the peak is the query itself


def test_no_page_but_the_story_s_own_reads_a_body_text(filled):
    pages = timing.addresses() | timing.narrowings()
    for page, address in pages.items():
        with CaptureQueriesContext(connection) as asked:
            assert Client(SERVER_NAME="localhost").get(address).getvalue()
        read = any(re.search(r'version"\."body"', query["sql"]) for query in asked)
        assert read == (page == "story"), page
