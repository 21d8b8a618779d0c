"""The Chinese fonts of a reader's machine are asked for by name, face by face, before any stack is searched."""

import re
from pathlib import Path

import pytest
from django.conf import settings

SHEETS = Path(settings.BASE_DIR / "static" / "css")
FACE = re.compile(r'@font-face \{\s+font-family: "(.+)";\s+font-weight: (\d+) (\d+);\s+src: local\(')
FACES = [(family, int(least), int(most)) for family, least, most in FACE.findall((SHEETS / "fonts.css").read_text())]
WEIGHTS = {
    int(weight) for sheet in SHEETS.glob("*.css") for weight in re.findall(r"font-weight: (\d+);", sheet.read_text())
}
STACKS = dict(re.findall(r"--(latin|system|song|hei): ([^;]+);", (SHEETS / "tokens.css").read_text()))


@pytest.mark.parametrize("weight", sorted(WEIGHTS))
@pytest.mark.parametrize("family", sorted({family for family, *_ in FACES}))
def test_every_weight_that_is_set_has_one_face(family, weight):
    assert [name for name, least, most in FACES if name == family and least <= weight <= most] == [family]


@pytest.mark.parametrize("stack", ["latin", "system", "song", "hei"])
def test_a_stack_names_its_faces_before_the_families_to_be_searched(stack):
    assert STACKS[stack].split(",")[0].strip('"') in {family for family, *_ in FACES}


@pytest.mark.parametrize(
    ("letters", "asked"),
    [("aéüßāǎńÀ“’—中、Жλ", True), ("ćčłșğřőűžėŵ\u0301\u0306", False)],
)
def test_a_chinese_font_is_asked_for_the_letters_that_it_has(letters, asked):
    """Of ć it would make a c and a stray accent, because it has both."""
    faces = re.findall(r"unicode-range: ([^;]+);", (SHEETS / "fonts.css").read_text())
    assert len(faces) == len(FACES)
    for face in faces:
        spans = [[int(end, 16) for end in span.strip()[2:].split("-")] for span in face.split(",")]
        for letter in letters:
            assert any(span[0] <= ord(letter) <= span[-1] for span in spans) is asked, letter
