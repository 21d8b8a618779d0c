"""The house's files as the laws read them."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "newsroom"

Law = Callable[[str], Iterator[tuple[int, str]]]


def python_files(folder: Path = HOUSE) -> list[Path]:
    """Return the written Python of `folder`: migrations are made, not written."""
    return sorted(path for path in folder.rglob("*.py") if "migrations" not in path.parts)


def templates() -> list[Path]:
    """Return every template of the house."""
    return sorted((ROOT / "templates").rglob("*.html"))


def stylesheets() -> list[Path]:
    """Return every stylesheet of the house."""
    return sorted((ROOT / "static").rglob("*.css"))


def scripts() -> list[Path]:
    """Return every script of the house."""
    return sorted((ROOT / "static").rglob("*.js"))


def place_of(path: Path) -> str:
    """Return where a file stands, as it is said in findings."""
    return str(path.relative_to(ROOT))


def hold(law: Law, paths: Iterable[Path]) -> None:
    """Hold `law` against the text of each file; fail with what it finds, a line each."""
    found = [
        f"{place_of(path)}:{line}: {what}" for path in paths for line, what in law(path.read_text(encoding="utf-8"))
    ]
    assert not found, "\n" + "\n".join(found)


def caught(law: Law, text: str) -> list[str]:
    """Hold `law` against a snippet."""
    return [what for _, what in law(text)]


def line_of(text: str, match: re.Match) -> int:
    """Return the line a match begins on."""
    return text.count("\n", 0, match.start()) + 1


def blanked(pattern: str, text: str) -> str:
    """Return `text` without what `pattern` matches, its lines kept in place."""
    return re.sub(pattern, lambda match: re.sub(r"[^\n]", " ", match[0]), text, flags=re.DOTALL)


def words_in_code(tree: ast.AST) -> Iterator[ast.Constant]:
    """Return the string constants of a module that are not docstrings."""
    documents = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documents:
            yield node
