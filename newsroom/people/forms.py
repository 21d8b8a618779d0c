"""Admin forms of people, institutions and offices."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from newsroom.forms.address_form import AddressedForm
from newsroom.forms.pinyin import offer_pinyin
from newsroom.forms.validated import ValidatedForm
from newsroom.languages import LANGUAGES, columns
from newsroom.people.latin import latin_forms
from newsroom.people.models import Institution, Office, Person, is_elsewhere
from newsroom.places.models import Place
from newsroom.terms.models import Term

NOT_THERE = _("People’s congresses and the CPPCC are of the Chinese mainland, councils of other places.")


class InstitutionForm(AddressedForm):
    """Form of an institution. The slug is made from its short name if it has one; a namesake's adds its place."""

    example = "harbourton-university"

    class Meta:
        model = Institution
        fields = forms.ALL_FIELDS

    def clean(self) -> Any:
        super().clean()
        if is_elsewhere(self.cleaned_data.get("kind", ""), self.cleaned_data.get("place")):
            self.add_error("kind", NOT_THERE)
        return self.cleaned_data


class PersonForm(AddressedForm):
    """Form of a person. The slug is made from the name alone; a namesake's adds a number."""

    example = "zheng-shanjie"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.name_en:
            offer_pinyin(self, latin_forms(self.instance, self.instance.name_zh))

    class Meta:
        model = Person
        fields = forms.ALL_FIELDS


class OfficeForm(ValidatedForm):
    """Form of an office: named by hand, or by a pattern of the term base and its place."""

    pattern = forms.ModelChoiceField(
        Term.objects.filter(Q(name_zh__contains="{place}") | Q(name_en__contains="{place}"), category="office"),
        label=_("pattern"),
        required=False,
        help_text=_("With the place it makes the names that are left empty: Mayor of Beijing, 北京市市长."),
    )

    class Meta:
        model = Office
        fields = forms.ALL_FIELDS

    def clean(self) -> Any:
        super().clean()
        pattern, place = self.cleaned_data.get("pattern"), self.cleaned_data.get("place")
        if pattern and not place:
            self.add_error("place", _("A pattern is filled with a place: choose one."))
        elif pattern:
            self._fill(pattern, place)
        if self._stands():
            self.add_error(None, _("This office stands in the records already."))
        return self.cleaned_data

    def _fill(self, pattern: Term, place: Place) -> None:
        for column in (columns("name", language) for language in LANGUAGES):
            words, name = getattr(pattern, column), getattr(place, column)
            if words and name and not self.cleaned_data.get(column):
                self.cleaned_data[column] = words.replace("{place}", name)

    def _stands(self) -> bool:
        whole = ("name_zh", "name_en", "place", "institution")
        facts = {name: self.cleaned_data.get(name) for name in whole if name in self.fields}
        return bool(facts) and Office.objects.filter(**facts).exclude(pk=self.instance.pk).exists()
