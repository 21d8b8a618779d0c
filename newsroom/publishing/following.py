"""What a lower room causes above it: plain functions that the rooms above register in `AppConfig.ready()`.

A *follower* is called by every deed inside its transaction with the act. A *refusal* is asked before an approval
and answers with the reasons why not (an empty list lets it pass).
"""

from collections.abc import Callable

_followers: list[Callable] = []
_refusals: list[Callable] = []


def follow(function: Callable) -> Callable:
    """Register `function(act)`; usable as a decorator."""
    if function not in _followers:
        _followers.append(function)
    return function


def refuse(function: Callable) -> Callable:
    """Register `function(version) -> list of reasons`; usable as a decorator."""
    if function not in _refusals:
        _refusals.append(function)
    return function


def tell_followers(act) -> None:
    for function in _followers:
        function(act)


def reasons_against(version) -> list[str]:
    return [str(reason) for function in _refusals for reason in function(version)]
