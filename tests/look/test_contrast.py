"""Every text reaches its contrast on every ground it stands on, in both schemes (WCAG 2.2, relative luminance)."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from newsroom.masthead.accent import contrast

TOKENS = Path(settings.BASE_DIR / "static/css/tokens.css").read_text()
SCHEMES = ("light", "dark")
GROUNDS = ("paper", "wash", "highlight")
HEX = r"#[0-9a-f]{6}"


def colours(scheme):
    pairs = re.findall(rf"--(\w+): light-dark\(({HEX}), ({HEX})\);", TOKENS)
    return {name: both[SCHEMES.index(scheme)] for name, *both in pairs}


def test_contrast_is_measured_as_the_guideline_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize(("words", "least"), [("ink", 7), ("quiet", 4.5), ("seal", 4.5), ("link", 4.5)])
def test_words_can_be_read_on_every_ground(scheme, ground, words, least):
    tokens = colours(scheme)
    assert contrast(tokens[words], tokens[ground]) >= least


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_borders_of_controls_can_be_seen_on_every_ground(scheme, ground):
    tokens = colours(scheme)
    assert contrast(tokens["edge"], tokens[ground]) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", ("ink", "link"))
def test_the_words_of_a_button_can_be_read(scheme, ground):
    tokens = colours(scheme)
    assert contrast(tokens["paper"], tokens[ground]) >= 4.5


def test_a_browser_without_light_dark_reads_the_light_scheme():
    fallback = TOKENS.partition("@supports not")[2]
    assert dict(re.findall(rf"--(\w+): ({HEX});", fallback)) == colours("light")
