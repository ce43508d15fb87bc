"""`redirects`: a short and safe way to the home page."""

import pytest

from tests.evidence import failure, home, region
from webaudit.checks.uptime.redirects import redirects
from webaudit.model.evidence import Home, Hop
from webaudit.model.finding import Outcome
from webaudit.model.reading import PageKind
from webaudit.model.record import Failure, FailureReason

LOOP = Home(
    (Hop("https://a.example/", 302, "https://a.example/", failure=Failure(FailureReason.REDIRECT_LOOP)),),
    PageKind.ERROR,
)


@pytest.mark.parametrize(
    ("evidence", "outcome", "code"),
    [
        pytest.param(home("200 https://a.example/"), Outcome.PASSED, "", id="none"),
        pytest.param(
            home(
                "301 http://a.example/\n301 https://a.example/\n302 https://www.a.example/\n200 https://www.a.example/id"
            ),
            Outcome.PASSED,
            "",
            id="three",
        ),
        pytest.param(
            home(
                "301 http://a.example/\n301 https://a.example/\n302 https://www.a.example/\n"
                "302 https://www.a.example/id\n200 https://www.a.example/id/"
            ),
            Outcome.FAILED,
            "long",
            id="four",
        ),
        pytest.param(
            home("302 https://a.example/\n200 http://a.example/x"),
            Outcome.FAILED,
            "downgrade",
            id="back to http",
        ),
        pytest.param(
            home("302 https://a.example/\n302 http://a.example/x\n200 https://a.example/x"),
            Outcome.FAILED,
            "ping-pong",
            id="to http and back",
        ),
        pytest.param(
            home("302 https://a.example/\n200 https://b.example/"),
            Outcome.FAILED,
            "other-host",
            id="elsewhere",
        ),
        pytest.param(
            home("302 https://a.contohprov.go.id/\n200 https://b.contohprov.go.id/"),
            Outcome.PASSED,
            "sibling-host",
            id="another host of the province",
        ),
        pytest.param(
            home("302 https://a.contohprov.go.id/\n200 https://evilcontohprov.go.id/"),
            Outcome.FAILED,
            "other-host",
            id="a look-alike of the province",
        ),
        pytest.param(
            home("tls https://a.example/\n200 http://a.example/"),
            Outcome.PASSED,
            "",
            id="a fallback is no redirect",
        ),
        pytest.param(LOOP, Outcome.FAILED, "loop", id="circle"),
        pytest.param(failure("redirect-limit"), Outcome.FAILED, "endless", id="endless"),
        pytest.param(failure("bad-redirect"), Outcome.FAILED, "nowhere", id="nowhere"),
        pytest.param(failure("dns"), Outcome.CANT_TELL, "no-answer", id="an outage is judged elsewhere"),
    ],
)
def test_outcome(evidence: Home | Failure, outcome: Outcome, code: str) -> None:
    """One verdict on the whole way, the worst that can be said of it."""
    (verdict,) = redirects(evidence, region())

    assert (verdict.outcome, verdict.code) == (outcome, code)
