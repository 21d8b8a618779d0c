"""`manage.py declarations` answers why a record is public, settled, locked or amended, from every registry."""

from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from newsroom.articles.models import Version
from newsroom.cooperation.models import Agreement, Event, Stage
from newsroom.management.declarations import about, of_every_record
from newsroom.people.models import Person, Tenure
from newsroom.places.models import Place, Succession
from newsroom.sources.models import Source


def printed(model: str) -> str:
    out = StringIO()
    call_command("declarations", model, stdout=out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("model", "heading", "line"),
    [
        (Event, "Public by an interval of its own", "public_from, public_until"),
        (Person, "Public while one of these names it", "appearances__delegation__stops__event → cooperation.Event"),
        (Event, "Names, and so makes public", "people.Person by its appearances__delegation__stops__event"),
        (Agreement, "Hangs below, and goes out with", "event → cooperation.Event"),
        (Agreement, "What hangs below it", "cooperation.Stage by its agreement"),
        (Stage, "Locked while one of these prints it", "agreement → cooperation.Agreement"),
        (Person, "Prints, and so locks", "people.Tenure by its person"),
        (Person, "Rows that are amended with it", "tenures → people.Tenure"),
        (Tenure, "A row of, and amended with", "people.Person by its tenures"),
        (Succession, "Links that make nothing public", "successor"),
        (Version, "Never two public at once of one", "edition"),
        (Place, "Told from its namesakes in choices by", "newsroom.places.choice_notes.stands_in"),
    ],
)
def test_each_declaration_stands_under_its_heading_at_both_ends(model, heading, line):
    assert line in about(model)[heading]


def test_no_heading_is_empty_for_every_model():
    empty = set(about(Event))
    for model in apps.get_models():
        empty -= {heading for heading, lines in about(model).items() if lines}

    assert empty == set()
    assert all(of_every_record().values())


def test_the_command_prints_what_there_is_and_what_every_deed_calls():
    text = printed("sources.Source")

    assert text.startswith("sources.Source\n")
    for path in about(Source)["Locked while one of these prints it"]:
        assert f"\n  {path}\n" in text
    assert "\nCalled by every deed, whatever the record\n  newsroom." in text
    assert "Public by an interval" not in text


@pytest.mark.parametrize("name", ["cooperation.Evnt", "nothing"])
def test_a_model_that_there_is_not_is_said_in_one_sentence(name):
    with pytest.raises(CommandError, match=f"^There is no model {name}: name one such as cooperation.Event"):
        printed(name)
