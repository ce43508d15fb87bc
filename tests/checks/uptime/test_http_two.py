"""`http-two`: what the server chooses in the handshake."""

from dataclasses import replace

import pytest

from tests.evidence import home, tls
from webaudit.checks.uptime.http_two import http_two
from webaudit.model.finding import Outcome


@pytest.mark.parametrize(
    ("alpn", "outcome"),
    [
        ("h2", Outcome.PASSED),
        ("http/1.1", Outcome.FAILED),
        ("", Outcome.FAILED),
        (None, Outcome.CANT_TELL),
    ],
)
def test_outcome(alpn: str | None, outcome: Outcome) -> None:
    """h2 passes, another choice or none fails, and what was not looked at is left open."""
    (verdict,) = http_two(home(), replace(tls(), alpn=alpn))

    assert verdict.outcome is outcome


def test_plain_site() -> None:
    """Browsers speak HTTP/2 over https alone: that a site has none is judged elsewhere."""
    assert list(http_two(home("200 http://a.example/"), replace(tls(), alpn="h2"))) == []
