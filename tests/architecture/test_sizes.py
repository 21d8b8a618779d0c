"""What has grown past its limit is refused; what is shorter is nobody's business.

The limits are half as much again as what is aimed at: 250 lines of a file, 30 of a function, 60 of a template, 120 of
a stylesheet. How many ways lead through a function is counted by ruff (C901). Apart: migrations, which are made;
tables of cases (tests/**/*_table.py); templates that override the admin's own.
"""

import ast

from tests.architecture.reading import HOUSE, ROOT, place_of, python_files, stylesheets, templates

FILE, FUNCTION, TEMPLATE, STYLESHEET = 375, 45, 90, 180


def lengths_of_functions(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.end_lineno - node.lineno + 1


def too_long(sizes, limit):
    """Return, a line each, those of (name, size) that are longer than the limit."""
    return "\n".join(f"{name} has {size} lines of {limit}" for name, size in sizes if size > limit)


def sizes(paths):
    return [(place_of(path), len(path.read_text(encoding="utf-8").splitlines())) for path in paths]


def written():
    tests = [path for path in python_files(ROOT / "tests") if not path.stem.endswith("_table")]
    return [ROOT / "manage.py", *python_files(HOUSE), *tests]


def test_no_file_is_too_long():
    assert too_long(sizes(written()), FILE) == ""


def test_no_function_is_too_long():
    functions = [
        (f"{place_of(path)} {name}", lines)
        for path in written()
        for name, lines in lengths_of_functions(path.read_text(encoding="utf-8"))
    ]
    assert too_long(functions, FUNCTION) == ""


def test_no_template_is_too_long():
    ours = [path for path in templates() if "admin" not in path.relative_to(ROOT / "templates").parts[:1]]
    assert too_long(sizes(ours), TEMPLATE) == ""


def test_no_stylesheet_is_too_long():
    assert too_long(sizes(stylesheets()), STYLESHEET) == ""


def test_the_law_of_sizes_sees_its_breaks():
    text = "def long():\n" + "    pass\n" * 45
    assert too_long(list(lengths_of_functions(text)), FUNCTION) == "long has 46 lines of 45"
    assert too_long([("a file", FILE)], FILE) == ""
