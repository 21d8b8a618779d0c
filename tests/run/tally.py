"""What a part of the run gave, and the lines that close the run."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Part:
    """One part's figures; `skips` counts what was not run by its reason."""

    name: str
    passed: int = 0
    failed: int = 0
    skips: Counter = field(default_factory=Counter)
    seconds: float = 0.0

    @property
    def skipped(self) -> int:
        """How many were not run."""
        return self.skips.total()


def close(parts: list[Part]) -> int:
    """Print each part's figures, what was not run and why, and the sums; return the exit code."""
    print()
    for part in parts:
        figures = f"{part.passed} passed, {part.failed} failed, {part.skipped} skipped"
        print(f"{part.name:<28} {figures:<36} {part.seconds:5.0f} s")
    for part in parts:
        for reason, count in part.skips.items():
            print(f"not run: {count} of {part.name}, because {reason}")
    passed, failed = sum(part.passed for part in parts), sum(part.failed for part in parts)
    if not passed and not failed:
        print("Nothing was run: no test fits the arguments.")
    print(f"{passed} passed, {failed} failed, {sum(part.skipped for part in parts)} skipped")
    return 0 if passed and not failed else 1
