"""Admin mixin: the history of a record shows its revisions, compares any two, and puts one into the record's form."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from newsroom.forms.desk_request import NotSaved
from newsroom.forms.restoring import RESTORE, put, put_rows
from newsroom.forms.typed import KEY
from newsroom.publishing.amending.comparing import compared_in_words
from newsroom.publishing.models import Revision, pointing_q

SHOWN = 200  # revisions on one page


class Histories(admin.ModelAdmin):
    """Mixin of a record's admin. Whoever shows more than its fields and rows extends `revised_records` and the rest."""

    def rows_shown(self, request: HttpRequest, found: Any) -> Iterator[tuple[Any, bool]]:
        """Yield the unbound formsets of the rows that the form shows, and whether it can change them."""
        for rows, inline in self.get_formsets_with_inlines(request, found):
            is_open = inline.max_num != 0 and inline.has_change_permission(request, found)
            shown = rows(instance=found, prefix=rows.get_default_prefix(), queryset=inline.get_queryset(request))
            yield shown, is_open

    def revised_records(self, found: Any) -> list:
        """Return the records whose revisions the history of `found` shows."""
        return [found]

    def put_revision(self, posted: QueryDict, request: HttpRequest, found: Any, revision: Revision, now: dict) -> None:
        """Post what stands in the record and its rows, with what the revision says of them."""
        is_own = revision.record == found
        put(posted, self.get_form(request, found, change=True)(instance=found), revision.snapshot if is_own else {})
        source = revision.snapshot if is_own else now["record"]
        for formset, is_open in self.rows_shown(request, found):
            put_rows(posted, formset, source["rows"].get(formset.prefix, []) if is_open else None)

    def restored(self, request: HttpRequest, found: Any, now: dict) -> QueryDict:
        """Return what a form would send into which an earlier revision was put."""
        of_it = Revision.objects.filter(pointing_q(self.revised_records(found)))
        key = request.POST[RESTORE]
        revision = of_it.filter(pk=key).first() if KEY.fullmatch(key) else None
        if revision is None:
            raise NotSaved(_("There is no such revision."))
        posted = QueryDict(mutable=True)
        self.put_revision(posted, request, found, revision, now)
        return posted

    def history_view(
        self, request: HttpRequest, object_id: str | None, extra_context: dict | None = None
    ) -> HttpResponse:
        found = self.get_object(request, unquote(object_id))
        context = self._history(request, found) if found else {}
        return super().history_view(request, object_id, context | (extra_context or {}))

    def _history(self, request: HttpRequest, found: Any) -> dict:
        kept = Revision.objects.filter(pointing_q(self.revised_records(found))).select_related("by", "kind")
        shown = list(kept.order_by("-at", "-pk")[:SHOWN])
        chosen = _chosen(request, kept) or shown[:1]
        if len(chosen) == 1:
            before = kept.filter(kind=chosen[0].kind, object_id=chosen[0].object_id, number=chosen[0].number - 1)
            chosen = [*before, *chosen]
        restored_at = ""
        if self.has_change_permission(request, found):
            restored_at = reverse(f"admin:{self._name('change')}", args=[found.pk])
        elif self.may_propose(request, found):
            restored_at = reverse(f"admin:{self._name('amend')}", args=[found.pk])
        return {
            "revisions": shown,
            "chosen": [one.pk for one in chosen],
            "compared": compared_in_words(*chosen) if len(chosen) == 2 else [],
            "restored_at": restored_at,
        }


def _chosen(request: HttpRequest, kept: Any) -> list[Revision]:
    """Return the two revisions of one record that are to be compared, the earlier one first."""
    keys = [key for key in (request.GET.get("a", ""), request.GET.get("b", "")) if KEY.fullmatch(key)]
    found = sorted(kept.filter(pk__in=keys), key=lambda revision: revision.number)
    return found if len({(one.kind_id, one.object_id) for one in found}) == 1 else []
