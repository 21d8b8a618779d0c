"""What is hidden stands on no public page (`-k pair-feed`: on one kind of page), and these proofs would see it there.

One world is asked twice: before anything hidden is laid into it, and after. What is asked before stands first.
"""

import re

import pytest

from newsroom.languages import LANGUAGES, prefix_of
from newsroom.website import sitemaps
from tests.architecture.reading import HOUSE, python_files
from tests.leak import addresses, mutants
from tests.leak.answers import everything_said, leaks
from tests.publishing.test_naming import links_to_named

pytestmark = pytest.mark.django_db

NEVER = "/{}/people/nobody-of-this-name/"
PAGES = addresses.page_names()
LINK = re.compile(r'(?:href="|src="|<loc>|"url": ?")(?:https?://[^/"<]+)?(/[^"<#?]*)')
ELSEWHERE = ("/static/", "/admin/")
UNPROVED = (
    "{0}:{1} asks what is public, and no address proves that it must: lay something hidden of its kind "
    "into tests/leak/states.py, or take the question away."
)


def test_every_public_address_is_classified():
    assert not addresses.unclassified()
    assert set(addresses.PARTS) == {"stories", *sitemaps.RECORDS}


# Not a byte: no count, no order, no empty heading


@pytest.mark.parametrize("page", PAGES)
def test_what_is_hidden_changes_no_byte(before, answers, page):
    said = answers.at(page)
    assert [address for address in before[page] if before[page][address] != said[address]] == []


@pytest.mark.parametrize("page", PAGES)
def test_what_is_hidden_answers_as_what_never_was(before, answers, page):
    hidden = set(addresses.pages_named(answers.world, page)) - set(before[page])
    said = answers.at(page)
    assert [address for address in sorted(hidden) if not is_of_what_never_was(address, said[address], answers)] == []


def is_of_what_never_was(address: str, said: str, answers) -> bool:
    """Return whether it was 410, or the 404 of an address that never existed, up to the address itself."""
    if not said.startswith("404"):
        return said.startswith("410")
    never = NEVER.format(address.removeprefix("/og")[1:3])
    body, known = (words.partition("\n")[2] for words in (said, answers.of_what_never_was(never)))
    return body.replace(path_of(address), "") == known.replace(path_of(never), "")


def path_of(address: str) -> str:
    """Return the path after the language, as a page's links to the other language contain it."""
    return address[len("/en/") :] if address[1:3] in map(prefix_of, LANGUAGES) else address


# Not a word, and no link


@pytest.mark.parametrize("page", PAGES)
def test_nothing_hidden_is_said(answers, page):
    assert not leaks(answers.world, answers.at(page))


@pytest.mark.parametrize("page", PAGES)
def test_no_page_links_to_what_is_hidden(answers, page):
    """A link without a marker word leaks as well: to the draft in the other language of a public story."""
    links = {link for said in answers.at(page).values() if said.startswith("200") for link in LINK.findall(said)}
    wanted = sorted(link for link in links if not link.startswith(ELSEWHERE))
    assert [link for link in wanted if answers.status(link) >= 400] == []


def test_every_link_to_a_named_record_is_laid(answers):
    """Texts are filled by themselves, links are laid by hand: each link to a named record is laid into the world."""
    unlaid = {
        f"{model.__name__}.{field.name}: lay it into tests/leak/world.py"
        for model, field in links_to_named()
        if not model._base_manager.exclude(**{field.name: None}).exists()
    }
    assert unlaid == set()


# If one call of `.public()` returns everything, some response changes


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
