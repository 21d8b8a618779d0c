"""Form base class that proposes a record's slug."""

from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.forms.validated import ValidatedForm
from newsroom.publishing.addresses import Facts

HELP = gettext_lazy("Latin letters and figures, such as {example}. Left empty, one is proposed.")
TYPED = gettext_lazy("Proposed: {proposal}; typed by a person.")
TAKEN = gettext_lazy("Proposed: {proposal}; it stays as it is, because another record has that address.")


class AddressedForm(ValidatedForm):
    """A form whose slug may be left empty: it is made from what else was typed, or asked for.

    What a person typed is theirs until they empty the field; the form then shows what would be proposed beside it.
    """

    example = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = format_lazy(HELP, example=self.example)
            if self.instance.pk and not self.instance.slug_proposed:
                self.show_proposal("slug", self._proposal({}))

    def show_proposal(self, name: str, proposal: Any) -> None:
        """Say at a field what would be proposed, if that is something else, and why the record has it not."""
        if proposal and proposal != getattr(self.instance, name):
            field, said = self.fields[name], TAKEN if getattr(self.instance, f"{name}_proposed") else TYPED
            field.help_text = format_lazy("{} {}", field.help_text, format_lazy(said, proposal=proposal))

    def clean(self) -> Any:
        super().clean()
        if "slug" in self.fields and "slug" not in self.errors:
            self._settle_slug()
        return self.cleaned_data

    def typed_words(self) -> dict:
        """Return what was typed, as far as an address may be made from it."""
        return self.cleaned_data

    def _proposal(self, typed: dict) -> str:
        return self._meta.model.slug_from(Facts(self.instance, typed), self.instance)

    def _settle_slug(self) -> None:
        """Say whether the slug is a person's, and propose one where it was left empty."""
        slug = self.cleaned_data.get("slug")
        if slug and self.instance.pk and "slug" not in self.changed_data:
            return
        proposal = self._proposal(self.typed_words())
        if slug:
            self.instance.slug_proposed = slug == proposal
            return
        self.cleaned_data["slug"], self.instance.slug_proposed = proposal, bool(proposal)
        if not proposal:
            sentence = _("No Latin name is known to make the address from: type one, such as %(example)s.")
            self.add_error("slug", sentence % {"example": self.example})
