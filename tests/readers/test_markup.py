"""The checker of HTML finds no error in any page (https://validator.github.io/validator/)."""

import json
import subprocess

import pytest

from tests.readers.conftest import REFUSED
from tests.readers.programs import java, package

pytestmark = pytest.mark.browser

JAR = "vnu-jar/build/dist/vnu.jar"


def errors(folder) -> list[dict]:
    """Return what the checker calls errors in the files of `folder`."""
    command = [java(), "-Xss4m", "-jar", str(package(JAR)), "--format", "json", "--errors-only", str(folder)]
    return json.loads(subprocess.run(command, capture_output=True, text=True).stderr)["messages"]


def test_no_page_has_an_error_in_its_markup(crawl, tmp_path):
    names = {}
    for number, page in enumerate([*crawl.html(), *(crawl.pages[path] for path in REFUSED)]):
        names[f"{number}.html"] = page.address
        (tmp_path / f"{number}.html").write_text(page.text)
    found = {
        f"{names[one['url'].rpartition('/')[2]]} line {one.get('lastLine')}: {one['message']}"
        for one in errors(tmp_path)
    }
    assert found == set()


def test_the_checker_sees(tmp_path):
    (tmp_path / "wrong.html").write_text("<!doctype html><html lang=en><title>Wrong</title><p><ul></p></ul>")
    assert errors(tmp_path)
