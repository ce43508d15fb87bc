"""`home-answers`: the door is open; the auditor's faults are never the site's."""

import pytest

from tests.evidence import failure, home
from webaudit.checks.uptime.home_answers import home_answers
from webaudit.model.evidence import Home
from webaudit.model.finding import Outcome
from webaudit.model.reading import PageKind
from webaudit.model.record import Failure, FailureReason

OURS = {
    FailureReason.BUDGET,
    FailureReason.NOT_CAPTURED,
    FailureReason.ROBOTS,
    FailureReason.OUR_NETWORK,
    FailureReason.AUDITOR_ERROR,
    FailureReason.CHECK_ERROR,
    FailureReason.INVALID_ENTRY,
    FailureReason.BLOCKED,
    FailureReason.RATE_LIMITED,
}


@pytest.mark.parametrize(
    ("evidence", "outcome", "code"),
    [
        pytest.param(home("200 https://a.example/"), Outcome.PASSED, "", id="answers"),
        pytest.param(home("200 https://a.example/", attempts=2), Outcome.PASSED, "flaky", id="second try"),
        pytest.param(
            home("301 http://a.example/\n200 https://a.example/"), Outcome.PASSED, "", id="after a redirect"
        ),
        pytest.param(
            home("tls https://a.example/\n200 http://a.example/"),
            Outcome.PASSED,
            "other-scheme",
            id="http alone",
        ),
        pytest.param(
            home("200 https://a.example/", kind=PageKind.SHELL), Outcome.PASSED, "", id="filled by a script"
        ),
        pytest.param(
            home("500 https://a.example/", kind=PageKind.ERROR),
            Outcome.FAILED,
            "server-error",
            id="server error",
        ),
        pytest.param(
            home("404 https://a.example/", kind=PageKind.ERROR), Outcome.FAILED, "client-error", id="missing"
        ),
        pytest.param(
            home("403 https://a.example/", kind=PageKind.BLOCKED), Outcome.CANT_TELL, "blocked", id="firewall"
        ),
        pytest.param(
            home("200 https://a.example/", kind=PageKind.BLOCKED),
            Outcome.CANT_TELL,
            "blocked",
            id="challenge",
        ),
        pytest.param(
            home("301 http://a.example/\nreset https://a.example/", kind=PageKind.ERROR),
            Outcome.FAILED,
            "reset",
            id="a redirect to what does not answer",
        ),
        pytest.param(failure("timeout"), Outcome.FAILED, "timeout", id="silence"),
    ],
)
def test_outcome(evidence: Home | Failure, outcome: Outcome, code: str) -> None:
    """A page that comes passes; an error, a stranger's page or silence fails; what turns us away is open."""
    (verdict,) = home_answers(evidence)

    assert (verdict.outcome, verdict.code) == (outcome, code)


@pytest.mark.parametrize("reason", FailureReason)
def test_every_reason(reason: FailureReason) -> None:
    """Whatever the Failure, there is a verdict; a fault of ours, or a firewall, never fails the site."""
    (verdict,) = home_answers(Failure(reason))

    assert verdict.outcome in {Outcome.FAILED, Outcome.CANT_TELL}
    if reason in OURS:
        assert verdict.outcome is Outcome.CANT_TELL
