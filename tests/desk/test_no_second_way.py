"""Nothing in the desk publishes or changes what readers see, but the deeds.

A world is made in which everything is public, or waits to be; then every form of every admin is sent as it would
be from a tab that was opened before the approval, with other words and every row marked for deletion.
"""

import re
from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import transaction
from django.urls import NoReverseMatch, reverse

from newsroom.articles.models import ArticleCitation, ArticlePhoto, Section
from newsroom.cooperation.models import Agreement, EventCitation, Field, FollowUp
from newsroom.forms import locked
from newsroom.languages import LANGUAGES
from newsroom.people.models import Person, Tenure, TenureCitation
from newsroom.publishing import clock
from newsroom.publishing.models import Generation, LogEntry
from newsroom.publishing.release import release
from tests import factories
from tests.desk.typing import form_of

WORDS = re.compile(r"name|title|slug|called|short|says|caption|printed|words_")
DAYS = re.compile(r"(held|signed|reached|began|happened)$")
LIVE = {"masthead.SiteSettings", "website.Page", "terms.Term", "cooperation.Field", "articles.Section"}
OUTSIDE = {"accounts.User", "auth.Group", "publishing.LogEntry", "publishing.Amendment", "publishing.Redirect"}


def world(at=None) -> None:
    """Make one of everything, all of it approved for the moment `at`."""
    one, other = factories.place(country="DE"), factories.place(country="DE")
    body, somebody = factories.institution(), factories.person()
    pair, office, source = factories.pair(one, other), factories.office(place=one), factories.source()
    photo = factories.photo(caption_en="Two flags")
    factories.pictured(factories.person(), photo=photo)
    travelled = factories.delegation(other, members=(factories.person(),))
    held = factories.event(pair, people=(somebody,), delegation=travelled)
    signed = factories.agreement(one, body, pairs=(pair,), event=held)
    signed.fields.add(Field.objects.create(name_en="Ports", slug="ports"))
    factories.site(held, body)
    factories.stage(pair, agreement=signed)
    term = Tenure.objects.create(person=somebody, office=office, began="2018")
    TenureCitation.objects.create(tenure=term, source=factories.source())
    EventCitation.objects.create(event=held, source=source)
    came = FollowUp.objects.create(agreement=signed, happened="2020", words_en="Trade grew")
    release(came, by=factories.user("publisher"), at=at)
    story = factories.article(events=[held], agreements=[signed])
    ArticleCitation.objects.create(article=story, source=source)
    ArticlePhoto.objects.create(article=story, photo=photo, for_sharing=True)
    for language in LANGUAGES:
        factories.published(story, language, at=at)


