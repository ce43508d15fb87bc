"""`page-weight`: megabytes and requests of the home page, of which only the least is certain."""

import pytest

from tests.evidence import SITE, home
from webaudit.checks.uptime.page_weight import page_weight
from webaudit.model.finding import Measure, Outcome, Verdict
from webaudit.model.home_page import HomeWeight, Resource, ResourceKind
from webaudit.model.reading import PageKind


def file(
    size: int | None,
    *,
    text: bool = False,
    status: int | None = 200,
    url: str = f"{SITE}a",
) -> Resource:
    """A file that was asked."""
    kind = ResourceKind.SCRIPT if text else ResourceKind.IMAGE
    return Resource(url, kind, own=True, status=status, size_bytes=size, compressible=text)


def verdict(
    *files: Resource, page_bytes: int = 20_000, unasked: int = 0, kind: PageKind = PageKind.CONTENT
) -> Verdict:
    """What is said of a home page that loads these files, and some more that were not asked."""
    weight = HomeWeight(SITE, page_bytes, 1 + len(files) + unasked, files)
    (said,) = page_weight(home(kind=kind), weight)
    return said


@pytest.mark.parametrize(
    ("said", "outcome", "code"),
    [
        pytest.param(verdict(), Outcome.PASSED, "", id="nothing but itself"),
        pytest.param(verdict(file(2_480_000)), Outcome.PASSED, "", id="the limit itself"),
        pytest.param(verdict(file(2_480_001)), Outcome.FAILED, "too-heavy", id="a byte more"),
        pytest.param(verdict(page_bytes=2_500_001), Outcome.FAILED, "too-heavy", id="the page by itself"),
        pytest.param(
            verdict(file(3_000_000), file(None), unasked=300), Outcome.FAILED, "too-heavy", id="in any case"
        ),
        pytest.param(verdict(file(3_000_000, text=True)), Outcome.CANT_TELL, "unseen", id="compressed?"),
        pytest.param(verdict(file(900_000, text=True)), Outcome.PASSED, "", id="even uncompressed"),
        pytest.param(verdict(*[file(None, text=True)] * 9), Outcome.PASSED, "", id="nine texts unsaid"),
        pytest.param(verdict(*[file(None, text=True)] * 30), Outcome.CANT_TELL, "unseen", id="thirty"),
        pytest.param(verdict(file(None)), Outcome.CANT_TELL, "unseen", id="a picture unsaid"),
        pytest.param(verdict(unasked=1), Outcome.CANT_TELL, "unseen", id="one not asked"),
        pytest.param(verdict(file(None, status=None)), Outcome.CANT_TELL, "unseen", id="no answer"),
        pytest.param(verdict(file(9_000, status=405)), Outcome.CANT_TELL, "unseen", id="HEAD refused"),
        pytest.param(verdict(file(3_000_000, status=301)), Outcome.CANT_TELL, "unseen", id="redirected"),
        pytest.param(verdict(file(3_000_000, status=404)), Outcome.PASSED, "", id="a file that is gone"),
        pytest.param(verdict(*[file(10)] * 99), Outcome.PASSED, "", id="a hundred requests"),
        pytest.param(verdict(*[file(10)] * 100), Outcome.FAILED, "too-many-requests", id="one more"),
        pytest.param(verdict(unasked=100), Outcome.FAILED, "too-many-requests", id="whatever they weigh"),
        pytest.param(verdict(kind=PageKind.LOGIN), Outcome.CANT_TELL, "no-page", id="another page"),
    ],
)
def test_outcome(said: Verdict, outcome: Outcome, code: str) -> None:
    """Failed is what is too much in any case; passed, what cannot be too much."""
    assert (said.outcome, said.code) == (outcome, code)


def test_the_heaviest_file_is_named() -> None:
    """Whoever wants to repair it is told where to begin."""
    said = verdict(file(1_500_000, url=f"{SITE}kecil.jpg"), file(2_000_000, url=f"{SITE}besar.jpg"))

    assert said.values == {"megabytes": 3.5, "requests": 3, "url": f"{SITE}besar.jpg"}
    assert said.measure == Measure("home_kb", 3_520)
