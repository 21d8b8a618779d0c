"""Form base class that proposes a record's slug."""

from collections.abc import Iterable
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.forms.validated import ValidatedForm
from newsroom.publishing.addresses import propose_slug

HELP = gettext_lazy("Latin letters and figures, such as {example}. Left empty, one is proposed.")
DEFAULT_NAMES = ("name_en", "other_names")


class AddressedForm(ValidatedForm):
    """A form whose slug may be left empty: it is made from what else was typed, or asked for."""

    example = ""
    proposed = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = format_lazy(HELP, example=self.example)

    def clean(self) -> Any:
        super().clean()
        if "slug" in self.fields and "slug" not in self.errors and not self.cleaned_data.get("slug"):
            self._propose()
        return self.cleaned_data

    def address_from(self, typed: dict) -> Iterable[str]:
        """Return the texts that the word may be made from, best first."""
        names = (typed.get(name) or "" for name in DEFAULT_NAMES)
        return [line for name in names for line in name.splitlines()]

    def apart_by(self, typed: dict) -> str:
        """Return what tells a namesake apart."""
        return ""

    def _propose(self) -> None:
        texts, apart_by = self.address_from(self.cleaned_data), self.apart_by(self.cleaned_data)
        self.cleaned_data["slug"] = propose_slug(self._meta.model, *texts, apart_by=apart_by, record=self.instance)
        self.proposed = bool(self.cleaned_data["slug"])
        if not self.proposed:
            sentence = _("No Latin name is known to make the address from: type one, such as %(example)s.")
            self.add_error("slug", sentence % {"example": self.example})
