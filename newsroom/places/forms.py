"""Admin forms of places and pairs."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from newsroom.forms.address_form import AddressedForm
from newsroom.forms.pinyin import offer_pinyin
from newsroom.forms.validated import ValidatedForm
from newsroom.places.deeds import arranged
from newsroom.places.latin import latin_forms
from newsroom.places.listing import known_codes
from newsroom.places.models import Pair, Place
from newsroom.places.regions import code_of


class PlaceForm(AddressedForm):
    """Form of a place. The slug of a namesake ends in its parent: springfield-illinois.

    Its country or region is asked for where no place that it is part of has one.
    """

    example = "beijing"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            offer_pinyin(self, latin_forms(self.instance))

    class Meta:
        model = Place
        fields = forms.ALL_FIELDS

    def clean_country(self) -> str:
        """Return the two letters; those that stand in the record already are not looked up."""
        code = self.cleaned_data["country"].upper()
        own = self.instance.country == code or self.data.get(self.add_prefix("level")) == Place.Level.COUNTRY
        if code and not own and code not in known_codes():
            raise ValidationError(_("No country or region has these two letters: give its letters in ISO 3166."))
        return code

    def clean(self) -> Any:
        super().clean()
        if "country" in self.fields and not {"country", "parent"} & set(self.errors) and not self._lies_somewhere():
            self.add_error(
                "country", _("In which country or region is it? Give its two letters, or a place around it.")
            )
        return self.cleaned_data

    def _lies_somewhere(self) -> bool:
        typed = self.cleaned_data
        if typed.get("country") or typed.get("level") == Place.Level.GROUP:  # a group may lie in several countries
            return True
        parent = typed.get("parent")
        return bool(parent and code_of(parent))


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
