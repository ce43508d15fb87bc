"""What the Observatory would have seen, out of the Exchanges of a capture."""

from collections.abc import Sequence

import pytest

from tests.evidence import certificate, exchange, failure, page, tls
from webaudit.extract import records
from webaudit.extract.heads import head
from webaudit.extract.observatory_seen import ORIGIN, Sight
from webaudit.extract.observatory_sight import cors, scripts, sight
from webaudit.model.evidence import Exchange, Purpose
from webaudit.model.plan import Plan
from webaudit.model.record import Failure
from webaudit.model.site import Site

HTTPS, HTTP = "https://dinas.contohprov.go.id/", "http://dinas.contohprov.go.id/"
GOOD = tls()
CORS = exchange(url=HTTPS, status=204, purpose=Purpose.CORS)


def answer(url: str, status: int = 200, to: str = "", purpose: Purpose = Purpose.HOME) -> Exchange:
    """An answer; a redirect if it leads somewhere."""
    return exchange(url=url, status=status, headers={"location": to} if to else None, purpose=purpose)


PLAIN = answer(HTTP, 301, HTTPS, Purpose.PLAIN_HTTP)


def seen(
    *exchanges: Exchange, start: str = HTTPS, handshake: object = GOOD, html: str = "<p>a"
) -> Sight | Failure:
    """What there was to see of a site that the list has at `start`."""
    plan = Plan(Site("dinas", start))
    home, plain = records.home(plan, exchanges), records.plain_http(plan, exchanges)
    one = page(html)
    return sight(plan, home, plain, handshake, None, exchanges, head(one), scripts(one))  # type: ignore[arg-type]


def urls(replies: Sequence[object]) -> list[str]:
    """Where a chain led."""
    return [reply.url for reply in replies]  # type: ignore[attr-defined]


def test_both_ways() -> None:
    """The start address is the way over https, the probe's the one over http."""
    found = seen(answer(HTTPS), PLAIN, CORS)

    assert isinstance(found, Sight)
    assert urls(found.https) == [HTTPS]
    assert urls(found.http) == [HTTP, HTTPS]
    assert found.trusted
    assert found.preflight is not None


def test_listed_over_http() -> None:
    """Where the list has the plain address, https begins where it leads there."""
    found = seen(answer(HTTP, 301, HTTPS), answer(HTTPS), CORS, start=HTTP)

    assert isinstance(found, Sight)
    assert urls(found.http) == [HTTP, HTTPS]
    assert urls(found.https) == [HTTPS]


def test_port_80_is_shut() -> None:
    """Silence over http is no answer."""
    shut = exchange(url=HTTP, status=None, failure=failure("refused"), purpose=Purpose.PLAIN_HTTP)
    found = seen(answer(HTTPS), shut, CORS)

    assert isinstance(found, Sight)
    assert found.http == ()


@pytest.mark.parametrize(
    ("handshake", "trusted"),
    [
        (tls(10), False),
        (tls(0, certificate(names=("lain.example",))), False),
        (failure("budget"), True),
        (GOOD, True),
    ],
)
def test_trust(handshake: object, trusted: bool) -> None:
    """A chain that does not verify, and one of another name, are bad certificates."""
    found = seen(answer(HTTPS), PLAIN, CORS, handshake=handshake)

    assert isinstance(found, Sight)
    assert found.trusted is trusted


@pytest.mark.parametrize(
    ("exchanges", "start", "handshake", "reason"),
    [
        pytest.param((answer(HTTPS, 500), CORS), HTTPS, GOOD, "http-status", id="an error"),
        pytest.param(
            (answer(HTTPS), answer(HTTP, 200, "", Purpose.PLAIN_HTTP)),
            HTTPS,
            GOOD,
            "not-captured",
            id="older run",
        ),
        pytest.param(
            (answer(HTTP), CORS), HTTP, GOOD, "not-captured", id="https speaks, and nobody asked it"
        ),
        pytest.param((), HTTPS, GOOD, "not-captured", id="nothing"),
    ],
)
def test_too_little(exchanges: Sequence[Exchange], start: str, handshake: object, reason: str) -> None:
    """What was not seen is not graded; the reason is told."""
    found = seen(*exchanges, start=start, handshake=handshake)

    assert isinstance(found, Failure)
    assert found.reason == reason


def test_no_https_at_all() -> None:
    """Where https is refused, the plain answer is graded."""
    found = seen(answer(HTTP), CORS, start=HTTP, handshake=failure("refused"))

    assert isinstance(found, Sight)
    assert (found.https, urls(found.chain)) == ((), [HTTP])


def test_what_the_page_says() -> None:
    """Meta elements anywhere, the last referrer, and scripts in order."""
    html = (
        "<head><meta http-equiv=Content-Security-Policy content=\"default-src 'self'\">"
        "<meta name=referrer content=origin><meta name=referrer content=no-referrer>"
        "<script src=/a.js integrity=sha384-x></script></head><p>a<script>1</script>"
    )
    found = seen(answer(HTTPS), PLAIN, CORS, html=html)

    assert isinstance(found, Sight)
    assert found.policies == ("default-src 'self'",)
    assert found.referrer == "no-referrer"
    assert [(script.src, script.integrity) for script in found.scripts] == [("/a.js", True)]
    assert found.other_scripts


def test_cors_record() -> None:
    """The record tells what was sent, and what was allowed."""
    fields = {"access-control-allow-origin": ORIGIN, "access-control-allow-credentials": "true"}
    asked = exchange(url=HTTPS, headers=fields, purpose=Purpose.CORS)
    record = cors([asked])

    assert not isinstance(record, Failure)
    assert (record.allowed, record.credentials, record.origin) == (ORIGIN, True, "")
    assert isinstance(cors([]), Failure)