def rows() -> dict:
    """Return every row that readers' pages are made of."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        if model.__module__.startswith("newsroom.") and model not in (LogEntry, Generation):
            found[model._meta.label] = sorted(model._base_manager.values_list(), key=repr)
    found.pop("accounts.User")
    return found


def address(model, page: str, *words) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=words)


def attacks(client, model, record, form: dict):
    """Send everything that a form of the desk can send about `record`."""
    typed = {name: [other_words(name, value) for value in values] for name, values in form.items()}
    marked = {name.replace("-id", "-DELETE"): "on" for name, value in form.items() if name.endswith("-id") and value[0]}
    yield "words changed", lambda: client.post(address(model, "change", record.pk), typed)
    if marked:
        yield "rows deleted", lambda: client.post(address(model, "change", record.pk), form | marked)
    yield from deletions(client, model, record)


def other_words(name: str, value: str) -> str:
    """Return what an attacker types over `value`; what stands empty stays so."""
    if not value or name.endswith("-id"):
        return value
    if DAYS.search(name):
        return "2016" if value != "2016" else "2017"
    return f"{value}x" if WORDS.search(name) else value


def deletions(client, model, record):
    yield "deleted", lambda: client.post(address(model, "delete", record.pk), {"post": "yes"})
    bulk = {"action": "delete_selected", "_selected_action": [record.pk], "post": "yes"}
    yield "deleted in bulk", lambda: client.post(address(model, "changelist"), bulk)


def registered(without: set):
    return [model for model in admin.site._registry if model._meta.label not in without | OUTSIDE]


def opened_before(client, model, record, monkeypatch) -> dict:
    """Return the form as it stood in a tab that was opened before anything was approved."""
    with monkeypatch.context() as before:
        before.setattr(locked, "lock_of", lambda record, at: "")
        return form_of(client.get(address(model, "change", record.pk)).text)


def changed_by(client, monkeypatch, only: str = "") -> set[str]:
    """Make every attack, or that of one name, on every record; return the models by whose forms anything changed."""
    before, found = rows(), set()
    for model in registered(LIVE):
        for record in model._base_manager.all():
            form = opened_before(client, model, record, monkeypatch)
            for name, attack in attacks(client, model, record, form):
                if only in name:
                    attack()
        if (after := rows()) != before:
            found.add(model._meta.label)
            before = after
    return found


@pytest.fixture(scope="module", params=["public", "waiting"])
def made(request, built_once):
    with transaction.atomic():
        world(at=clock.moment() + timedelta(days=1) if request.param == "waiting" else None)
        yield request.param
        transaction.set_rollback(True)


@pytest.fixture
def state(made, db):
    return made


def test_no_form_changes_or_deletes_what_readers_see_or_will_see(root, state, monkeypatch):
    assert changed_by(root, monkeypatch) == set()


def test_without_the_lock_every_form_would_change_what_readers_see(root, state, monkeypatch):
    for question in ("locked.lock_of", "locked.why_kept", "validated.lock_of"):
        monkeypatch.setattr(f"newsroom.forms.{question}", lambda record, at: "")

    changed = changed_by(root, monkeypatch, only="words")

    # A pair's form has no words: its places and its address are written once.
    assert changed == {model._meta.label for model in registered(LIVE)} - {"places.Pair"}


def test_what_is_live_when_saved_is_still_not_deleted_while_it_is_used(root, state):
    used = [Section.objects.get(), Field.objects.get()]
    before = rows()

    for record in used:
        for _name, deletion in deletions(root, type(record), record):
            deletion()

    assert rows() == before


def test_every_record_of_the_desk_is_in_this_proof(state):
    absent = [model._meta.label for model in registered(LIVE) if not model._base_manager.exists()]

    assert absent == []


def test_a_term_of_office_is_not_added_to_somebody_whom_readers_see(root, state):
    known = Person.objects.filter(tenures__isnull=False).get()
    office = factories.office()

    answer = root.post(
        reverse("admin:people_tenure_add"),
        {
            "person": known.pk,
            "office": office.pk,
            "began": "2020",
            "citations-TOTAL_FORMS": 0,
            "citations-INITIAL_FORMS": 0,
        },
    )

    assert "cannot be changed here" in answer.text
    assert Tenure.objects.filter(person=known).count() == 1


def test_a_locked_record_is_shown_with_the_sentence_and_without_a_field_to_type_in(root, state):
    signed = Agreement.objects.get()

    page = root.get(address(Agreement, "change", signed.pk)).text

    assert "This has been approved for readers, so it cannot be changed here." in page
    assert [name for name in form_of(page) if WORDS.search(name)] == []


def test_who_saves_from_an_old_tab_reads_why_it_was_refused(root, state, monkeypatch):
    signed = Agreement.objects.get()
    form = opened_before(root, Agreement, signed, monkeypatch)

    answer = root.post(address(Agreement, "change", signed.pk), form, follow=True)

    assert "This has been approved for readers" in answer.text


def test_no_list_of_the_desk_is_edited_in_place_or_in_bulk():
    for model, desk in admin.site._registry.items():
        assert not desk.list_editable, model
        assert not desk.actions, model
    assert "delete_selected" not in dict(admin.site.actions)


def test_editions_and_versions_have_no_form_of_their_own():
    for name in ("edition", "version"):
        with pytest.raises(NoReverseMatch):
            reverse(f"admin:articles_{name}_add")


def test_no_form_asks_for_a_moment_that_only_deeds_write():
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if field.name in ("public_from", "public_until", "release_at", "withdrawn_at", "first_public_from"):
                assert not field.editable, f"{model._meta.label}.{field.name}"
