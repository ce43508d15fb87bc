"""`declared-services`: what the agency says it offers can be opened."""

import pytest

from tests.evidence import failure, link_target, link_targets, site
from webaudit.checks.services.declared_services import declared_services
from webaudit.model.evidence import LinkTarget
from webaudit.model.finding import Outcome
from webaudit.model.reading import PageKind

URL = "https://antrean.contohprov.go.id/"


@pytest.mark.parametrize(
    ("answer", "outcome", "code"),
    [
        pytest.param(link_target(f"200 {URL}"), Outcome.PASSED, "", id="answers"),
        pytest.param(link_target(f"200 {URL}", kind=PageKind.LOGIN), Outcome.PASSED, "", id="asks to log in"),
        pytest.param(link_target(f"200 {URL}", kind=PageKind.SHELL), Outcome.PASSED, "", id="an application"),
        pytest.param(link_target(f"301 {URL}\n200 {URL}id"), Outcome.PASSED, "", id="after a redirect"),
        pytest.param(
            link_target(f"500 {URL}", kind=PageKind.ERROR), Outcome.FAILED, "error", id="server error"
        ),
        pytest.param(link_target(f"404 {URL}", kind=PageKind.ERROR), Outcome.FAILED, "error", id="missing"),
        pytest.param(
            link_target(f"200 {URL}", kind=PageKind.SOFT_404), Outcome.FAILED, "missing", id="soft 404"
        ),
        pytest.param(link_target(f"200 {URL}", kind=PageKind.PARKED), Outcome.FAILED, "parked", id="parked"),
        pytest.param(link_target(f"200 {URL}", kind=PageKind.EMPTY), Outcome.FAILED, "empty", id="not begun"),
        pytest.param(
            link_target(f"503 {URL}", kind=PageKind.ERROR), Outcome.CANT_TELL, "unanswered", id="a bad moment"
        ),
        pytest.param(link_target(f"dns {URL}"), Outcome.FAILED, "dead", id="no such host"),
        pytest.param(link_target(f"refused {URL}"), Outcome.FAILED, "dead", id="refused"),
        pytest.param(link_target(f"timeout {URL}"), Outcome.CANT_TELL, "unanswered", id="silence"),
        pytest.param(
            link_target(f"403 {URL}", kind=PageKind.BLOCKED), Outcome.CANT_TELL, "unanswered", id="firewall"
        ),
        pytest.param(
            link_target(f"429 {URL}", kind=PageKind.ERROR), Outcome.CANT_TELL, "unanswered", id="too often"
        ),
    ],
)
def test_outcome(answer: LinkTarget, outcome: Outcome, code: str) -> None:
    """A service passes when its address answers; what turns us away or is silent is open."""
    (verdict,) = declared_services(site(("Antrean", URL)), link_targets(answer))

    assert (verdict.outcome, verdict.code) == (outcome, code)


def test_each_service_is_a_target() -> None:
    """One verdict for each service, in the order of the list, whether it was asked or not."""
    verdicts = declared_services(
        site(("A", URL), ("B", "https://b.example")), link_targets(link_target(f"200 {URL}"))
    )

    assert [verdict.outcome for verdict in verdicts] == [Outcome.PASSED, Outcome.CANT_TELL]


def test_no_services() -> None:
    """An agency that declares none has no target, whatever else failed."""
    assert list(declared_services(site(), failure("budget"))) == []
