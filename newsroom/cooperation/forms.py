"""Admin forms and formsets of events, delegations, agreements and appearances."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from newsroom.cooperation.forms_in_step import InStepForm
from newsroom.cooperation.models import Agreement, Appearance, Delegation, Event, Stage
from newsroom.cooperation.proposals import printed_offices, signing_at
from newsroom.dates import DayField, DayOrLengthInput, Length
from newsroom.forms.address_form import AddressedForm
from newsroom.forms.validated import ValidatedRows
from newsroom.languages import in_a_row
from newsroom.people.forms import NOT_THERE
from newsroom.people.models import is_elsewhere


class EventForm(InStepForm, AddressedForm):
    """Form of an event."""

    example = "2030-05-04-harbourton-meeting"

    class Meta:
        model = Event
        fields = forms.ALL_FIELDS


class DelegationForm(AddressedForm):
    """Form of a delegation."""

    example = "2030-05-04-rivermouth-delegation"

    class Meta:
        model = Delegation
        fields = forms.ALL_FIELDS


class AgreementForm(InStepForm, AddressedForm):
    """Form of an agreement."""

    example = "harbourton-port-agreement"
    # A rule's sentence stands at the last of its fields: that of the titles at a title in one of the two languages.
    field_order = ["title_original", "called_original", "original_language"]

    class Meta:
        model = Agreement
        fields = forms.ALL_FIELDS
        field_classes = {"term": DayOrLengthInput}

    def clean(self) -> Any:
        super().clean()
        self._read_length()
        if (event := self.cleaned_data.get("event")) and self.instance.pk is None:
            planned = self.cleaned_data.get("state") == Agreement.State.PLANNED
            self.cleaned_data |= {
                name: value
                for name, value in signing_at(event, self.cleaned_data, planned=planned).items()
                if name in self.fields and name not in self.errors
            }
        if self.instance.pk and "state" in self.changed_data and self._was_ended():
            self.add_error("state", _("A text on record ended this agreement: leave it signed, it counts as ended."))
        return self.cleaned_data

    def _read_length(self) -> None:
        """Put a length that was typed as the term where it belongs."""
        if isinstance(length := self.cleaned_data.get("term"), Length):
            self.cleaned_data |= {"term": None, "term_length": length}

    def _was_ended(self) -> bool:
        ended_early = self.cleaned_data.get("state") == Agreement.State.ENDED_EARLY
        return ended_early and self.instance.followed_by.filter(following=Agreement.Following.ENDS).exists()

    def day_by_parties(self) -> None:
        """Make the day of signing the last one of its parties, once they are saved."""
        if (last := self.instance.last_signing(self.instance.signed)) != self.instance.signed:
            self.instance.signed = last
            self.instance.save(update_fields=[*DayField.columns_of("signed"), "runs_from", "runs_until"])


class StageForm(InStepForm):
    """Form of a stage. Its day left empty is that of its agreement."""

    class Meta:
        model = Stage
        fields = forms.ALL_FIELDS


class AppearanceForm(InStepForm):
    """Form of an appearance. Empty printed offices are filled in when the offices are chosen."""

    usual: dict[str, Any] = {}

    class Meta:
        model = Appearance
        fields = forms.ALL_FIELDS
        widgets = {name: forms.Textarea({"rows": 2}) for name in ("printed_zh", "printed_en")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.usual.keys() & self.fields.keys():
            self.fields[name].required = True
            if self.instance.pk is None:
                self.initial[name] = self.usual[name]

    def clean(self) -> Any:
        super().clean()
        if "offices" in self.changed_data:
            offices = sorted(self.cleaned_data.get("offices", []), key=lambda office: office.pk)
            for printed, column in (("printed_zh", "name_zh"), ("printed_en", "name_en")):
                if printed not in self.was_typed:
                    self.cleaned_data[printed] = self.cleaned_data.get(printed) or printed_offices(offices, column)
        return self.cleaned_data


class AttendanceForm(AppearanceForm):
    """Form of somebody at an event; of who travelled with a delegation it says only the parts taken there."""

    usual = {"parts": (Appearance.Part.ATTENDED,)}


class TravellerForm(AppearanceForm):
    """Form of somebody on a delegation."""

    usual = {"role": Appearance.Role.MEMBER}


class AppearanceRows(ValidatedRows):
    """Formset of appearances: who is on a delegation has at its events a row for the parts taken there alone."""

    sentence = ""

    def clean(self) -> None:
        super().clean()
        there = self.elsewhere()
        for form in self.forms:
            person = form.cleaned_data.get("person") if form.is_valid() else None
            if person and person.pk in there and not form.cleaned_data.get("DELETE") and self.says_too_much(form):
                form.add_error("person", self.sentence)

    def says_too_much(self, form: Any) -> bool:
        """Return whether the row says more than somebody who stands elsewhere may have here."""
        return True

    def elsewhere(self) -> set[int]:
        """Return the people whom the other lists of the same journey tell."""
        raise NotImplementedError


class SenderRows(ValidatedRows):
    """Formset of senders: a people's congress sends nobody from abroad, a council nobody from the Chinese mainland."""

    def clean(self) -> None:
        super().clean()
        for form in self.forms:
            sent = form.cleaned_data if form.is_valid() else {}
            body = sent.get("institution")
            place = sent.get("place") or (body and body.place)
            if not sent.get("DELETE") and is_elsewhere(self.instance.kind, place):
                form.add_error("institution" if body else "place", NOT_THERE)


class AttendanceRows(AppearanceRows):
    """Formset of the people at an event."""

    sentence = _("This person came with the delegation and stands there: say here only the parts taken at this event.")

    def says_too_much(self, form: Any) -> bool:
        return not form.instance.says_parts_only() or bool(form.cleaned_data.get("offices"))

    def elsewhere(self) -> set[int]:
        received = self.instance.stops.values("delegation") if self.instance.pk else []
        travelled = Appearance.objects.filter(person__isnull=False, delegation__in=received)
        return set(travelled.values_list("person", flat=True))


class TravellerRows(AppearanceRows):
    """Formset of the people on a delegation."""

    sentence = _("This person stands at an event of this journey already, with more than the parts taken there.")

    def elsewhere(self) -> set[int]:
        if not self.instance.pk:
            return set()
        at_stops = Appearance.objects.filter(person__isnull=False, event__stops__delegation=self.instance)
        return {one.person_id for one in at_stops if not one.says_parts_only()}


class StopRows(ValidatedRows):
    """Formset of the delegations at an event: nobody on one of them has more than a row of parts at the event."""

    sentence = _(
        "Somebody on this delegation stands at the event with more than the parts taken there: %(people)s. "
        "Remove the rest, or the row, and save; then add the delegation."
    )

    def clean(self) -> None:
        super().clean()
        at_event = self.instance.appearances.exclude(person=None) if self.instance.pk else []
        told = {one.person_id for one in at_event if not one.says_parts_only()}
        for form in self._kept_forms():
            delegation = form.cleaned_data.get("delegation") if form.is_valid() and form.has_changed() else None
            both = delegation.appearances.filter(person__in=told).select_related("person") if delegation else ()
            if both:
                form.add_error("delegation", self.sentence % {"people": in_a_row(both)})
