"""Deeds of people: hide a person's page, show it again."""

from typing import Any

from django.utils.translation import gettext as _

from newsroom.accounts.models import User
from newsroom.people.models import Person
from newsroom.publishing.deeds import deed, require
from newsroom.publishing.models import Verb
from newsroom.publishing.refused import Refused


def hide(person: Person, *, by: User, reason: str) -> None:
    """Remove a person's page, links and photos from the site at once; printed words stay.

    Raise Refused if no reason is given or the page is hidden already.
    """
    require(by, "hide")
    if not reason.strip():
        raise Refused(_("Say why the page is hidden. The reason stays in the log."))
    with deed(Verb.HIDE, person, by=by, note=reason, alone=True) as log_entry:
        _set(person, log_entry.at)


def show(person: Person, *, by: User, reason: str = "") -> None:
    """Make a hidden person's page visible again. Raise Refused if it is not hidden."""
    require(by, "hide")
    with deed(Verb.SHOW, person, by=by, note=reason, alone=True):
        _set(person, None)


def _set(person: Person, hidden_at: Any) -> None:
    current = Person.objects.get(pk=person.pk)
    if current.is_hidden == (hidden_at is not None):
        raise Refused(_("Nothing changes by this."))
    current.hidden_at = person.hidden_at = hidden_at
    current.save(update_fields=["hidden_at"])
