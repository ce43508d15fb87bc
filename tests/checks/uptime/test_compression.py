"""`compression`: the home page's HTML is compressed."""

from dataclasses import replace

import pytest

from tests.evidence import home
from webaudit.checks.uptime.compression import compression
from webaudit.model.finding import Outcome
from webaudit.model.reading import PageKind


@pytest.mark.parametrize(
    ("coding", "size", "outcome"),
    [
        pytest.param("gzip", 9_000, Outcome.PASSED, id="gzip"),
        pytest.param("BR", 9_000, Outcome.PASSED, id="brotli, in capitals"),
        pytest.param("zstd", 9_000, Outcome.PASSED, id="zstd"),
        pytest.param("identity, gzip", 9_000, Outcome.PASSED, id="one of two"),
        pytest.param("gzip", 900, Outcome.PASSED, id="small, and compressed"),
        pytest.param(None, 1_024, Outcome.FAILED, id="one kilobyte"),
        pytest.param("identity", 9_000, Outcome.FAILED, id="named, and none"),
        pytest.param("utf-8", 9_000, Outcome.FAILED, id="no coding at all"),
    ],
)
def test_outcome(coding: str | None, size: int, outcome: Outcome) -> None:
    """What is compressed passes; what is not, and has a size worth it, fails."""
    headers = () if coding is None else (("content-encoding", coding),)
    (verdict,) = compression(replace(home(), headers=headers, size_bytes=size))

    assert verdict.outcome is outcome


def test_small_pages_have_no_target() -> None:
    """Below a kilobyte there is nothing to win."""
    assert list(compression(replace(home(), size_bytes=1_023))) == []


def test_other_pages_are_left_open() -> None:
    """A firewall's page is sent by the firewall."""
    (verdict,) = compression(replace(home(kind=PageKind.BLOCKED), size_bytes=9_000))

    assert verdict.outcome is Outcome.CANT_TELL
