"""Form base class of records with proposed values: what a person typed is theirs until they take the proposal back."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from newsroom.cooperation.filling import DAYS, proposals_for, typed_in, value_of
from newsroom.cooperation.in_step import out_of_step
from newsroom.cooperation.models import InStep, Proposed, differs
from newsroom.dates import marked_inferred
from newsroom.forms.validated import ValidatedForm
from newsroom.languages import in_a_row, labelled
from newsroom.places.models import Place
from newsroom.publishing.amending.differences import NOTHING


class InStepForm(ValidatedForm):
    """A record's form. `back` are the values that are to follow their proposals again."""

    back = forms.MultipleChoiceField(
        label=gettext_lazy("Back to what is proposed"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_new = self.instance.pk is None
        self.fields["back"].choices = proposed_choices(self.instance, self.was_typed) if self.was_typed else []

    @cached_property
    def was_typed(self) -> set[Proposed]:
        return set() if self.instance.pk is None else typed_in(self.instance)

    def settle_typed(self) -> None:
        """Once rows and links are saved, write which of the record's values are a person's."""
        record = self.instance
        proposals = proposals_for(record)
        typed = tuple(sorted(name for name in record.proposed if self._is_typed(name, proposals[name])))
        if typed != record.typed:
            record.typed = typed
            record.save(update_fields=["typed"])

    def _is_typed(self, name: Proposed, proposal: Any) -> bool:
        """Compare a value that somebody touched with its proposal; one that nobody touched stays whose it was."""
        if name in self.cleaned_data.get("back", ()):
            return False
        value = value_of(self.instance, name)
        touched = name in self.changed_data or f"{name}_inferred" in self.changed_data
        if (touched and (value or self.initial.get(name))) or (self.is_new and value):
            return differs(value, proposal)
        return name in self.was_typed


def proposed_choices(record: InStep, names: set[Proposed]) -> list[tuple[str, str]]:
    """Return these values of a record as choices, each labelled with what is proposed."""
    proposals = proposals_for(record)
    return [
        (name, labelled(name.label, proposal_words(name, proposals[name]))) for name in record.proposed if name in names
    ]


def what_is_proposed(record: InStep) -> list[str]:
    """Return a sentence for each value of a record that is not what its sources propose."""
    proposals, typed, behind = proposals_for(record), typed_in(record), out_of_step(record)
    said = {
        True: _("%(what)s. Proposed: %(proposal)s; typed by a person."),
        False: _("%(what)s. Proposed: %(proposal)s; taken over when this record is next saved or amended."),
    }
    return [
        said[name in typed] % {"what": capfirst(name.label), "proposal": proposal_words(name, proposals[name])}
        for name in record.proposed
        if name in typed or name in behind
    ]


def proposal_words(name: Proposed, proposal: Any) -> str:
    """Return a proposal in words for editors."""
    if not proposal:
        return NOTHING
    if name == Proposed.PAIRS:
        places = Place.objects.in_bulk({key for keys in proposal for key in keys})
        return in_a_row(" – ".join(str(places[key]) for key in keys) for keys in sorted(proposal))
    if name in DAYS:
        day, inferred = proposal
        return marked_inferred(day.printed(get_language() or ""), inferred)
    return str(proposal)
