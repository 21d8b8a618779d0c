"""Results of the parts of a run, and the summary."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Part:
    """Counts of one part; `skips` maps each reason to a number."""

    name: str
    passed: int = 0
    failed: int = 0
    skips: Counter = field(default_factory=Counter)
    seconds: float = 0.0

    @property
    def skipped(self) -> int:
        """Return the number of skipped tests."""
        return self.skips.total()


def close(parts: list[Part]) -> int:
    """Print each part's counts, skips with reasons, and the sums. Return the exit code."""
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
