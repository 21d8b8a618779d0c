"""Reader of the data files that come with the code: tab-separated columns."""

import csv
from collections.abc import Iterator
from pathlib import Path


def rows_of(file: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of `file` as dictionaries by column name.

    Lines that begin with # are remarks. An `other_names` column parts its names by "|"; they come as the records
    keep them, one a line. ValueError, with the line, for a row that has more or fewer cells than columns.
    """
    lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("#")]
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True):
        if None in row or None in row.values():
            raise ValueError(f"{file.name}: a row does not have a cell for every column: {row}")
        if "other_names" in row:
            row["other_names"] = row["other_names"].replace("|", "\n")
        yield row
