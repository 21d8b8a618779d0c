"""Photos and files of a story that is not public return the 404 of an address that never existed."""

import pytest
from django.urls import reverse

from newsroom.photos.image_worker import CUTS
from newsroom.photos.models import Photo
from newsroom.photos.pictures import TYPES, address_of, shape_of
from newsroom.sources.models import Source
from tests.leak import states
from tests.leak.world import World

pytestmark = pytest.mark.django_db

NEVER = "nobody-of-this-name"
STATES = [states.draft, states.submitted, states.returned, states.discarded]
STATES += [states.waiting, states.cancelled, states.withdrawn]


def of_photo(photo: Photo) -> set[str]:
    """Return every possible rendition's address: whole and cropped, in every width and format."""
    shapes = [shape_of(photo, cut) for cut in ("", *CUTS)]
    return {address_of(photo, shape, width, ending) for shape in shapes for width in shape.widths for ending in TYPES}


def of_source(source: Source) -> set[str]:
    files = (source.file_zh, source.file_en)
    return {reverse("file", args=file.split("/")) for file in files if file}


def addresses(story) -> dict[str, str]:
    """Return every address of the story's photos and files, each with one that never existed."""
    found = {}
    for record in story.made:
        if isinstance(record, Photo):
            found |= {address: address.replace(record.token, NEVER) for address in of_photo(record)}
        elif isinstance(record, Source):
            found |= {address: reverse("file", args=[NEVER, address.split("/")[-1]]) for address in of_source(record)}
    return found


def said(answer) -> tuple:
    return answer.status_code, dict(answer.headers), answer.getvalue()


@pytest.fixture(scope="module")
def world(built_once) -> World:
    return World()


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_each_address_answers_as_what_never_was(client, world, state):
    story = world.story(state.__name__)
    state(world, story)
    hidden = addresses(story)
    assert len(hidden) >= 27 + 7
    for address, never in hidden.items():
        answer = client.get(address)
        assert said(answer) == said(client.get(never)), address
        assert answer.status_code == 404, address


def test_the_same_addresses_answer_when_the_story_is_public(client, world):
    shown = addresses(world.shown)

    answered = {address for address in shown if client.get(address).status_code == 200}

    assert shown.keys() - answered == {
        address for address in shown if address.endswith(".avif")
    }  # made by a later tick
