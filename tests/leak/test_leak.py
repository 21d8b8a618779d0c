"""Whatever is hidden stands on no public address, and the proof catches a forgotten question."""

import pytest

from tests.leak import addresses, mutants, states
from tests.leak.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return states.surround(World())


def everything_said(client, address: str) -> str:
    """Return what an answer says: status, headers and body, streamed or not."""
    response = client.get(address)
    assert response.status_code < 500, address
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return f"{response.status_code} {dict(response.headers)}\n{body.decode(errors='replace')}"


def leaks(client, world, address: str) -> set[str]:
    """Return the hidden things that an address speaks of, apart from what it was itself asked."""
    said = everything_said(client, address)
    asked = {word for word in world.hush.hidden if word in address}
    return {f"{address}: {thing}" for thing in world.hush.found_in(said, but=asked if "?q=" in address else set())}


def test_every_public_address_is_classified():
    assert not addresses.unclassified()


def test_nothing_hidden_stands_on_any_public_address(client, world):
    assert not set().union(*(leaks(client, world, address) for address in addresses.addresses(world)))


def test_what_is_hidden_changes_no_page_by_a_single_byte(client):
    """No count, no order, no empty heading tells of it either."""
    world = World()
    wanted = list(addresses.addresses(world))
    before = {address: everything_said(client, address) for address in wanted}
    states.surround(world)
    changed = [address for address in wanted if everything_said(client, address) != before[address]]
    assert not changed


def test_what_was_never_public_answers_as_what_never_was(client, world):
    never = "/en/people/nobody-of-this-name/"
    body = client.get(never).content
    for address in addresses.addresses(world):
        hidden = any(word in address for word in world.hush.hidden) and "?" not in address
        if hidden and address.startswith("/en/") and (response := client.get(address)).status_code == 404:
            assert response.content.replace(address.encode(), b"") == body.replace(never.encode(), b""), address


def test_the_proof_catches_every_forgotten_question(client, world, thoroughness):
    """Each call of the question, made to answer everything, puts something hidden on some page."""
    with mutants.listening() as (heard, here):
        for address in addresses.addresses(world):
            here["address"] = address
            everything_said(client, address)
    survivors = []
    for site in sorted(heard):
        with mutants.forgotten_at(site):
            asked_at = thoroughness.sample(sorted(heard[site]), 60)
            if not any(leaks(client, world, address) for address in asked_at):
                survivors.append(site)
    assert not survivors
