"""Who may do a deed is asked in `publishing.deeds` alone: no other file spells a permission to ask for it."""

import ast
from typing import get_args

from newsroom.publishing import deeds
from newsroom.publishing.models import LogEntry
from tests.architecture.reading import HOUSE, caught, hold, python_files

HOME = HOUSE / "publishing" / "deeds.py"


def permission_asked(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Attribute) and node.attr in ("has_perm", "has_perms", "has_module_perms"):
            yield node.lineno, "asks for a permission by its name"


def test_permissions_are_asked_for_in_one_place():
    hold(permission_asked, (file for file in python_files() if file != HOME))


def test_it_sees_a_permission_that_is_asked_for():
    assert caught(permission_asked, 'user.has_perm("publishing.hide")')


def test_the_permissions_that_are_asked_for_are_those_of_the_log():
    assert set(get_args(deeds.Permission)) == {codename for codename, _label in LogEntry._meta.permissions}
