"""`content-security`: what all policies together let a browser run, over all pages."""

import pytest

from tests.evidence import heads, page
from webaudit.checks.https.content_security import content_security
from webaudit.extract.heads import head
from webaudit.model.finding import Location, Outcome, Verdict
from webaudit.model.heads import Heads

_CSP = "content-security-policy"
GOOD = ((_CSP, "default-src 'self'"),)


def asked(html: str, policy: str = "") -> Verdict:
    """The verdict on one page as a server sends it."""
    one = page(html, headers={_CSP: policy} if policy else None)
    (verdict,) = content_security(Heads((head(one),)))
    return verdict


def test_worst_page_decides() -> None:
    """One page without a policy opens the host, and is named with the number of its like."""
    (verdict,) = content_security(heads(GOOD, (), GOOD, ()))

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "csp-missing")
    assert (verdict.values["pages"], verdict.values["all"]) == (2, 4)
    assert isinstance(verdict.here, Location)
    assert verdict.here.url.endswith("/1")


def test_widest_opening_is_told() -> None:
    """Of several faults the widest is told, whatever page it is on."""
    narrow = ((_CSP, "default-src 'self'; script-src 'self' 'unsafe-eval'"),)
    wide = ((_CSP, "default-src 'self'; script-src 'unsafe-inline'"),)
    (verdict,) = content_security(heads(narrow, wide))

    assert verdict.code == "inline-scripts"


def test_no_pages() -> None:
    """Where no page was read there is no target."""
    assert list(content_security(Heads(()))) == []


@pytest.mark.parametrize(
    ("html", "code"),
    [
        pytest.param(
            "<head><meta http-equiv=Content-Security-Policy content=\"default-src 'self'\"></head><p>a",
            "",
            id="in the head",
        ),
        pytest.param(
            "<head></head><p>a<meta http-equiv=Content-Security-Policy content=\"default-src 'self'\">",
            "csp-in-body",
            id="in the body",
        ),
        pytest.param(
            "<head><noscript><meta http-equiv=Content-Security-Policy content=\"default-src 'self'\">"
            "</noscript></head><p>a",
            "csp-in-body",
            id="for browsers without scripts",
        ),
        pytest.param(
            "<head><meta http-equiv=Content-Security-Policy content=\"frame-ancestors 'none'\"></head>",
            "csp-missing",
            id="nothing that holds in a page",
        ),
        pytest.param(
            "<head><meta name=Content-Security-Policy content=\"default-src 'self'\"></head>",
            "csp-missing",
            id="by a name",
        ),
        pytest.param(
            "<!-- <meta http-equiv=Content-Security-Policy content=\"default-src 'self'\"> --><p>a",
            "csp-missing",
            id="in a comment",
        ),
    ],
)
def test_in_the_page(html: str, code: str) -> None:
    """A policy of the page counts where browsers obey it: as a meta element right in the head."""
    assert asked(html).code == code


def test_page_narrows_the_field() -> None:
    """What the field leaves open the page may shut; both hold at once."""
    html = "<head><meta http-equiv=Content-Security-Policy content=\"script-src 'self'\"></head>"

    assert asked(html, "default-src 'self' 'unsafe-inline'").outcome is Outcome.PASSED
