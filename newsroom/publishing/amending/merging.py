"""Merging of duplicates: foreign keys, links, names and addresses of one record pass to the other."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from newsroom.accounts.models import User
from newsroom.languages import Written
from newsroom.publishing.addresses import pass_on
from newsroom.publishing.amending.amendments import waiting_for
from newsroom.publishing.deeds import deed, hold, require
from newsroom.publishing.hiding import Hideable
from newsroom.publishing.models import Verb
from newsroom.publishing.refused import Refused


@transaction.atomic
def merge(record: Any, into: Any, *, by: User, note: str = "") -> None:
    """Merge `record` into `into`, of the same kind: its rows, links and names pass on, its address redirects.

    The deed is the publisher's, takes effect at once, and stays flagged until a second person has looked.
    """
    require(by, "hide")
    hold()
    _look_again(record, into)
    if record.pk == into.pk:
        raise Refused(_("These are one record already."))
    if waiting_for(record) or waiting_for(into):
        raise Refused(_("A change of one of them waits to be decided. Decide it first."))
    with deed(Verb.MERGE, into, by=by, note=note or str(record), alone=True):
        repoint(record, into)
        keep_names(record, into)
        _keep_hidden(record, into)
        pass_on(record, into)
        record.delete()


def _look_again(*records: Any) -> None:
    try:
        for record in records:
            record.refresh_from_db()
    except ObjectDoesNotExist:
        raise Refused(_("One of them is gone: somebody else merged or deleted it meanwhile.")) from None


def _keep_hidden(record: Any, into: Any) -> None:
    """Whoever is merged with somebody hidden is hidden."""
    if isinstance(into, Hideable) and record.is_hidden and not into.is_hidden:
        into.hidden_at = record.hidden_at
        into.save(update_fields=["hidden_at"])


def repoint(record: Any, into: Any) -> None:
    """Let everything that points to `record` point to `into`; refuse where one thing would name it twice."""
    for relation in record._meta.related_objects:
        if relation.many_to_many:
            _repoint_links(relation, record, into)
        else:
            _repoint_rows(relation, record, into)


def _repoint_links(relation: Any, record: Any, into: Any) -> None:
    if not relation.through._meta.auto_created:
        return  # its rows are a model of ours, and repointed as such
    for holder in getattr(record, relation.get_accessor_name()).all():
        links = getattr(holder, relation.field.name)
        links.remove(record)
        links.add(into)


def _repoint_rows(relation: Any, record: Any, into: Any) -> None:
    rows = relation.related_model._base_manager.filter(**{relation.field.name: record})
    try:
        with transaction.atomic():
            rows.update(**{relation.field.name: into})
    except IntegrityError:
        text = _("Both stand in the same record (%(row)s). Remove one of them there first.")
        raise Refused(text % {"row": rows.first()}) from None


def keep_names(record: Any, into: Any) -> None:
    """Let the names of `record` find `into`; where a script has no name yet, take it over."""
    known = {into.name_zh, into.name_en, *into.other_names.splitlines()}
    into.name_zh, into.name_en = into.name_zh or record.name_zh, into.name_en or record.name_en
    for name in (record.name_zh, record.name_en, *record.other_names.splitlines()):
        if name and name not in known:
            known.add(name)
            into.other_names = f"{into.other_names}\n{name}".strip()
    names = ["name_zh", "name_en", "other_names", "sort_key", "sort_key_zh"]
    into.save(update_fields=[*names, *_keep_writing(record, into)])


def _keep_writing(record: Any, into: Any) -> list[str]:
    """Let `into` take over what it does not say of how its name is written; return the columns."""
    if not isinstance(into, Written):
        return []
    if into.name_en == record.name_en and not into.latin:
        into.latin = record.latin
    reading = [name for name in ("sort_as",) if hasattr(into, name)]
    for name in reading:
        if into.name_zh == record.name_zh and not getattr(into, name):
            setattr(into, name, getattr(record, name))
    if not into.name_original:
        into.name_original, into.original_language = record.name_original, record.original_language
    elif record.name_original and record.name_original not in into.other_names.splitlines():
        into.other_names = f"{into.other_names}\n{record.name_original}".strip()
    glosses = [name for name in ("gloss_zh", "gloss_en") if hasattr(into, name)]
    for name in glosses:
        setattr(into, name, getattr(into, name) or getattr(record, name))
    return ["latin", "name_original", "original_language", *glosses, *reading]
