"""The second look that an audit takes by itself at a site that seems to be injected."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import webaudit
from webaudit.demo.server import Province

pytestmark = pytest.mark.network

INJECTED = "disperkim"
SECOND = "0.02"
"""Minutes after the first look."""


@pytest.fixture(scope="module")
def reach() -> Iterator[list[str]]:
    """How the example province is reached: the list of its sites, and options."""
    with Province() as province:
        routes = [f"{r.host}:{r.port}:{r.address}:{r.to_port}" for r in province.routes]
        options = [option for route in routes for option in ("--resolve", route)]
        yield [str(province.sites_file), "--ca-bundle", str(province.ca_bundle), *options]


def audit(reach: list[str], run: Path, *more: str) -> dict[str, Any]:
    """The report on the injected site, audited at once."""
    done = webaudit(
        *("audit", *reach, "--run", str(run), "--only", INJECTED, "--rate", "0", "--max-pages", "10"),
        *("--json", "-", *more),
    )
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def state(report: dict[str, Any]) -> str:
    """What the report says of the gate."""
    (site,) = report["sites"]
    (gate,) = (gate for gate in site["gates"] if gate["id"] == "injected")
    return str(gate["state"])


def test_confirmed(reach: list[str], tmp_path: Path) -> None:
    """What two looks agree on has failed, and whoever replays the run reads the same."""
    report = audit(reach, tmp_path / "run", "--recheck-after", SECOND)
    again = webaudit("assess", tmp_path / "run", "--json", "-")

    assert state(report) == "failed"
    assert list((tmp_path / "run" / "rechecks").glob(f"*-{INJECTED}"))
    assert json.loads(again.stdout) == report
    assert webaudit("verify", tmp_path / "run").returncode == 0


def test_no_time(reach: list[str], tmp_path: Path) -> None:
    """Where the deadline comes first, it stays suspected, and nothing waits."""
    report = audit(reach, tmp_path / "run", "--recheck-after", "600", "--deadline", "5")

    assert state(report) == "suspected"
    assert not list((tmp_path / "run" / "rechecks").glob(f"*-{INJECTED}"))


def test_gone_on_with(reach: list[str], tmp_path: Path) -> None:
    """A run that ended before its second look is found by `--resume`, and takes it."""
    first = audit(reach, tmp_path / "runs" / "run", "--recheck-after", "600", "--deadline", "5")
    run_json = tmp_path / "runs" / "run" / "run.json"
    run_json.write_text(run_json.read_text().replace('"recheck_after": 36000.0', '"recheck_after": 1.0'))
    done = webaudit("audit", "--resume", "", "--json", "-", cwd=tmp_path)

    assert state(first) == "suspected"
    assert done.returncode == 0, done.stderr
    assert state(json.loads(done.stdout)) == "failed"
    assert not (run_json.parent / "rechecks" / ".due").exists()
