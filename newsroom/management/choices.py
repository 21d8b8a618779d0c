"""The operator's choices that settings need before there is a database: one file of NAME=value lines."""

from pathlib import Path

FILE = "newsroom.env"


def keep(folder: Path, **values: str) -> None:
    """Write `values` to the data folder's file in the place of earlier ones."""
    path = folder / FILE
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    kept = [line for line in lines if line.partition("=")[0] not in values]
    kept += [f"{name}={value}" for name, value in values.items()]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
