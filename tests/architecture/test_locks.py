"""The locks name every package with its hashes, and nothing of where it was fetched from."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement

from tests.architecture.reading import ROOT, caught, hold

LOCK, TEST_LOCK = ROOT / "requirements.txt", ROOT / "requirements-test.txt"
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?P<rest>(?:.*\\\n)*.*)", re.MULTILINE)
PLACE = re.compile(r"https?:|file:|--(extra-)?index|--find-links|--trusted|\bpypi\b|pythonhosted| @ ", re.IGNORECASE)


def places(text):
    for number, line in enumerate(text.splitlines(), start=1):
        if match := PLACE.search(line):
            yield number, f"names a place to fetch from: {match[0]}"


def pins(text):
    return {match["name"]: match["version"] for match in PIN.finditer(text)}


def asked_for():
    """Return what the product and its tests ask for in pyproject.toml, each as {name: versions that will do}."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"], project["optional-dependencies"]["test"]
    return [{one.name.lower(): one.specifier for one in map(Requirement, lines)} for lines in wanted]


def test_the_locks_name_no_place():
    hold(places, [LOCK, TEST_LOCK])
    assert not (ROOT / "uv.lock").exists()


def test_every_pin_has_its_hashes():
    for lock in (LOCK, TEST_LOCK):
        text = lock.read_text(encoding="utf-8")
        assert [match["name"] for match in PIN.finditer(text) if "--hash=sha256:" not in match["rest"]] == []
        assert len(pins(text)) == len(re.findall(r"^\S.*", text, re.MULTILINE))


def test_the_test_lock_holds_all_of_the_other():
    lock, test_lock = pins(LOCK.read_text(encoding="utf-8")), pins(TEST_LOCK.read_text(encoding="utf-8"))
    assert lock.items() <= test_lock.items()


def test_everything_asked_for_is_locked():
    product, test = asked_for()
    lock, test_lock = pins(LOCK.read_text(encoding="utf-8")), pins(TEST_LOCK.read_text(encoding="utf-8"))
    assert [name for name, fit in product.items() if name not in lock or lock[name] not in fit] == []
    assert [name for name, fit in test.items() if name not in test_lock or test_lock[name] not in fit] == []


def test_everything_asked_for_has_its_reason():
    product, test = asked_for()
    reasons = (ROOT / "docs" / "decisions" / "0004-chosen-parts.md").read_text(encoding="utf-8").lower()
    assert [name for name in sorted(product | test) if f"**{name}**" not in reasons] == []


@pytest.mark.parametrize("text", ["--index-url x", "a @ git+x", "--find-links /opt", "https://files.example/a.whl"])
def test_the_law_of_locks_sees_its_breaks(text):
    assert caught(places, text)
