"""`https-forced`: http leads to https, or is closed."""

import pytest

from tests.evidence import failure, home, plain_http
from webaudit.checks.https.https_forced import https_forced
from webaudit.model.evidence import PlainHttp
from webaudit.model.finding import Outcome
from webaudit.model.record import Failure


@pytest.mark.parametrize(
    ("evidence", "outcome", "code"),
    [
        pytest.param(
            plain_http("301 http://a.example/ -> https://a.example/"),
            Outcome.PASSED,
            "",
            id="redirect not followed",
        ),
        pytest.param(
            plain_http("301 http://a.example/\n200 https://www.a.example/"), Outcome.PASSED, "", id="to www"
        ),
        pytest.param(
            plain_http("301 http://a.example/\n301 http://www.a.example/\n200 https://www.a.example/"),
            Outcome.PASSED,
            "",
            id="by way of http",
        ),
        pytest.param(
            plain_http("302 http://a.example/\n200 https://a.example/"),
            Outcome.PASSED,
            "temporary",
            id="temporary",
        ),
        pytest.param(failure("refused"), Outcome.PASSED, "http-closed", id="refused"),
        pytest.param(failure("timeout"), Outcome.PASSED, "http-closed", id="filtered"),
        pytest.param(plain_http("200 http://a.example/"), Outcome.FAILED, "served-plain", id="no redirect"),
        pytest.param(
            plain_http("301 http://a.example/\n200 http://a.example/id"),
            Outcome.FAILED,
            "served-plain",
            id="to http",
        ),
        pytest.param(plain_http("404 http://a.example/"), Outcome.FAILED, "error", id="an error"),
        pytest.param(
            plain_http("301 http://a.example/ -> https://b.example/"),
            Outcome.FAILED,
            "other-host",
            id="elsewhere",
        ),
        pytest.param(plain_http("403 http://a.example/"), Outcome.CANT_TELL, "unclear", id="turned away"),
        pytest.param(failure("budget"), Outcome.CANT_TELL, "unclear", id="not asked"),
        pytest.param(failure("dns"), Outcome.CANT_TELL, "unclear", id="a fault on our side"),
    ],
)
def test_outcome(evidence: PlainHttp | Failure, outcome: Outcome, code: str) -> None:
    """A site with https passes when plain http ends at https of its own, or does not answer."""
    (verdict,) = https_forced(home("200 https://a.example/"), evidence)

    assert (verdict.outcome, verdict.code) == (outcome, code)


@pytest.mark.parametrize("evidence", [plain_http("200 http://a.example/"), failure("refused")])
def test_site_without_https(evidence: PlainHttp | Failure) -> None:
    """A site that ends at http fails, whatever the probe says."""
    (verdict,) = https_forced(home("tls https://a.example/\n200 http://a.example/"), evidence)

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "http-only")
