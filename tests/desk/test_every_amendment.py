"""Every kind of record that readers see is changed in one way: proposed in its own form, approved by somebody else.

The kinds are those that the rooms declare, so that a new one stands in this proof by itself.
"""

import pytest
from django.apps import apps
from django.urls import reverse

from newsroom.places.models import Pair
from newsroom.publishing import clock
from newsroom.publishing.amending import snapshots
from newsroom.publishing.models import Amendment, LogEntry, Verb
from tests import factories
from tests.conftest import Thoroughness
from tests.desk.test_no_second_way import address, other_words, world
from tests.desk.typing import form_of
from tests.pressing import press

NOTE = "A word was put right."
SOME = 5
TRACKED = sorted((model._meta.label for model in snapshots.tracked()), key=str.lower)


def shown(label: str):
    """Return a record of that kind which has rows if any has."""
    model = apps.get_model(label)
    records = list(model._base_manager.order_by("pk"))
    rows = snapshots.rows_named(model)
    return max(records, key=lambda record: sum(getattr(record, name).exists() for name in rows))


def retyped(client, record) -> dict:
    """Return what is sent when every word and day of the record's form, and of its rows, is typed anew.

    What an agreement brought about has a release, and so an amendment, of its own.
    """
    form = form_of(client.get(address(type(record), "amend", record.pk)).text)
    typed = {
        name: values if name.startswith(("follow_ups-", "stages-")) else [other_words(name, value) for value in values]
        for name, values in form.items()
    }
    if isinstance(record, Pair):  # its form has no words
        typed["continues"] = [factories.pair().pk]
    return typed | {"reason": "The page says so."}


def proposed(client, record) -> Amendment:
    answer = client.post(address(type(record), "amend", record.pk), retyped(client, record))
    assert answer.status_code == 302, answer.context and answer.context["errors"]
    return Amendment.objects.get(state="waiting")


def decide(client, amendment: Amendment, name: str, **typed):
    return press(client, reverse(f"admin:amendment_{name}", args=[amendment.pk]), typed)


@pytest.fixture(scope="module")
def made(built_once):
    for role in ("editor", "publisher"):  # who speak English, before the world makes them speak as it comes
        factories.user(role, language="en")
    world()


def pytest_generate_tests(metafunc):
    if "record" in metafunc.fixturenames:
        few = Thoroughness(long=metafunc.config.getoption("--long")).sample(TRACKED, SOME)
        kinds = few if metafunc.function is test_a_minor_change_is_told_to_nobody else TRACKED
        metafunc.parametrize("record", kinds, indirect=True)


@pytest.fixture
def record(request, made, db):
    return shown(request.param)


def test_it_is_proposed_in_its_own_form_shown_as_old_and_new_and_approved_by_another(record, editor, publisher, client):
    before = snapshots.take(record)
    amendment = proposed(editor, record)

    assert snapshots.take(type(record)._base_manager.get(pk=record.pk)) == before
    differing = publisher.get(address(Amendment, "change", amendment.pk)).context["differing"]
    assert differing and all(row.old != row.new for row in differing)
    assert decide(editor, amendment, "approve", minor="on").status_code == 403

    decide(publisher, amendment, "approve", note_en=NOTE, note_zh="一处文字有误。")

    now = snapshots.take(type(record)._base_manager.get(pk=record.pk))
    assert now != before and not snapshots.differences(now, amendment.after, type(record))
    assert LogEntry.objects.on([record]).filter(verb=Verb.AMEND).count() == 1
    assert Amendment.objects.get().state == "approved"
    for language, note in (("en", NOTE), ("zh", "一处文字有误。")):
        assert note in client.get(f"/{language}/corrections/").text


def test_a_minor_change_is_told_to_nobody(record, editor, publisher, client):
    """Of some kinds: one deed approves all of them."""
    decide(publisher, proposed(editor, record), "approve", minor="on")

    assert Amendment.objects.get().state == "approved"
    assert 'class="rows"' not in client.get("/en/corrections/").text


def test_it_is_refused_when_the_record_changed_meanwhile(record, editor, publisher):
    amendment = proposed(editor, record)
    snapshots.write(type(record)._base_manager.get(pk=record.pk), amendment.after, clock.moment())
    meanwhile = snapshots.take(type(record)._base_manager.get(pk=record.pk))

    answer = decide(publisher, amendment, "approve", minor="on")

    assert "The record was changed after this was proposed." in answer.text
    assert snapshots.take(type(record)._base_manager.get(pk=record.pk)) == meanwhile
    assert Amendment.objects.get().state == "waiting"


def test_every_kind_that_is_locked_is_here():
    assert len(TRACKED) >= 14 and {"photos.Photo", "people.Tenure", "articles.Article"} <= set(TRACKED)
