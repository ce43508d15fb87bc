"""`external-dead-links`: what the pages link to on other sites exists."""

import pytest

from tests.evidence import SITE, link_target, link_targets
from webaudit.checks.services.external_dead_links import external_dead_links
from webaudit.model.evidence import LinkTarget
from webaudit.model.finding import Location, Outcome
from webaudit.model.reading import PageKind

OTHER = "https://b.test/"


def other(answer: str, kind: PageKind = PageKind.ERROR) -> LinkTarget:
    """A link to another site."""
    return link_target(answer, internal=False, kind=kind)


@pytest.mark.parametrize(
    ("target", "outcome", "code"),
    [
        pytest.param(other(f"200 {OTHER}", PageKind.CONTENT), Outcome.PASSED, "", id="exists"),
        pytest.param(other(f"404 {OTHER}"), Outcome.FAILED, "external-dead", id="404"),
        pytest.param(other(f"410 {OTHER}"), Outcome.FAILED, "external-dead", id="410"),
        pytest.param(other(f"dns {OTHER}"), Outcome.FAILED, "external-dead", id="no such host"),
        pytest.param(other(f"redirect-loop {OTHER}"), Outcome.FAILED, "no-way", id="circle"),
        pytest.param(other(f"200 {OTHER}", PageKind.PARKED), Outcome.FAILED, "parked", id="parked"),
        pytest.param(other(f"500 {OTHER}"), Outcome.CANT_TELL, "unanswered", id="trouble"),
        pytest.param(other(f"refused {OTHER}"), Outcome.CANT_TELL, "unanswered", id="down"),
        pytest.param(other(f"200 {OTHER}", PageKind.SOFT_404), Outcome.PASSED, "", id="a guess"),
        *(
            pytest.param(other(f"{status} {OTHER}"), Outcome.CANT_TELL, "unanswered", id=f"{status}")
            for status in (401, 403, 429)
        ),
    ],
)
def test_outcome(target: LinkTarget, outcome: Outcome, code: str) -> None:
    """What is gone for certain fails; passing trouble, and what turns us away, is open."""
    (verdict,) = external_dead_links(link_targets(target))

    assert (verdict.outcome, verdict.code) == (outcome, code)
    assert verdict.here == Location(SITE, snippet=OTHER)


@pytest.mark.parametrize(
    "target",
    [
        pytest.param(link_target(f"404 {SITE}x", kind=PageKind.ERROR), id="on the site itself"),
        pytest.param(link_target(f"404 {OTHER}", internal=False, found_on=()), id="a declared service"),
    ],
)
def test_not_meant(target: LinkTarget) -> None:
    """Links within the site, and what no page links, are other matters."""
    assert list(external_dead_links(link_targets(target))) == []


def test_a_resolver_of_ours_that_knows_nobody() -> None:
    """If no foreign name at all is known, the fault is ours and nothing is dead."""
    targets = (other("dns https://b.test/"), other("dns https://c.test/"))

    assert {verdict.code for verdict in external_dead_links(link_targets(*targets))} == {"unanswered"}
