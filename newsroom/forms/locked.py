"""ModelAdmin and inline base classes: nothing that readers see or are going to see is changed by a form.

`LockedAdmin` is the base of a record's admin, `LockedTabular` and `LockedStacked` of its rows. A locked record is
shown read-only, rows included, with the sentence that says why. Every save and every deletion is one transaction
that holds the deeds, asks for the lock again inside (two tabs!), and has an entry in the audit log.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import PermissionDenied
from django.db import DataError, IntegrityError, models, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import get_language, gettext

from newsroom.dates.listing import with_printed_days
from newsroom.forms.admin_bases import Logged, Typing
from newsroom.forms.deed_pages import RELEASE, RETRACT, DeedPage, ask
from newsroom.forms.desk_request import NotSaved, desk_of, is_amending
from newsroom.forms.merging_saves import BASE, MergingSaves
from newsroom.forms.proposing import Proposing
from newsroom.forms.typed import KEY
from newsroom.forms.validated import ValidatedForm, ValidatedRows
from newsroom.forms.visibility_text import visibility_text
from newsroom.languages import ZH, in_a_row, labelled
from newsroom.languages.sorting import by_name, keeps_order
from newsroom.publishing.addresses import Addressed
from newsroom.publishing.amending.locking import lock_of, named_in_lists, why_kept
from newsroom.publishing.deeds import hold, may
from newsroom.publishing.models import LogEntry
from newsroom.publishing.readdressing import left_behind, readdress
from newsroom.publishing.refused import Refused
from newsroom.publishing.release import Released

# What both databases take for a number; an address typed without its scheme is meant as a safe one.
FIELDS = {
    models.PositiveSmallIntegerField: {"max_value": 32_767},
    models.PositiveIntegerField: {"max_value": 2_147_483_647},
    models.URLField: {"assume_scheme": "https"},
}


class LockedAdmin(Typing, Proposing, MergingSaves, Logged, admin.ModelAdmin):
    """A record in the desk. Subclasses only declare; a `Refused` raised while saving shows the form again."""

    form = ValidatedForm
    actions = None
    show_full_result_count = False
    list_per_page = 50
    formfield_overrides = FIELDS
    deed_pages: dict[str, DeedPage] = {}  # further deeds on a record, by their names in its address

    def offered(self, request: HttpRequest, found: Any) -> list[str]:
        """Return which of `deed_pages` are offered on the record; the deeds themselves have the last word."""
        return []

    def get_ordering(self, request: HttpRequest) -> Any:
        """Return the order that is declared, else that of names in the editor's language, where a model keeps it."""
        by_names = by_name(get_language() or ZH) if keeps_order(self.model) else ()
        return super().get_ordering(request) or by_names

    def get_list_display(self, request: HttpRequest) -> list:
        return with_printed_days(self.model, super().get_list_display(request))

    # Questions

    def lock(self, request: HttpRequest, obj: Any) -> str:
        """Return the sentence that says why `obj` is locked, or an empty string; asked once per request."""
        return "" if is_amending(request, obj) else desk_of(request).once(lock_of, obj, request.moment)

    def stays(self, request: HttpRequest, obj: Any) -> str:
        """Return the sentence that says why `obj` may not be deleted, or an empty string."""
        return desk_of(request).once(why_kept, obj, request.moment)

    def closes(self, request: HttpRequest, obj: Any) -> bool:
        """Return whether the whole form is read-only; an admin that keeps parts open locks its own fields."""
        return bool(self.lock(request, obj))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and not self.closes(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and not self.stays(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list:
        """What readers have seen keeps its address, also after it was taken off the site."""
        fields = list(super().get_readonly_fields(request, obj))
        addressed = issubclass(self.model, Addressed) and self.stays(request, obj) and not is_amending(request, obj)
        return [*fields, "slug"] if addressed and "slug" not in fields else fields

    # Deeds on a record: releasing it where it has an interval of its own, and `deed_pages`

    def get_urls(self) -> list:
        releasing = {"release": RELEASE, "retract": RETRACT} if issubclass(self.model, Released) else {}
        own = [
            path(f"<int:key>/{name}/", self.admin_site.admin_view(partial(self._ask, page=page)), name=self._name(name))
            for name, page in (releasing | self.deed_pages).items()
        ]
        return [*own, *super().get_urls()]

    def _name(self, page: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{page}"

    def _ask(self, request: HttpRequest, key: int, page: DeedPage) -> Any:
        record = get_object_or_404(self.get_queryset(request), pk=key)
        if not self.has_view_permission(request, record):
            raise PermissionDenied
        return ask(request, page, record, back=reverse(f"admin:{self._name('change')}", args=[key]), opts=self.opts)

    def page_context(self, request: HttpRequest, found: Any) -> dict:
        """Return what the record's page says above its fields: where it stands, its lock, what can be done."""
        if found is None:
            return {}
        deeds = []
        if isinstance(found, Released) and may(request.user, "release"):
            name, page = ("retract", RETRACT) if found.is_approved(request.moment) else ("release", RELEASE)
            deeds = [(page, reverse(f"admin:{self._name(name)}", args=[found.pk]))]
        if self.may_propose(request, found):
            deeds.append(self.offer(request, found))
        offered = self.offered(request, found)
        deeds += [(self.deed_pages[name], reverse(f"admin:{self._name(name)}", args=[found.pk])) for name in offered]
        shown = hasattr(found, "is_public") and found.is_public(request.moment)
        return {
            "lock": self.lock(request, found),
            "status_text": visibility_text(found, request.moment),
            "shown": shown,
            "deeds": deeds,
        }

    # Saving

    def _log(self, request: HttpRequest, obj: Any, note: str, **how: bool) -> LogEntry:
        """Once rows and links are saved, a proposed address follows them, before the log says what it is called."""
        if obj.pk and isinstance(obj, Addressed) and self.model._base_manager.filter(pk=obj.pk).exists():
            readdress(obj, request.moment)
        log_entry = super()._log(request, obj, note, **how)
        if not is_amending(request, obj):
            for sentence in log_entry.told:
                messages.warning(request, sentence)
        return log_entry

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> None:
        """Once the log has let addresses follow the record, name those that could not."""
        super().log_change(request, obj, message)
        if not is_amending(request, obj) and (left := left_behind(obj, request.moment)):
            sentence = gettext(
                "Another record has the address that is proposed, so these stay where they are: %(records)s."
            )
            named = in_a_row(labelled(one._meta.verbose_name, one) for one in left)
            messages.warning(request, sentence % {"records": named})

    def get_changeform_initial_data(self, request: HttpRequest) -> dict:
        """What the address proposes for a new record, without what cannot be the key of another."""
        proposed = super().get_changeform_initial_data(request)
        related = {field.name for field in self.opts.get_fields() if field.is_relation}
        return {name: value for name, value in proposed.items() if name not in related or _keys(value)}

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, obj: Any = None, **kwargs: Any) -> Any:
        if obj is not None and hasattr(obj, "name_in"):
            context["subtitle"] = obj.name_in(get_language()) or str(obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        form.moment, form.reasons = request.moment, desk_of(request).reasons
        return form

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: dict | None = None
    ) -> HttpResponse:
        found = self.get_object(request, unquote(object_id)) if object_id else None
        if found is None and object_id and request.method == "POST":
            raise NotSaved(gettext("This record was deleted meanwhile."))
        context = self.page_context(request, found) | (extra_context or {})
        view = partial(super().changeform_view, request, object_id, form_url, context)
        if request.method == "POST":
            # Shown again, the form is invalid by the reasons: it saves nothing outside the hold.
            return self._held(request, found, partial(self._merged, request, found, view), refused=view)
        if self.has_change_permission(request, found):
            self.begin(request, found)
        return view()

    def _merged(self, request: HttpRequest, found: Any, view: Callable) -> Any:
        if found is not None:
            self.merge(request, found.pk)
        elif self.has_add_permission(request) and (made := self.saved_before(request)):
            return self.response_add(request, made)
        return view()

    def delete_view(
        self, request: HttpRequest, object_id: str | None, extra_context: dict | None = None
    ) -> HttpResponse:
        found = self.get_object(request, unquote(object_id))
        view = partial(super().delete_view, request, object_id)
        if request.method == "POST":
            seen = partial(self._seen_and_deleted, request, object_id, view)
            return self._held(request, found, seen, refused=partial(self._not_deleted, request, found))
        self.begin(request, found)
        try:
            return view((extra_context or {}) | {"base": desk_of(request).base})
        except PermissionDenied:
            return self._kept_out(request, found)

    def _seen_and_deleted(self, request: HttpRequest, object_id: str | None, view: Callable) -> HttpResponse:
        if found := self.get_object(request, unquote(object_id)):
            self.refuse_unseen(request, found)
        return view()

    def _not_deleted(self, request: HttpRequest, found: Any) -> HttpResponse:
        for reason in desk_of(request).reasons:
            messages.error(request, reason)
        return redirect(f"admin:{self._name('change')}", found.pk)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple:
        """Beside what the database protects, protect what another record's list names."""
        to_delete, counts, permissions, protected = super().get_deleted_objects(objs, request)
        return to_delete, counts, permissions, [*protected, *(user for obj in objs for user in named_in_lists(obj))]

    def _held(self, request: HttpRequest, found: Any, view: Callable, refused: Callable) -> Any:
        """Answer with `view`, inside one transaction that no deed overlaps.

        Where the save is refused, everything is undone and `refused` answers, outside the transaction: it must write
        nothing. The reasons are `desk_of(request).reasons`.
        """
        try:
            with transaction.atomic():
                self._take_hold(request)
                return view()
        except Refused as refusal:
            desk_of(request).reasons = refusal.reasons
        except (IntegrityError, DataError):
            contradiction = gettext("The database refuses this: something here contradicts another record.")
            desk_of(request).reasons = [contradiction]
        except PermissionDenied:
            return self._kept_out(request, found)
        return refused()

    def _take_hold(self, request: HttpRequest) -> None:
        request.moment = hold()
        desk_of(request).ask_again()

    def _kept_out(self, request: HttpRequest, found: Any) -> HttpResponse:
        sentence = self.lock(request, found) or self.stays(request, found)
        if not sentence or not self.has_view_permission(request, found):
            raise PermissionDenied
        if BASE in request.POST and "post" not in request.POST:
            raise NotSaved(sentence)
        messages.error(request, sentence)
        return redirect(f"admin:{self._name('change')}", found.pk)


def _keys(value: str | list[str]) -> bool:
    return all(KEY.fullmatch(key) for key in ([value] if isinstance(value, str) else value))


class _LockedRows(Typing):
    form = ValidatedForm
    formset = ValidatedRows
    extra = 0
    formfield_overrides = FIELDS

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> Any:
        """Beside a choice in a row stands only the way to add one: rows are narrow, and other records not theirs."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_change_related = field.widget.can_delete_related = field.widget.can_view_related = False
        return field

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        formset.amending = is_amending(request, obj)
        formset.moment = formset.form.moment = request.moment
        formset.form.conflicts = desk_of(request).conflicts
        return formset

    def _open(self, request: HttpRequest, parent: Any) -> bool:
        return not self.admin_site.get_model_admin(self.parent_model).lock(request, parent)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_add_permission(request, obj) and self._open(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and self._open(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and self._open(request, obj)


class LockedTabular(_LockedRows, admin.TabularInline):
    """Rows of a record, a line each."""


class LockedStacked(_LockedRows, admin.StackedInline):
    """Rows of a record, a box each."""
