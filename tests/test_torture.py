"""Whichever call fails: no torn file, a documented exit code, no site better or worse for a fault of ours."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.torture import OURS, WORLD, Torture, audit, check_files, check_law, two_sites
from webaudit.crawl.capture import PROBES

pytestmark = pytest.mark.network

SAMPLES = int(os.environ.get("WEBAUDIT_TORTURE", "6"))
"""Calls of each kind that are made to fail, spread over all of them; `make soak` asks for every one."""


@pytest.fixture(scope="module")
def sites() -> Iterator[tuple[str, ...]]:
    """The options that lead to two sites."""
    with two_sites() as options:
        yield options


def test_every_probe_has_something_to_bring_home(
    sites: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sites that are tortured below have style sheet, feed, document, and names in DNS."""
    torture = Torture("probe", monkeypatch)
    _, report = audit(tmp_path / "whole", sites, torture)
    assert report is not None
    outcomes = {one["check"]: one["outcome"] for one in report["sites"][0]["findings"]}

    # All but the browser, which is not asked for.
    assert torture.calls == 2 * (len(PROBES) - 1)
    assert {outcomes[check] for check in ("spf", "dmarc", "ipv6", "pdf-accessibility", "text-contrast")} <= {
        "passed",
        "failed",
    }


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("kind", [*OURS, *WORLD])
def test_nth_call_fails(
    kind: str,
    sites: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Of every kind of call, each in turn."""
    torture = Torture(kind, monkeypatch)
    code, undisturbed = audit(tmp_path / "whole", sites, torture)
    assert code == 0
    assert undisturbed is not None
    # Once more: what is read but once in a process has been read by now.
    code, undisturbed = audit(tmp_path / "again", sites, torture)
    assert undisturbed is not None
    calls = torture.calls
    assert calls

    broken: list[Any] = []
    # There are few probes: each of them fails, on either site.
    samples = calls if kind == "probe" else min(SAMPLES, calls)
    for number in (1 + calls * part // samples for part in range(samples)):
        folder = tmp_path / str(number)
        capsys.readouterr()
        try:
            code, report = audit(folder, sites, torture, number)
            said = capsys.readouterr().err
            check_law(code, report, undisturbed, kind)
            check_files(folder)
            # A bug in a probe or check is told as such, with its traceback, in the log.
            if kind not in ("probe", "check"):
                assert "Traceback" not in said
                assert "bug of webaudit" not in said
        except (AssertionError, OSError, ValueError) as error:
            broken.append((number, calls, repr(error)[:600]))
    assert not broken
