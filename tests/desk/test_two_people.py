"""Two people at one form: no save overwrites what the other saved unseen."""

import pytest
from django.urls import reverse

from newsroom.cooperation.models import Visited
from newsroom.masthead.models import SiteSettings
from newsroom.people.models import Person
from newsroom.publishing.models import Revision
from newsroom.website.models import Page
from tests import factories
from tests.desk.test_records import now, page
from tests.desk.typing import form_of, send


def opened(client, address: str, **typed) -> dict:
    """Return the form as it stands at the address, with some fields typed anew."""
    return form_of(client.get(address).text) | {name.replace("__", "-"): value for name, value in typed.items()}


def test_an_event_keeps_both_people_s_fields(editor, publisher):
    event = factories.event()
    mine = opened(editor, page(event), name_en="Talks")
    send(publisher, page(event), venue_zh="甲写的会场")

    answer = editor.post(page(event), mine, follow=True)

    assert (now(event).venue_zh, now(event).name_en) == ("甲写的会场", "Talks")
    assert "Changed meanwhile by publisher, and kept:" in answer.text


def test_a_field_that_both_changed_is_refused_with_both_texts(editor, publisher):
    event = factories.event()
    mine = opened(editor, page(event), venue_en="My hall", name_en="Talks")
    send(publisher, page(event), venue_en="Their <hall>")

    answer = editor.post(page(event), mine)

    assert (now(event).venue_en, now(event).name_en) == ("Their <hall>", "")
    assert 'value="My hall"' in answer.text and "Their &lt;hall&gt;" in answer.text

    editor.post(page(event), form_of(answer.text))
    assert (now(event).venue_en, now(event).name_en) == ("My hall", "Talks")
