"""`dead-links`: what the pages link to exists."""

import pytest

from tests.evidence import SITE, link_target, link_targets
from webaudit.checks.services.dead_links import dead_links
from webaudit.model.evidence import LinkTarget
from webaudit.model.finding import Location, Outcome
from webaudit.model.reading import PageKind

OWN = f"{SITE}x"


@pytest.mark.parametrize(
    ("target", "outcome", "code"),
    [
        pytest.param(link_target(f"200 {OWN}"), Outcome.PASSED, "", id="exists"),
        pytest.param(link_target(f"301 {OWN}\n200 {SITE}"), Outcome.PASSED, "", id="moved"),
        pytest.param(link_target(f"404 {OWN}", kind=PageKind.ERROR), Outcome.FAILED, "dead", id="404"),
        pytest.param(link_target(f"410 {OWN}", kind=PageKind.ERROR), Outcome.FAILED, "dead", id="410"),
        pytest.param(
            link_target(f"500 {OWN}", kind=PageKind.ERROR), Outcome.FAILED, "server-error", id="500"
        ),
        pytest.param(
            link_target(f"200 {OWN}", kind=PageKind.SOFT_404), Outcome.FAILED, "soft-404", id="soft 404"
        ),
        pytest.param(link_target(f"dns {OWN}"), Outcome.FAILED, "dead", id="no such host"),
        pytest.param(link_target(f"redirect-loop {OWN}"), Outcome.FAILED, "no-way", id="circle"),
        pytest.param(link_target(f"timeout {OWN}"), Outcome.CANT_TELL, "unanswered", id="silence"),
        pytest.param(
            link_target(f"503 {OWN}", kind=PageKind.ERROR), Outcome.CANT_TELL, "unanswered", id="a bad moment"
        ),
        pytest.param(
            link_target(f"503 {OWN}", kind=PageKind.BLOCKED), Outcome.CANT_TELL, "unanswered", id="challenge"
        ),
        pytest.param(link_target(f"200 {OWN}", kind=PageKind.PARKED), Outcome.FAILED, "parked", id="parked"),
    ],
)
def test_outcome(target: LinkTarget, outcome: Outcome, code: str) -> None:
    """What is gone for certain fails; silence, and what turns us away, is open."""
    (verdict,) = dead_links(link_targets(target))

    assert (verdict.outcome, verdict.code) == (outcome, code)


def test_place() -> None:
    """The place is the page that holds the link, and two dead links on it are two causes."""
    verdicts = list(dead_links(link_targets(link_target(f"404 {OWN}"), link_target(f"404 {SITE}y"))))

    assert [verdict.here for verdict in verdicts] == [
        Location(SITE, snippet=OWN),
        Location(SITE, snippet=f"{SITE}y"),
    ]


def test_declared_service_is_not_a_link() -> None:
    """What no page links is judged as a declared service."""
    assert list(dead_links(link_targets(link_target(f"404 {OWN}", found_on=())))) == []


def test_another_site_is_not_meant() -> None:
    """A dead link to another site is another matter."""
    target = link_target("404 https://b.test/", internal=False, kind=PageKind.ERROR)

    assert list(dead_links(link_targets(target))) == []
