"""`caching`: three quarters of the site's own files may be kept for a week."""

import pytest

from tests.evidence import SITE
from webaudit.checks.uptime.caching import caching
from webaudit.model.finding import Measure, Outcome
from webaudit.model.home_page import HomeWeight, Resource, ResourceKind

WEEK = 604_800


def weight(*files: Resource) -> HomeWeight:
    """A home page that loads these files."""
    return HomeWeight(SITE, 20_000, 1 + len(files), files)


def file(
    lifetime: int | None,
    *,
    own: bool = True,
    status: int | None = 200,
    kind: ResourceKind = ResourceKind.IMAGE,
) -> Resource:
    """A file that may be kept for so many seconds."""
    return Resource(f"{SITE}a", kind, own=own, status=status, size_bytes=10, lifetime_seconds=lifetime)


@pytest.mark.parametrize(
    ("files", "outcome", "code", "percent"),
    [
        pytest.param([file(WEEK)], Outcome.PASSED, "", 100, id="a week"),
        pytest.param([file(WEEK - 1)], Outcome.FAILED, "short-lifetime", 0, id="a second less"),
        pytest.param([file(0)], Outcome.FAILED, "short-lifetime", 0, id="not at all"),
        pytest.param([file(None)], Outcome.FAILED, "without-lifetime", 0, id="not said"),
        pytest.param([file(WEEK)] * 3 + [file(None)], Outcome.PASSED, "", 75, id="three of four"),
        pytest.param(
            [file(WEEK)] * 2 + [file(None)], Outcome.FAILED, "short-lifetime", 66, id="two of three"
        ),
        pytest.param([file(WEEK), file(60, own=False)], Outcome.PASSED, "", 100, id="others' do not count"),
        pytest.param([file(WEEK), file(60, status=404)], Outcome.PASSED, "", 100, id="nor what is gone"),
    ],
)
def test_outcome(files: list[Resource], outcome: Outcome, code: str, percent: int) -> None:
    """The share that is kept decides, and is told."""
    (verdict,) = caching(weight(*files))

    assert (verdict.outcome, verdict.code) == (outcome, code)
    assert verdict.measure == Measure("kept_percent", percent)


def test_unseen() -> None:
    """If no file of the site's own answered, it is left open."""
    (verdict,) = caching(weight(file(None, status=405), file(None, status=None)))

    assert verdict.outcome is Outcome.CANT_TELL


@pytest.mark.parametrize(
    "files",
    [[], [file(WEEK, own=False)], [file(None, kind=ResourceKind.FRAME)]],
    ids=["none", "others'", "frame"],
)
def test_no_target(files: list[Resource]) -> None:
    """A page without files of its own has nothing to keep; frames are pages."""
    assert list(caching(weight(*files))) == []
