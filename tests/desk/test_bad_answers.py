"""Every question that the desk asks before a deed refuses, with a sentence, what cannot be; what was typed stays.

The questions are found as a publisher finds them: by following every link of the desk.
"""

import re
from datetime import timedelta

import pytest
from django import forms
from django.urls import resolve, reverse

from newsroom.articles import deeds
from newsroom.forms.deed_forms import DeedForm
from newsroom.places.models import Place
from newsroom.publishing import clock, release
from newsroom.publishing.amending.amendments import propose
from newsroom.publishing.models import Amendment
from tests import factories
from tests.desk.test_no_second_way import world
from tests.desk.typing import form_of, send

LINK = re.compile(r'href="(/admin/[^"?#]*)')
UNPRINTABLE = ("a\x00b", "a\x1bb")
STRANGE = ("Ning\ud800bo".encode("utf-8", "surrogatepass"), "x" * 20_000, "9" * 30)


def rename(place: Place) -> None:
    Place.objects.filter(pk=place.pk).update(name_en="Other")


@pytest.fixture
def desk(root):
    """A desk at which everything waits for somebody; `root` sees all of it."""
    world()
    editor, publisher = factories.user("editor"), factories.user("publisher")
    factories.submitted(factories.article())
    returned = factories.submitted(factories.article())
    deeds.return_(returned, by=publisher, note="The day is missing.")
    factories.published(factories.article(), at=clock.moment() + timedelta(days=1))
    place = Place.objects.order_by("pk").first()
    propose(place, lambda: rename(place), by=editor)
    release.release(factories.event(), by=publisher)
    factories.event()
    deeds.open_preview(returned, by=publisher, days=3)
    return root


def questions(client) -> dict[str, str]:
    """Return, by its kind, the address of one question of every kind to which a link leads."""
    waiting, seen, found = ["/admin/"], set(), {}
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = client.get(address)
        if answer.status_code != 200 or answer.streaming or "html" not in answer.headers["Content-Type"]:
            continue
        if isinstance((answer.context or {}).get("form"), DeedForm):
            found.setdefault(kind_of(address), address)
        waiting += LINK.findall(answer.text)
    return found


def kind_of(address: str) -> str:
    match = resolve(address)
    return f"{match.url_name} {match.kwargs.get('name', '')}".strip()


def texts_of(form: DeedForm) -> list[str]:
    return [name for name, field in form.fields.items() if isinstance(field, forms.CharField)]


def test_no_question_is_answered_with_what_cannot_be(desk):
    asked = questions(desk)

    assert {"amendment_approve approve", "cooperation_event_release", "articles_deed submit"} <= set(asked)
    for kind, address in asked.items():
        page = desk.get(address)
        texts = texts_of(page.context["form"])
        names = [name for name in form_of(page.text) if name not in ("csrfmiddlewaretoken", "next")]
        for bad in UNPRINTABLE if texts else ():
            form = desk.post(address, dict.fromkeys(names, bad)).context["form"]
            assert set(texts) <= set(form.errors), (kind, bad)
        for bad in STRANGE:
            assert desk.post(address, dict.fromkeys(names, bad)).status_code in (200, 302), (kind, bad[:20])


def test_a_reason_that_cannot_be_printed_keeps_what_else_was_proposed(editor, db):
    event = factories.event(name_en="Talks")
    release.release(event, by=factories.user("publisher"))

    answer = send(editor, reverse("admin:cooperation_event_amend", args=[event.pk]), name_en="Forum", reason="a\x00b")

    kept = form_of(answer.text)
    assert "Why: This text holds a character that cannot be printed" in answer.text
    assert kept["name_en"] == ["Forum"] and not Amendment.objects.exists()
