"""docs/threats.md names, for each row, tests that are there."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROWS = [line for line in (ROOT / "docs/threats.md").read_text("utf-8").splitlines() if line.startswith("| ")]
NAMED = re.compile(r"`((?:\w+/)*test_\w+\*?)(?:::(test_\w+\*?))?`")


def modules(name: str) -> list[Path]:
    """The files of tests that a name may mean: a path below tests, or the name of a file anywhere there."""
    return [path for path in (ROOT / "tests").rglob(f"{name.rpartition('/')[2]}.py") if name in str(path)]


def functions(path: Path) -> list[str]:
    """The tests of a file."""
    return [
        node.name for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.FunctionDef)
    ]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[:40])
def test_row_names_tests_that_are_there(row: str) -> None:
    """Each name is a file of tests, or a test in the file that was named last; a star stands for the rest."""
    files: list[Path] = []
    missing = []
    for name, function in NAMED.findall(row):
        found = modules(name)
        wanted = function if found else name
        files = found or files
        if wanted and not any(
            re.fullmatch(wanted.replace("*", r"\w+"), one) for path in files for one in functions(path)
        ):
            missing.append(f"{name}::{function}".removesuffix("::"))

    assert missing == []
