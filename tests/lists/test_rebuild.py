"""An index whose declaration changed is rebuilt when an installation is upgraded, and only then."""

from dataclasses import replace

import pytest
from django.core.management import call_command

from newsroom.articles.index import EVERY_INDEX, STORIES
from newsroom.cooperation.index import AGREEMENTS
from newsroom.languages import EN
from newsroom.launch.errors import LaunchError
from newsroom.lists.index import once
from newsroom.lists.models import BuiltIndex, Entry
from newsroom.management import indexes, statics
from tests import factories

NAMES = sorted(index.name for index in EVERY_INDEX)


def entries() -> list[tuple]:
    return list(Entry.objects.order_by("pk").values_list())


@pytest.mark.django_db(transaction=True)  # PostgreSQL migrates nothing in the midst of other work
def test_after_an_upgrade_a_new_word_finds_the_records_that_were_there_before(monkeypatch):
    indexes.prepare()
    story = factories.published().edition.article
    monkeypatch.setitem(STORIES[EN].words, "slug", [("article__slug", once)])
    under_the_word = STORIES[EN].entries([STORIES[EN].key("slug", story.slug)])
    assert not under_the_word.exists()

    call_command("migrate", verbosity=0)

    assert under_the_word.get().object_id == story.editions.get().pk


@pytest.mark.django_db
def test_only_what_changed_is_rebuilt(monkeypatch):
    BuiltIndex.objects.all().delete()
    assert sorted(indexes.prepare()) == NAMES
    assert indexes.prepare() == []

    monkeypatch.setitem(AGREEMENTS.words, "title", [("title_en", once)])

    assert indexes.prepare() == ["agreements"]
    assert indexes.prepare() == []


@pytest.mark.django_db
def test_an_upgrade_that_changes_no_index_asks_one_question_for_each(django_assert_num_queries):
    indexes.prepare()

    with django_assert_num_queries(len(NAMES)):
        indexes.prepare()


@pytest.mark.django_db
def test_a_rebuild_leaves_what_holds_and_takes_what_does_not():
    factories.published()
    for index in EVERY_INDEX:
        index.rebuild()
    before = entries()
    Entry.objects.create(key="agreements", rank=1, object_id=1_000_000)
    Entry.objects.create(key=STORIES[EN].key("slug", "dropped"), rank=1, object_id=before[0][-1])

    for index in EVERY_INDEX:
        index.rebuild()

    assert before and entries() == before


def a_later_rank(agreement) -> int:
    return agreement.pk


def test_an_index_is_another_when_its_words_or_its_functions_are():
    others = [
        replace(AGREEMENTS, words={}),
        replace(AGREEMENTS, words=AGREEMENTS.words | {"kind": [("state", once)]}),
        replace(AGREEMENTS, rank=a_later_rank),
    ]

    assert len({index.fingerprint for index in (AGREEMENTS, *others)}) == 4
    assert replace(AGREEMENTS).fingerprint == AGREEMENTS.fingerprint


def test_an_index_is_another_when_the_file_of_its_functions_is(monkeypatch):
    before = AGREEMENTS.fingerprint

    monkeypatch.setattr("newsroom.lists.index.getsource", lambda module: "rewritten")

    assert AGREEMENTS.fingerprint != before


@pytest.mark.django_db
def test_lists_that_were_not_built_from_this_checkout_are_not_served(monkeypatch):
    indexes.prepare()
    indexes.demand_built()
    BuiltIndex.objects.filter(name="stops").update(fingerprint="of another checkout")
    monkeypatch.setattr(statics, "collect", lambda: pytest.fail("it went on"))

    with pytest.raises(LaunchError, match=r"lists are not up to date: run python3 manage.py migrate"):
        call_command("serve", port=0)


def test_a_rebuild_holds_the_deeds_before_it_reads_a_record(db, monkeypatch):
    asked, records = [], AGREEMENTS.records

    def read():
        asked.append("records")
        return records()

    monkeypatch.setattr("newsroom.lists.index.hold", lambda: asked.append("hold"))
    replace(AGREEMENTS, records=read).rebuild()

    assert asked[0] == "hold" and "records" in asked
