"""Admin of institutions, people, offices and tenures."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from newsroom.forms.deed_forms import ReasonForm
from newsroom.forms.deed_pages import DeedPage, merging
from newsroom.forms.locked import LockedAdmin, LockedTabular
from newsroom.people import deeds
from newsroom.people.forms import InstitutionForm, OfficeForm, PersonForm
from newsroom.people.models import Institution, Office, Person, Tenure, TenureCitation
from newsroom.publishing.deeds import may
from newsroom.publishing.statements import parts_of
from newsroom.sources.admin import CitationInline

HIDE = DeedPage(
    button=_("Hide"),
    says=_(
        "The person's page, every link to it and every photo that shows them leave the site at once; printed words "
        "stay as they were."
    ),
    done=_("Hidden. Somebody else must look it over."),
    perform=lambda form, by: deeds.hide(form.subject, by=by, reason=form.cleaned_data["reason"]),
    statement=lambda form: parts_of([form.subject]),
    form=ReasonForm,
    grave=True,
)
SHOW = DeedPage(
    button=_("Show again"),
    says=_("The page can be read again, with its links and photos."),
    done=_("Shown again. Somebody else must look it over."),
    perform=lambda form, by: deeds.show(form.subject, by=by, reason=form.cleaned_data["reason"]),
    statement=lambda form: parts_of([form.subject]),
    form=ReasonForm,
)


@admin.register(Institution)
class InstitutionAdmin(LockedAdmin):
    """Admin of institutions. English names are stored as the institution itself writes them."""

    form = InstitutionForm
    deed_pages = {"merge": merging(Office.institution.field)}
    autocomplete_fields = ["place"]
    search_fields = ["name_zh", "name_en", "short_zh", "short_en", "other_names", "slug"]
    list_display = ["__str__", "kind", "place", "slug"]
    list_filter = ["kind"]
    list_select_related = ["place"]
    fieldsets = [
        (None, {"fields": [("name_zh", "name_en"), ("short_zh", "short_en"), "other_names", ("slug", "sort_as")]}),
        (
            _("In other languages and scripts"),
            {"fields": [("gloss_zh", "gloss_en"), "latin", ("original_language", "name_original")]},
        ),
        (_("What and where"), {"fields": ["kind", "place"]}),
    ]

    def offered(self, request: HttpRequest, found: Any) -> list:
        return ["merge"] if may(request.user, "hide") else []


class TenureInline(LockedTabular):
    """Inline of tenures with a known beginning or end; their citations are edited in `TenureAdmin`."""

    model = Tenure
    autocomplete_fields = ["office"]
    show_change_link = True


@admin.register(Person)
class PersonAdmin(LockedAdmin):
    """Admin of people: one record each, even if two have the same name."""

    form = PersonForm
    deed_pages = {"hide": HIDE, "show": SHOW, "merge": merging(Tenure.person.field)}
    inlines = [TenureInline]
    search_fields = ["name_zh", "name_en", "other_names", "slug"]
    list_display = ["__str__", "slug"]
    fieldsets = [
        (None, {"fields": [("name_zh", "name_en"), ("surname_zh", "surname_en"), "other_names", "slug"]}),
        (_("In other languages and scripts"), {"fields": ["latin", ("original_language", "name_original")]}),
        (_("Form of address"), {"fields": [("honorific_zh", "honorific_en")], "classes": ["collapse"]}),
    ]

    def offered(self, request: HttpRequest, found: Any) -> list:
        if not may(request.user, "hide"):
            return []
        return ["show" if found.is_hidden else "hide", "merge"]


@admin.register(Office)
class OfficeAdmin(LockedAdmin):
    """Admin of offices, such as Mayor of Beijing 北京市市长."""

    form = OfficeForm
    autocomplete_fields = ["place", "institution"]
    fields = ["pattern", "place", "institution", "name_zh", "name_en", "other_names"]
    search_fields = ["name_zh", "name_en", "other_names"]
    list_display = ["__str__", "place", "institution"]
    list_select_related = ["place", "institution"]


class TenureCitationInline(CitationInline):
    """Inline of a tenure's citations."""

    model = TenureCitation


@admin.register(Tenure)
class TenureAdmin(LockedAdmin):
    """Admin of tenures with their citations."""

    inlines = [TenureCitationInline]
    autocomplete_fields = ["person", "office"]
    search_fields = ["person__name_zh", "person__name_en", "office__name_zh", "office__name_en"]
    list_display = ["person", "office", "began", "ended", "acting"]
    list_select_related = ["person", "office"]
    ordering = ["-pk"]
