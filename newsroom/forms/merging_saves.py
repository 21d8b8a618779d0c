"""Admin mixin: a form carries what it began from, is merged with what others saved since, and its save is a revision.

What the form began from is signed and travels in the form (`BASE`). It is taken before the form reads the record, so
that it is never newer than what is shown. A form that is shown again has been merged, and so begins from what stood in
the record when it was; one that brought no beginning, as a program sends it, is not merged and brings none again.
"""

import re
from functools import partial
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.core import signing
from django.forms.models import _get_foreign_key
from django.http import HttpRequest
from django.utils.translation import gettext as _

from newsroom.forms.desk_request import NotSaved, desk_of, is_amending
from newsroom.forms.histories import Histories
from newsroom.forms.restoring import RESTORE
from newsroom.forms.three_way import BEGUN, Merge
from newsroom.publishing.amending import revisions
from newsroom.publishing.models import Revision
from newsroom.publishing.refused import Refused

BASE = "_base"
NEW = re.compile("new-[0-9a-f]{32}")


class MergingSaves(Histories):
    """Mixin of a record's admin. Whoever shows more than its fields and rows extends `stands` and `merge_into`."""

    def __init__(self, model: Any, admin_site: Any) -> None:
        super().__init__(model, admin_site)
        listed = [inline for inline in self.inlines if inline.max_num != 0]
        links = [_get_foreign_key(model, inline.model, fk_name=inline.fk_name) for inline in listed]
        revisions.revised(model, [link.remote_field.get_accessor_name() for link in links])

    def stands(self, found: Any) -> dict:
        """Return what a form of the record begins from, as it stands now."""
        return {"record": revisions.take(found)}

    def begin(self, request: HttpRequest, found: Any) -> None:
        """Note what the form that is about to be shown begins from: a new record from an identity of its own."""
        desk_of(request).base = _signed(found, self.stands(found)) if found else f"new-{uuid4().hex}"

    def saved_before(self, request: HttpRequest) -> Any:
        """Return the record that this very form has made already, None where it is sent for the first time."""
        identity = desk_of(request).base = request.POST.get(BASE, "")
        kind = ContentType.objects.get_for_model(self.model)
        known = Revision.objects.filter(kind=kind, begun__has_key=identity) if NEW.fullmatch(identity) else None
        return known and (made := known.first()) and made.record

    def merge(self, request: HttpRequest, key: Any) -> None:
        """Inside the transaction of a save, merge what was posted with what others have saved since it was begun."""
        desk, found = desk_of(request), self.get_object(request, str(key))
        if found is None:
            raise NotSaved(_("This record was deleted meanwhile."))
        now = self.stands(found)
        desk.before, desk.conflicts = now["record"], {}
        if RESTORE in request.POST:
            request.POST, desk.base = self.restored(request, found, now), _signed(found, now)
            raise Refused(_("This is an earlier revision: look at it, and save to restore it."))
        if BASE not in request.POST:
            return
        number, shown = _read(request.POST[BASE], found)
        who = partial(_who, found, number)
        merge = Merge(request.POST.copy(), shown.get("record"), now["record"], who)
        self.merge_into(merge, request, found, shown, now)
        request.POST = merge.posted
        desk.base, desk.conflicts = _signed(found, now), merge.conflicts
        for sentence in merge.sentences():
            messages.info(request, sentence)

    def merge_into(self, merge: Merge, request: HttpRequest, found: Any, shown: dict, now: dict) -> None:
        """Merge the record's own fields and its rows."""
        merge.fields(self.get_form(request, found, change=True)(instance=found), merge.shown, merge.now)
        begun = revisions.begun_as(found, _identities(request.POST))
        for formset, is_open in self.rows_shown(request, found):
            if is_open:
                merge.rows(formset, begun)

    def refuse_unseen(self, request: HttpRequest, found: Any) -> None:
        """Refuse to delete what somebody has changed since its deletion was asked for."""
        if BASE not in request.POST:
            return
        number, shown = _read(request.POST[BASE], found)
        now = self.stands(found)
        if shown != now:
            who = _who(found, number, now["record"], lambda snapshot: snapshot)
            raise Refused(_("Changed meanwhile by %(who)s, and so not deleted. Look at it first.") % {"who": who})

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        form.conflicts = desk_of(request).conflicts
        return form

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        return super().render_change_form(request, context | {"base": desk_of(request).base}, *args, **kwargs)

    # Revisions

    def save_related(self, request: HttpRequest, form: Any, formsets: list, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        new = [row for formset in formsets for row in formset.extra_forms if row.instance.pk]
        posted = {request.POST.get(f"{row.prefix}-{BEGUN}"): row for row in new}
        begun = {identity: [row.prefix.rpartition("-")[0], row.instance.pk] for identity, row in posted.items()}
        own = {} if change else {request.POST.get(BASE): ["", form.instance.pk]}
        desk_of(request).begun = {identity: made for identity, made in (begun | own).items() if identity}

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> None:
        super().log_addition(request, obj, message)
        self._keep(request, obj)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> None:
        super().log_change(request, obj, message)
        self._keep(request, obj)

    def _keep(self, request: HttpRequest, obj: Any) -> None:
        """Once everything is saved and logged, keep it as a revision. A proposal is undone, and keeps none."""
        desk = desk_of(request)
        if not is_amending(request, obj):
            revisions.keep(obj, desk.before, by=request.user, at=request.moment, begun=desk.begun)


def _identities(posted: Any) -> set[str]:
    return {value for name, value in posted.items() if name.endswith(f"-{BEGUN}") and value}


def _who(record: Any, number: int, now: Any, seen: Any) -> str:
    return str(revisions.who(record, number, now, seen) or _("somebody else"))


def _signed(record: Any, stands: dict) -> str:
    said = {"of": [record._meta.label, record.pk], "number": revisions.last_number(record), "shown": stands}
    return signing.dumps(said, salt=BASE, compress=True)


def _read(posted: str, record: Any) -> tuple[int, dict]:
    """Return the number of the last revision and what the form showed; nothing where it is not to be read."""
    try:
        said = signing.loads(posted, salt=BASE)
    except signing.BadSignature:
        return 0, {}
    return (said["number"], said["shown"]) if said["of"] == [record._meta.label, record.pk] else (0, {})
