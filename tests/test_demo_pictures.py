"""No photograph could be had for the demonstration: its pictures are drawn, and say so."""

import re

import pytest
from PIL import Image

from newsroom.demo import drawings, pictures, reading
from newsroom.demo.drawings import canvas, ways
from newsroom.languages import EN, LANGUAGES, ZH
from newsroom.places.models import Place
from tests.demo_reading import HAN, place_rows

SHOWN = [(story["slug"], row) for story in reading.stories() for row in story.get("pictures", [])]
PHONE = 328  # pixels: the column on a screen of 360
PLACES = {
    slug: Place(**{name: row[name] for name in ("name_zh", "name_en", "longitude", "latitude")})
    for slug, row in place_rows().items()
    if row.get("longitude")
}
EAST = Place(name_en="East Quay", name_zh="东埠", longitude="179", latitude="10")
WEST = Place(name_en="West Quay", name_zh="西埠", longitude="-178", latitude="8")


def same(one: Image.Image, other: Image.Image) -> bool:
    return one.tobytes() == other.tobytes()


def test_pictures_stand_on_six_stories_or_more_and_one_of_them_is_tall():
    assert len({slug for slug, _row in SHOWN}) >= 6
    assert {row["drawing"] for _slug, row in SHOWN} == set(drawings.KINDS)
    assert (
        drawings.KINDS["sheet"](EN, title_en="Minutes").height > drawings.KINDS["sheet"](EN, title_en="Minutes").width
    )


@pytest.mark.parametrize(("slug", "row"), SHOWN)
def test_a_picture_is_captioned_as_a_drawing_and_described_in_both_languages(slug, row):
    assert row["caption_en"].startswith("Drawing: ")
    assert row["caption_zh"].startswith(("图：", "示意图："))
    assert row["alt_en"] and row["alt_zh"]
    assert (row["alt_en"], row["alt_zh"]) != (row["caption_en"], row["caption_zh"])


def test_a_way_over_the_date_line_is_the_short_one():
    image = ways.way(EN, [EAST, WEST])
    red = [x for x in range(image.width) if any(_red(image.getpixel((x, y))) for y in range(200, 900, 4))]
    assert 200 < len(red) < 800


def _red(pixel: tuple) -> bool:
    return pixel[0] > 140 and pixel[1] < 90


def test_names_stand_inside_the_frame_and_not_on_one_another():
    box, above, beside = (100, 100, 200, 150), (100, 40, 200, 90), (-50, 100, 50, 150)
    assert ways._covered(box, [], []) == 0
    assert ways._covered(box, [(150, 120)], []) == 1
    assert ways._covered(box, [], [(150, 120, 300, 200)]) >= 1000
    assert ways._covered(above, [], []) >= 1000
    assert ways._covered(beside, [], []) >= 1000


def test_a_long_title_is_broken_into_lines_that_fit():
    lines = canvas.lines_of("Agreement on the exchange of lighthouse keepers", EN, 60, 500)
    assert len(lines) > 1
    assert all(canvas.wide(line, EN, 60) <= 500 for line in lines)
    assert "".join(canvas.lines_of("灯塔看守人交流协议", ZH, 60, 200)) == "灯塔看守人交流协议"


def test_a_machine_without_fonts_draws_the_lines_alone(monkeypatch):
    monkeypatch.setattr(canvas, "_font", lambda *_: None)
    bare = ways.way(EN, [EAST, WEST])
    monkeypatch.undo()
    assert not same(bare, ways.way(EN, [EAST, WEST]))
    assert drawings.KINDS["sheet"](EN, title_en="Minutes").size == (1200, 1600)


@pytest.mark.parametrize(("slug", "row"), SHOWN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_on_a_drawing_are_of_one_language_and_large_enough_for_a_phone(monkeypatch, slug, row, language):
    written = []
    monkeypatch.setattr(pictures, "place", PLACES.get)
    monkeypatch.setattr(
        canvas.Canvas, "words", lambda self, _at, text, _of, size, *_, **__: written.append((text, size / self.width))
    )

    drawings.drawn(row["drawing"], language, **pictures.figures(row))

    text = "".join(word for word, _size in written)
    assert bool(re.search(HAN, text)) == (language == ZH)
    assert language == ZH or re.search("[A-Za-z]{3}", text)
    assert min(size for _word, size in written) * PHONE >= 10
