"""Whatever is hidden stands on no public address, and the proof catches a forgotten question."""

import json

import pytest

from newsroom.languages import LANGUAGES, prefix_of
from newsroom.website import sitemaps
from tests.leak import addresses, mutants, states
from tests.leak.hush import slug_of
from tests.leak.world import World

pytestmark = pytest.mark.django_db

NEVER = "/{}/people/nobody-of-this-name/"
QUESTIONS_IN_A_SAMPLE = 90


@pytest.fixture(autouse=True)
def _short_stretches(monkeypatch):
    """So that some parts of the sitemap hold nothing that readers may see."""
    monkeypatch.setattr("newsroom.website.sitemaps.STRETCH", 1)


@pytest.fixture(autouse=True)
def _letters_for_pictures(monkeypatch):
    """What is drawn for a shared story is what was to be printed: so it can be read here."""
    monkeypatch.setattr("newsroom.articles.poster.pressed", lambda said: json.dumps(said).encode())


@pytest.fixture
def reader(client):
    """Somebody who asks for pages, and to whom a page that fails says so."""
    client.raise_request_exception = False
    return client


def everything_said(reader, address: str) -> str:
    """Return what an answer says: status, headers and body, streamed or not."""
    response = reader.get(address)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return f"{response.status_code} {dict(response.headers)}\n{body.decode(errors='replace')}"


def leaks(world, address: str, said: str) -> set[str]:
    """Return the hidden things that an address speaks of, apart from what it was itself asked for; or its failure."""
    asked = {form for word in world.hush.hidden for form in (word, slug_of(word)) if "?" in address and form in address}
    failed = {"it failed"} if said.startswith("5") else set()
    return {f"{address}: {thing}" for thing in world.hush.found_in(said, but=asked) | failed}


def test_every_public_address_is_classified():
    assert not addresses.unclassified()
    assert set(addresses.PARTS) == {"stories", *sitemaps.RECORDS}


def test_nothing_hidden_is_said_and_every_forgotten_question_would_be_seen(reader, thoroughness):
    """First no address speaks of what is hidden. Then each call of the question is made to answer everything, one at
    a time, and each time some address that asks there says something else.
    """
    world = states.surround(states.public_with_hidden_ends(World()))
    questions = thoroughness.sample(addresses.questions(world), QUESTIONS_IN_A_SAMPLE)
    said, found = {}, set()
    with mutants.listening() as (heard, here):
        for address in [*addresses.pages(world), *questions]:
            here["address"] = address
            said[address] = everything_said(reader, address)
            found |= leaks(world, address, said[address])
    assert not found
    survivors = []
    for site in sorted(heard):
        with mutants.forgotten_at(site):
            if all(everything_said(reader, asks) == said[asks] for asks in mutants.likeliest_first(heard[site])):
                survivors.append(site)
    assert not survivors, "\n".join(map(str, survivors))


def test_what_is_hidden_changes_no_page_by_a_single_byte(reader):
    """No count, no order, no empty heading tells of it either."""
    world = states.public_with_hidden_ends(World())
    wanted = list(addresses.pages(world))
    before = {address: everything_said(reader, address) for address in wanted}
    states.surround(world)
    assert not [address for address in wanted if everything_said(reader, address) != before[address]]
    for address in set(addresses.pages(world)) - set(wanted):
        assert answers_as_what_never_was(reader, address), f"{address} tells itself from what never was"


def answers_as_what_never_was(reader, address: str) -> bool:
    """What was public and no longer is answers 410; everything else the same 404, but for the address itself."""
    never = NEVER.format(address.removeprefix("/og")[1:3])
    answer, known = reader.get(address), reader.get(never)
    if answer.status_code != 404:
        return answer.status_code == 410
    return answer.content.replace(path_of(address), b"") == known.content.replace(path_of(never), b"")


def path_of(address: str) -> bytes:
    """The address as a page may print it: behind its language, which the page's other addresses may change."""
    return (address[len("/en/") :] if address[1:3] in map(prefix_of, LANGUAGES) else address).encode()
