"""What a form says of the pinyin of a Chinese name: it is offered, never filled in."""

from collections.abc import Iterable
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

OFFERED = _("Possible in pinyin: {forms}. Take one only if you know the reading to be right.")


def offer_pinyin(form: Any, forms: Iterable[str]) -> None:
    """Name the possible Latin forms beside the field of the English name, where there are any."""
    words = " · ".join(forms)
    if words and "name_en" in form.fields:
        form.fields["name_en"].help_text = format_lazy(OFFERED, forms=words)
