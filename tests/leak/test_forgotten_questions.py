"""Mutation test of visibility: if one call of `.public()` returns everything, some response changes."""

import pytest

from tests.architecture.reading import HOUSE, python_files
from tests.leak import mutants
from tests.leak.answers import everything_said

pytestmark = pytest.mark.django_db

UNPROVED = (
    "{0}:{1} asks what is public, and no address proves that it must: lay something hidden of its kind "
    "into tests/leak/states.py, or take the question away."
)


def asking_files() -> list[str]:
    """Return the files of `newsroom`, outside `publishing`, that call `public` or `is_public`."""
    files = {path.relative_to(HOUSE): path.read_text() for path in python_files()}
    asking = {path for path, text in files.items() if any(f"{name}(" in text for name in mutants.QUESTIONS)}
    return sorted(str(path) for path in asking if path.parts[0] != "publishing")


ASKING = asking_files()


@pytest.mark.parametrize("file", ASKING)
def test_a_forgotten_question_would_be_seen(answers, file):
    hold(answers, lambda asking: asking == file)


def test_a_question_forgotten_on_behalf_of_another_file_would_be_seen(answers):
    """A file that hands on what others ask with."""
    hold(answers, lambda asking: asking not in ASKING)


def hold(answers, chosen) -> None:
    """Fail with every call of the chosen files that no response depends on."""
    said = answers.everywhere()
    survivors = [site for site in sorted(answers.heard) if chosen(site[0]) and not seen(answers, site, said)]
    assert not survivors, "\n".join(UNPROVED.format(*site) for site in survivors)


def seen(answers, site: mutants.Site, said: dict[str, str]) -> bool:
    """Return whether some response changes when the call at `site` returns everything."""
    with mutants.forgotten_at(site):
        asking = mutants.likeliest_first(answers.heard[site])
        return any(everything_said(answers.reader, address) != said[address] for address in asking)
