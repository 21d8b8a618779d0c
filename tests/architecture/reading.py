"""Source files for architecture tests ("laws"), and how a law is checked."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "newsroom"

Law = Callable[[str], Iterator[tuple[int, str]]]


def python_files(folder: Path = HOUSE) -> list[Path]:
    """Return the Python files of `folder` without migrations, which are generated."""
    return sorted(path for path in folder.rglob("*.py") if "migrations" not in path.parts)


def templates() -> list[Path]:
    """Return every template."""
    return sorted((ROOT / "templates").rglob("*.html"))


def stylesheets() -> list[Path]:
    """Return every stylesheet."""
    return sorted((ROOT / "static").rglob("*.css"))


def scripts() -> list[Path]:
    """Return every script."""
    return sorted((ROOT / "static").rglob("*.js"))


def place_of(path: Path) -> str:
    """Return a path relative to the root, as printed in failures."""
    return str(path.relative_to(ROOT))


def hold(law: Law, paths: Iterable[Path]) -> None:
    """Check `law` against the text of each file. Fail with one line for each violation."""
    found = [
        f"{place_of(path)}:{line}: {what}" for path in paths for line, what in law(path.read_text(encoding="utf-8"))
    ]
    assert not found, "\n" + "\n".join(found)


def caught(law: Law, text: str) -> list[str]:
    """Return the violations of `law` in a snippet."""
    return [what for _, what in law(text)]


def line_of(text: str, match: re.Match) -> int:
    """Return the line number of a match."""
    return text.count("\n", 0, match.start()) + 1


def blanked(pattern: str, text: str) -> str:
    """Return `text` with what `pattern` matches blanked; line numbers stay."""
    return re.sub(pattern, lambda match: re.sub(r"[^\n]", " ", match[0]), text, flags=re.DOTALL)


def words_in_code(tree: ast.AST) -> Iterator[ast.Constant]:
    """Yield the string constants of a module that are not docstrings."""
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
