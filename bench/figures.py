"""Figures beside what is asked of them, printed, and written into bench/README.md on demand."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from webaudit.crawl.clock import utc_now

README = Path(__file__).with_name("README.md")


@dataclass(frozen=True)
class Figure:
    """One figure.

    Attributes:
        most: what it may be at most; None if nothing is asked.
        least: what it must be at least; None if nothing is asked.
    """

    name: str
    value: float
    unit: str = ""
    most: float | None = None
    least: float | None = None

    @property
    def holds(self) -> bool:
        """Whether it is as asked."""
        return (self.most is None or self.value <= self.most) and (
            self.least is None or self.value >= self.least
        )

    @property
    def row(self) -> str:
        """Its line in a table."""
        asked = f"at most {self.most:g}" if self.most is not None else ""
        asked = f"at least {self.least:g}" if self.least is not None else asked
        verdict = "" if not asked else "holds" if self.holds else "**falls short**"
        return f"| {self.name} | {self.value:.4g} {self.unit} | {asked} | {verdict} |"


def conclude(label: str, figures: list[Figure], load: float, *, write: bool) -> int:
    """Prints the figures, writes them down if asked, and tells by an exit code whether all hold.

    Args:
        label: of the table in the README that they replace.
        load: average of the machine, when the measuring began.
    """
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty"],
        cwd=README.parent,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()
    how = "a quiet machine" if load < 0.5 else f"a machine under load ({load:.1f}): its wall times say little"
    head = f"Measured {utc_now():%Y-%m-%d} at {commit or 'no commit'}, {os.cpu_count()} cores, {how}."
    lines = [
        head,
        "",
        "| figure | measured | asked | |",
        "| --- | --- | --- | --- |",
        *(one.row for one in figures),
    ]
    print("\n".join(lines))
    if write:
        text = README.read_text("utf-8")
        begin, end = f"<!-- {label} -->\n", f"<!-- end of {label} -->"
        before, _, rest = text.partition(begin)
        _, _, after = rest.partition(end)
        README.write_text(f"{before}{begin}" + "\n".join(lines) + f"\n{end}{after}", "utf-8")
    return 0 if all(one.holds for one in figures) else 1
