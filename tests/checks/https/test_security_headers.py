"""`security-headers`: framing, guessing of types, and what other sites are told."""

import pytest

from tests.evidence import heads
from webaudit.checks.https.security_headers import security_headers
from webaudit.model.finding import Outcome
from webaudit.model.heads import Heads

FRAME = ("x-frame-options", "SAMEORIGIN")
SNIFF = ("x-content-type-options", "nosniff")


def codes(evidence: Heads) -> list[str]:
    """What is wrong, in order."""
    return [one.code for one in security_headers(evidence) if one.outcome is Outcome.FAILED]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param([FRAME, SNIFF], [], id="enough"),
        pytest.param([], ["framing-open", "sniffing-open"], id="nothing"),
        pytest.param([("x-frame-options", " deny "), SNIFF], [], id="white space and case"),
        pytest.param(
            [("x-frame-options", "ALLOWALL"), SNIFF], ["framing-unknown"], id="a value nobody knows"
        ),
        pytest.param([("x-frame-options", "")], ["framing-unknown", "sniffing-open"], id="an empty value"),
        pytest.param([("content-security-policy", "frame-ancestors 'none'"), SNIFF], [], id="by policy"),
        pytest.param(
            [("content-security-policy", "frame-ancestors https:"), FRAME, SNIFF],
            ["framing-anybody"],
            id="a policy that lets in all is obeyed in place of the field",
        ),
        pytest.param(
            [("content-security-policy-report-only", "frame-ancestors 'none'"), SNIFF],
            ["framing-open"],
            id="a report",
        ),
        pytest.param(
            [FRAME, SNIFF, ("referrer-policy", "no-referrer, unsafe-url")],
            ["referrer-leaky"],
            id="the last known",
        ),
        pytest.param([FRAME, SNIFF, ("referrer-policy", "selalu")], [], id="an unknown one is passed over"),
    ],
)
def test_faults(fields: list[tuple[str, str]], expected: list[str]) -> None:
    """Each order that browsers do not get is a fault of its own."""
    assert codes(heads(fields)) == expected


def test_one_page_without() -> None:
    """An order on one page does not hide that it is missing on another."""
    (verdict,) = security_headers(heads([FRAME, SNIFF], [SNIFF]))

    assert verdict.code == "framing-open"
    assert (verdict.values["pages"], verdict.values["all"]) == (1, 2)
