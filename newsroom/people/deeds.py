"""Hiding a person's page, and showing it again."""

from typing import Any

from django.utils.translation import gettext as _

from newsroom.accounts.models import User
from newsroom.people.models import Person
from newsroom.publishing.deeds import deed, require
from newsroom.publishing.models import Verb
from newsroom.publishing.refused import Refused


def hide(person: Person, *, by: User, reason: str) -> None:
    """Take a person's page, the links to it and their photos off the site, at once; printed words stay as they were."""
    require(by, "hide")
    if not reason.strip():
        raise Refused(_("Say why the page is hidden. The reason stays in the log."))
    with deed(Verb.HIDE, person, by=by, note=reason, alone=True) as log_entry:
        _set(person, log_entry.at)


def show(person: Person, *, by: User, reason: str = "") -> None:
    """Let a hidden person's page be seen again."""
    require(by, "hide")
    with deed(Verb.SHOW, person, by=by, note=reason, alone=True):
        _set(person, None)


def _set(person: Person, hidden_at: Any) -> None:
    current = Person.objects.select_for_update().get(pk=person.pk)
    if current.is_hidden == (hidden_at is not None):
        raise Refused(_("Nothing changes by this."))
    current.hidden_at = person.hidden_at = hidden_at
    current.save(update_fields=["hidden_at"])
