"""No drawer: a room or module is named for what it holds."""

from pathlib import Path

from tests.architecture.reading import HOUSE, ROOT, python_files, stylesheets, templates

DRAWERS = {"core", "common", "utils", "util", "helpers", "helper", "misc", "services"}


def drawers(paths):
    return [str(path) for path in paths if DRAWERS & {part.strip("_") for part in path.with_suffix("").parts}]


def test_no_room_or_module_is_a_drawer():
    files = [*python_files(HOUSE), *python_files(ROOT / "tests"), *templates(), *stylesheets()]
    assert drawers(path.relative_to(ROOT) for path in files) == []


def test_the_law_of_module_names_sees_its_breaks():
    assert drawers(
        [Path("newsroom/articles/utils.py"), Path("newsroom/core/models.py"), Path("newsroom/score.py")]
    ) == [
        "newsroom/articles/utils.py",
        "newsroom/core/models.py",
    ]
