"""The demonstration is a working newsroom of twenty years: wide enough that every page has something to show."""

from collections.abc import Callable

import pytest

from newsroom.demo import reading
from newsroom.languages import EN, ZH
from newsroom.places import install as places
from tests import demo_reading as read

STORIES = list(reading.stories())
TOLD = [story for story in STORIES if story["state"] == "public" and "withdrawn" not in story]
READ_NOW = [story for story in TOLD if story["article"]["year"] <= 2025]


def delegation(story: dict) -> dict:
    return story.get("delegation", {})


def company(story: dict) -> list[str]:
    return [slug for kind in read.OF_PEOPLE for slug in delegation(story).get(kind, [])]


def some(name: str, asked: Callable) -> Callable:
    """Ask whether one of the story's events, agreements or stages is so."""
    return lambda story: any(asked(row) for row in story.get(name, []))


def parties(asked: Callable) -> Callable:
    return some("agreements", lambda row: asked(row["parties"]))


def differs(story: dict) -> bool:
    rows = [delegation(story), *story.get("events", []), *story.get("agreements", []), *story.get("stages", [])]
    return any("says_en" in cited for row in rows for cited in row.get("cites", []))


def known_in_one_script(story: dict) -> bool:
    return any(not {"name_zh", "name_en"} <= set(person) for person in read.people_of(story))


SHAPES = {
    "a delegation with two joint heads": lambda story: len(delegation(story).get("heads", [])) == 2,
    "a delegation of which nobody is said to lead it": lambda s: bool(company(s)) and "heads" not in delegation(s),
    "a delegation whose size alone is known, beside its head": lambda s: "size" in delegation(s),
    "a delegation that an association sent": lambda s: any(
        "association" in x for x in delegation(s).get("senders", [])
    ),
    "a diplomat's visit": lambda story: delegation(story).get("kind") == "diplomatic",
    "a journey whose stops two pages tell of": some("events", lambda row: "received" in row),
    "a stop that was ahead and of which no report is known": some("events", lambda r: r.get("state") == "announced"),
    "an event of several pairs": some("events", lambda row: len(row.get("pairs", [])) > 1),
    "an event of no pair": some("events", lambda row: not row.get("pairs")),
    "an event on the screen": some("events", lambda row: row.get("mode") == "online"),
    "an event held apart": some("events", lambda row: row.get("mode") == "apart"),
    "a day known to half of it": some("events", lambda row: row.get("held", "").endswith(("am", "pm"))),
    "a day known to its year or month": some("events", lambda row: len(row.get("held", "2000-01-01")) < 10),
    "days of which only the last is known": some("events", lambda row: row.get("held", "").startswith("/")),
    "a part of the day inferred": some("events", lambda row: row.get("held_inferred", False)),
    "sites visited in order": some("events", lambda row: len(row.get("visited", [])) > 1),
    "somebody known by an office alone": lambda s: any(
        slug not in reading.names("people") for row in s.get("events", []) for slug in row.get("guests", [])
    ),
    "somebody whose name is known in one script": known_in_one_script,
    "offices printed otherwise than they are called": lambda s: any(
        "offices" in printed and len(printed) > 1 for printed in s.get("printed", {}).values()
    ),
    "an agreement of two institutions": parties(lambda rows: all("institution" in row for row in rows)),
    "an agreement of a city and an institution": parties(
        lambda rows: {"place", "institution"} <= {key for row in rows for key in row}
    ),
    "a party in the source's words": parties(lambda rows: any(key.startswith("words_") for r in rows for key in r)),
    "signatories with what they signed as": parties(lambda rows: any("signed_as_en" in row for row in rows)),
    "agreements known by their number": some("agreements", lambda row: "count" in row),
    "a named one out of a number": some("agreements", lambda row: "part_of" in row),
    "a renewal": some("agreements", lambda row: row.get("following") == "renews"),
    "an intent that was carried out": some("agreements", lambda row: row.get("following") == "carries-out"),
    "a letter of intent": some("agreements", lambda row: row["kind"] == "intent"),
    "minutes of talks": some("agreements", lambda row: row["kind"] == "minutes"),
    "a memorandum": some("agreements", lambda row: row["kind"] == "memorandum"),
    "a declaration of many": some("agreements", lambda row: row["kind"] == "declaration"),
    "a term": some("agreements", lambda row: "term" in row),
    "a term known by its length": some("agreements", lambda row: "term_length" in row),
    "an approval before the signature": some("agreements", lambda row: "approvals" in row),
    "what came of an agreement": some("agreements", lambda row: "follow_ups" in row),
    "a stage that an agreement made": some("stages", lambda row: "agreement" in row),
    "a pairing within the country": some("stages", lambda row: row["kind"] == "domestic"),
    "a pair that another one took over": lambda story: "continued" in story,
    "sources that do not agree": differs,
    "a story of a pair in general, without an event": lambda s: "pairs" in s["article"] and not s.get("events"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_story_has_records_of_this_shape(shape):
    assert any(SHAPES[shape](story) for story in READ_NOW)


def test_that_is_twenty_shapes_and_more_and_no_story_has_them_all():
    assert len(SHAPES) >= 20
    assert max(sum(asked(story) for asked in SHAPES.values()) for story in READ_NOW) < len(SHAPES) / 2


def test_stories_reach_from_2005_to_2025_and_leave_few_years_out():
    years = {story["article"]["year"] for story in READ_NOW}
    assert (min(years), max(years)) == (2005, 2025)
    assert len(years) >= 15


def test_the_first_story_has_twenty_four_others_beside_it_and_twelve_pairs():
    named = {tuple(pair) for story in READ_NOW for row in story.get("events", []) for pair in row.get("pairs", [])}
    assert len(READ_NOW) >= 25
    assert len(named) >= 12


def test_most_stories_are_told_in_both_languages_and_some_in_either_alone():
    told = [set(story["article"]["editions"]) for story in READ_NOW]
    assert told.count({EN, ZH}) > len(told) / 2
    assert told.count({EN}) >= 2
    assert told.count({ZH}) >= 2


def test_every_state_in_which_a_story_can_be_is_there():
    assert sum(story["state"] == "draft" for story in STORIES) >= 2
    assert [story["article"]["year"] for story in TOLD if story not in READ_NOW] == [2028]
    for afterwards in ("withdrawn", "corrected", "proposed"):
        assert sum(afterwards in story for story in STORIES) == 1, afterwards


def test_every_city_can_be_drawn_and_found_by_its_full_name():
    listed = set(read.place_rows()) - set(reading.names("places"))
    for slug, row in reading.names("places").items():
        assert {"name_zh", "name_en", "country", "parent", "longitude", "latitude"} <= set(row), slug
        assert row["parent"] in listed | set(reading.names("places"))
        assert any(name != row["name_zh"] for name in row.get("other_names", "").split("\n")), slug
    assert places.LISTS


def test_the_footer_names_nobody_who_could_be_written_to():
    footer = reading.site()["settings"]
    assert "Demonstration" in footer["organiser_en"] and "演示" in footer["organiser_zh"]
    assert footer["error_report"].endswith("example.org")
    assert not any(letter.isdigit() for words in (footer["contact_zh"], footer["contact_en"]) for letter in words)


def test_the_filings_are_samples_that_show_where_an_office_prints_its_own():
    filings = reading.site()["settings"]
    for name in ("icp", "police_filing"):
        assert filings[name].startswith("示例") and "00000000" in filings[name]
    assert filings["site_code"] == "0" * 10
