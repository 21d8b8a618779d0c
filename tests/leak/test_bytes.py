"""Hidden records change no public page by a single byte: no count, no order, no empty heading."""

import pytest

from newsroom.languages import LANGUAGES, prefix_of
from tests.leak import addresses, states
from tests.leak.answers import everything_said
from tests.leak.world import World

pytestmark = pytest.mark.django_db

NEVER = "/{}/people/nobody-of-this-name/"


class Surrounded:
    """A world, its responses before hidden records were added, and the response of an address that never existed."""

    def __init__(self, reader):
        self.world = states.public_with_hidden_ends(World())
        pages = {name: list(addresses.pages_named(self.world, name)) for name in addresses.page_names()}
        self.before = {name: {one: everything_said(reader, one) for one in some} for name, some in pages.items()}
        states.surround(self.world)
        self.never = {prefix_of(language): reader.get(NEVER.format(prefix_of(language))) for language in LANGUAGES}


@pytest.fixture(scope="module")
def surrounded(reader):
    return Surrounded(reader)


@pytest.mark.parametrize("page", addresses.page_names())
def test_what_is_hidden_changes_no_byte(surrounded, reader, page):
    before = surrounded.before[page]
    assert [address for address, said in before.items() if everything_said(reader, address) != said] == []


@pytest.mark.parametrize("page", addresses.page_names())
def test_what_is_hidden_answers_as_what_never_was(surrounded, reader, page):
    hidden = set(addresses.pages_named(surrounded.world, page)) - set(surrounded.before[page])
    assert [address for address in sorted(hidden) if not answers_as_what_never_was(surrounded, reader, address)] == []


def answers_as_what_never_was(surrounded, reader, address: str) -> bool:
    """Return whether a hidden address returns 410, or the 404 of one that never existed, up to the address itself."""
    language = address.removeprefix("/og")[1:3]
    answer, known = reader.get(address), surrounded.never.get(language) or reader.get(NEVER.format(language))
    if answer.status_code != 404:
        return answer.status_code == 410
    return answer.content.replace(path_of(address), b"") == known.content.replace(path_of(NEVER.format(language)), b"")


def path_of(address: str) -> bytes:
    """Return the path after the language, as a page's links to the other language contain it."""
    return (address[len("/en/") :] if address[1:3] in map(prefix_of, LANGUAGES) else address).encode()
