"""Admin forms of places and pairs."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from newsroom.forms.address_form import AddressedForm
from newsroom.forms.validated import ValidatedForm
from newsroom.places.deeds import arranged
from newsroom.places.models import Pair, Place


class PlaceForm(AddressedForm):
    """Form of a place. The slug of a namesake ends in its parent: springfield-illinois."""

    example = "beijing"

    class Meta:
        model = Place
        fields = forms.ALL_FIELDS

    def apart_by(self, typed: dict) -> str:
        parent = typed.get("parent")
        return parent.name_en if parent else typed.get("country", "")


class PairForm(ValidatedForm):
    """Form of a pair: two places in any order. Its slug is made from theirs."""

    class Meta:
        model = Pair
        fields = ("first", "second", "continues", "whole_since")

    def clean(self) -> Any:
        super().clean()
        one, other = self.cleaned_data.get("first"), self.cleaned_data.get("second")
        if one and other:
            self._arrange(one, other)
        return self.cleaned_data

    def _arrange(self, one: Place, other: Place) -> None:
        if one == other:
            self.add_error("second", _("A pair is two different places."))
            return
        for name, value in arranged(one, other).items():
            setattr(self.instance, name, value)
        self.cleaned_data |= {"first": self.instance.first, "second": self.instance.second}
        if Pair.objects.filter(first=self.instance.first, second=self.instance.second).exists():
            self.add_error("second", _("This pair stands in the records already."))
