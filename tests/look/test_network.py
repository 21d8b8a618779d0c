"""The drawing of the network: where dots, arcs and names stand."""

from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsroom.masthead.models import SiteSettings
from newsroom.places.globe import arc
from newsroom.publishing.release import release
from newsroom.website import front_page
from newsroom.website.network import NARROW, WIDE, drawing
from tests import factories

NINGBO = ("Ningbo", 121.55, 29.87, "/en/places/ningbo/")
PARTNERS = [
    ("Ganzhou", 114.93, 25.83, "/en/pairs/ningbo-ganzhou/"),
    ("Aachen", 6.08, 50.77, "/en/pairs/ningbo-aachen/"),
    ("Nottingham", -1.15, 52.95, "/en/pairs/ningbo-nottingham/"),
    ("Rouen", 1.1, 49.44, "/en/pairs/ningbo-rouen/"),
    ("Wilmington", -75.55, 39.75, "/en/pairs/ningbo-wilmington/"),
    ("Auckland", 174.76, -36.85, "/en/pairs/ningbo-auckland/"),
    ("Santos", -46.3, -23.96, "/en/pairs/ningbo-santos/"),
    ("大邱", 128.6, 35.87, "/en/pairs/ningbo-daegu/"),
    ("Nagaokakyo", 135.7, 34.93, "/en/pairs/ningbo-nagaokakyo/"),
]
sheets = st.sampled_from([WIDE, NARROW])
somewhere = st.tuples(
    st.text("abcdefgh宁波", min_size=1, max_size=12),
    st.floats(-180, 180, allow_nan=False),
    st.floats(-90, 90, allow_nan=False),
    st.just("/en/"),
)


def points(path):
    return [tuple(map(float, point.split())) for point in path.removeprefix("M").split("L")]


def box(dot, size):
    width = sum(size if letter > "⺀" else size * 0.58 for letter in dot.name)
    left = {"start": 0, "middle": -width / 2, "end": -width}[dot.label.anchor] + dot.label.x
    return left, dot.label.y - size, left + width, dot.label.y + size * 0.2


def meet(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_an_arc_begins_at_home_and_ends_at_the_partner():
    drawn = drawing(NINGBO, PARTNERS)
    for dot, path in zip(drawn.dots, drawn.arcs, strict=True):
        assert points(path)[0] == (drawn.home.x, drawn.home.y)
        assert points(path)[-1] == pytest.approx((dot.x, dot.y), abs=0.2)


def test_an_arc_is_the_great_circle_not_a_ruler_line():
    middle = arc((121.55, 29.87), (-75.55, 39.75))[24]
    assert middle[1] > 75  # the way to Delaware leads past the pole


A_NAME_AT_THE_UPPER_EDGE = [("a", 66.0, 0.0, "/en/"), ("aa", 0.0, 34.0, "/en/"), ("aaaaaaaaaaa", 2.0, 35.0, "/en/")]


@given(home=somewhere, places=st.lists(somewhere, max_size=8), sheet=sheets)
@example(home=("a", -119.0, -42.0, "/en/"), places=A_NAME_AT_THE_UPPER_EDGE, sheet=WIDE)
def test_no_arc_and_no_name_leaves_the_frame(home, places, sheet):
    drawn = drawing(home, places, sheet)
    assert sheet.lowest <= drawn.height <= sheet.highest
    for path in drawn.arcs:
        assert all(-0.1 <= x <= sheet.width + 0.1 and -0.1 <= y <= drawn.height + 0.1 for x, y in points(path))
    for dot in (drawn.home, *drawn.dots):
        if dot.label:
            left, top, right, bottom = box(dot, sheet.size)
            assert left >= 0 and top >= 0 and right <= sheet.width and bottom <= drawn.height


@given(home=somewhere, places=st.lists(somewhere, min_size=1, max_size=12), sheet=sheets)
def test_no_two_names_collide(home, places, sheet):
    drawn = drawing(home, places, sheet)
    boxes = [box(drawn.home, sheet.home_size)] if drawn.home.label else []
    boxes += [box(dot, sheet.size) for dot in drawn.dots if dot.label]
    assert not any(meet(one, other) for one, other in combinations(boxes, 2))


@pytest.mark.parametrize("sheet", [WIDE, NARROW])
def test_every_partner_of_the_home_city_is_named(sheet):
    drawn = drawing(NINGBO, PARTNERS, sheet)
    assert [dot.name for dot in drawn.dots if dot.label] == [name for name, *_ in PARTNERS]


def test_a_city_without_partners_is_drawn_alone():
    drawn = drawing(NINGBO, [])
    assert (drawn.home.name, drawn.arcs, drawn.dots) == ("Ningbo", [], [])


def test_east_is_right_and_north_is_up():
    drawn = drawing(NINGBO, [("Daegu", 128.6, 35.87, ""), ("Auckland", 174.76, -36.85, "")])
    daegu, auckland = drawn.dots
    assert drawn.home.x < daegu.x < auckland.x
    assert daegu.y < drawn.home.y < auckland.y


@pytest.mark.parametrize(("longitude", "latitude"), [(181, 0), (0, 91)])
def test_a_point_that_is_not_on_the_globe_is_refused(longitude, latitude):
    with pytest.raises(ValueError, match="No such point"):
        drawing(NINGBO, [("Nowhere", longitude, latitude, "")])


@pytest.mark.django_db
def test_the_front_page_is_drawn_once_in_each_language_and_leads_to_its_own_pages(client):
    home = factories.place("Harbourton", slug="harbourton", longitude=121, latitude=30)
    partner = factories.place("Rivermouth", slug="rivermouth", longitude=6, latitude=50)
    SiteSettings.objects.create(pk=1, name_en="Desk", home=home.slug)
    factories.published(factories.article(events=[factories.event(factories.pair(home, partner))]))
    front_page.drawings.cache_clear()

    for prefix in ("en", "zh", "en"):
        _before, wide, narrow = client.get(f"/{prefix}/").text.split('class="graticule"')
        assert all(f'<a href="/{prefix}/pairs/harbourton-rivermouth/"' in drawn for drawn in (wide, narrow))
    assert front_page.drawings.cache_info().misses == 2


# where the other place lies, and what the two pairs are → whose dots are drawn
@pytest.mark.parametrize(
    ("apart", "stages", "drawn"),
    [
        (0.1, ("ended", "sister-city"), ["Port Hill"]),
        (0.1, ("taken-over", "contact"), ["Port Hill"]),
        (0.1, ("sister-city", "sister-city"), ["Old Hill", "Port Hill"]),
        (0.1, ("ended", "ended"), ["Old Hill", "Port Hill"]),
        (9, ("ended", "sister-city"), ["Old Hill", "Port Hill"]),
    ],
)
@pytest.mark.django_db
def test_a_relation_that_is_over_has_no_second_name_at_one_dot(client, apart, stages, drawn):
    home = factories.place("Harbourton", slug="harbourton", longitude=121, latitude=30)
    SiteSettings.objects.create(pk=1, name_en="Desk", home=home.slug)
    for number, (name, kind) in enumerate(zip(("Old Hill", "Port Hill"), stages, strict=True)):
        partner = factories.place(name, longitude=6 + number * apart, latitude=50)
        release(factories.stage(factories.pair(home, partner), kind), by=factories.user("publisher"))

    network = client.get("/en/").context["network"]

    assert [sorted(dot.name for dot in sheet.dots) for _name, sheet in network["drawings"]] == [drawn, drawn]
    assert sorted(partner["name"] for partner in network["partners"]) == ["Old Hill", "Port Hill"]
