"""The accent colour an office may choose: it must be readable on every ground of the look, in both schemes."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from newsroom.masthead.tokens import colours

LEAST = 4.5  # to one: what WCAG 2.2 AA asks of text
SCHEMES = ("light", "dark")
GROUNDS = ("paper", "wash", "highlight")
HEX = "#[0-9a-f]{6}"


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours such as #a3262a, from 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 for black and 1 for white."""
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def lowest_contrast(colour: str, scheme: str) -> float:
    """Return the contrast of the colour on that ground of the scheme on which it is worst to read."""
    return min(contrast(colour, colours()[ground][SCHEMES.index(scheme)]) for ground in GROUNDS)


def _readable(colour: str, scheme: str, sentence: str) -> None:
    if not re.fullmatch(HEX, colour, re.IGNORECASE):
        raise ValidationError(_("A colour is # and six digits or letters from a to f, such as #1d4f7c."))
    found = lowest_contrast(colour, scheme)
    if found < LEAST:
        raise ValidationError(sentence % {"found": int(found * 10) / 10, "least": LEAST})


def readable_on_light(colour: str) -> None:
    """Validator: the accent of the light scheme."""
    sentence = _(
        "On the light ground this colour has a contrast of %(found)s to 1; text needs %(least)s. Choose a darker one."
    )
    _readable(colour, "light", sentence)


def readable_on_dark(colour: str) -> None:
    """Validator: the accent of the dark scheme."""
    sentence = _(
        "On the dark ground this colour has a contrast of %(found)s to 1; text needs %(least)s. Choose a lighter one."
    )
    _readable(colour, "dark", sentence)
