"""Calls of any depth share one block of memory: none of them maps memory again and again."""

import resource

import pytest
from django.conf import settings

from newsroom.call_stack import with_room
from newsroom.website.middleware import RoomForCalls

CALLS = 2_000


def leaf(number):
    return number


def pages_taken_at(depth):
    """Return how many pages of memory `CALLS` calls took, `depth` calls below this one."""
    if depth:
        return pages_taken_at(depth - 1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _called in map(leaf, range(CALLS)):
        pass
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before


def test_no_depth_of_calls_takes_memory_at_each_call():
    assert [depth for depth in range(300) if with_room(pages_taken_at, depth) >= CALLS] == []


def test_what_is_called_gets_its_arguments_and_its_error_comes_back():
    assert with_room(divmod, 7, 2) == (3, 1)
    assert with_room(dict, one=1) == {"one": 1}
    with pytest.raises(ZeroDivisionError):
        with_room(divmod, 7, 0)


def test_every_middleware_and_view_is_called_with_room():
    assert settings.MIDDLEWARE[0] == "newsroom.website.middleware.RoomForCalls"
    assert [depth for depth in range(300) if RoomForCalls(pages_taken_at)(depth) >= CALLS] == []
