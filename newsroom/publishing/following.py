"""Hooks: lower rooms call functions that higher rooms register in `AppConfig.ready()`.

A *follower* is called by every deed, inside its transaction, with its log entry. It may still refuse: `Refused` undoes
the whole deed. That is for what can be judged only when everything is written, such as a photo that an amendment adds
to a story without its alternative text (`articles.alternatives`). An *approval check* is asked before an approval and
returns the reasons against it (an empty list lets it pass).
"""

from collections.abc import Callable
from typing import Any

_followers: list[Callable] = []
_approval_checks: list[Callable] = []


def follow(function: Callable) -> Callable:
    """Register `function(log_entry)`; usable as a decorator."""
    if function not in _followers:
        _followers.append(function)
    return function


def check_approval(function: Callable) -> Callable:
    """Register `function(version) -> list of reasons`; usable as a decorator."""
    if function not in _approval_checks:
        _approval_checks.append(function)
    return function


def followers() -> list[Callable]:
    return list(_followers)


def approval_checks() -> list[Callable]:
    return list(_approval_checks)


def tell_followers(log_entry: Any) -> None:
    for function in _followers:
        function(log_entry)


def reasons_against(version: Any) -> list[str]:
    return [str(reason) for function in _approval_checks for reason in function(version)]
