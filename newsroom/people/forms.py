"""Forms of people, institutions and offices."""

from collections.abc import Iterable

from django import forms

from newsroom.people.models import Institution, Person
from newsroom.publishing.address_form import AddressedForm


class InstitutionForm(AddressedForm):
    """An institution: addressed by its short name where it has one, a namesake by its place."""

    example = "cnitech"

    class Meta:
        model = Institution
        fields = forms.ALL_FIELDS

    def address_from(self, typed: dict) -> Iterable[str]:
        return [typed.get("short_en", ""), *super().address_from(typed)]

    def apart_by(self, typed: dict) -> str:
        place = typed.get("place")
        return place.slug if place else ""


class PersonForm(AddressedForm):
    """A person. Two people of one name get a number: the name is all that an address knows of them."""

    example = "zheng-shanjie"

    class Meta:
        model = Person
        fields = forms.ALL_FIELDS
