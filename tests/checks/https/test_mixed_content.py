"""`mixed-content`: a secure page loads and sends nothing over plain http."""

import pytest

from tests.evidence import page
from webaudit.checks.https.mixed_content import mixed_content
from webaudit.model.finding import Outcome


def codes(html: str) -> list[str]:
    """The codes of what fails on a page."""
    return [verdict.code for verdict in mixed_content(page(html)) if verdict.code]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param('<script src="http://b.test/a.js"></script>', id="script"),
        pytest.param('<script src=" HTTP://b.test/a.js"></script>', id="in capitals, after a blank"),
        pytest.param('<link rel="Stylesheet" href="http://b.test/a.css">', id="style sheet"),
        pytest.param('<iframe src="http://b.test/peta"></iframe>', id="frame"),
        pytest.param('<object data="http://b.test/a.pdf"></object>', id="object"),
        pytest.param('<embed src="http://b.test/a.swf">', id="embed"),
        pytest.param('<base href="http://b.test/"><script src="a.js"></script>', id="under an http base"),
        pytest.param('<base href="http://b.test/"><script src="//c.test/a.js"></script>', id="its scheme"),
    ],
)
def test_active(html: str) -> None:
    """What can change the page is active content, and browsers refuse it."""
    assert codes(html) == ["active-content"]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param('<img src="http://b.test/a.png">', id="picture"),
        pytest.param('<img src="/a.png" srcset="/a.png 1x, http://b.test/b.png 2x">', id="candidate"),
        pytest.param(
            '<picture><source srcset="http://b.test/b.webp"><img src="/a.png"></picture>', id="source"
        ),
        pytest.param('<video poster="http://b.test/a.jpg"></video>', id="poster"),
        pytest.param('<video><source src="http://b.test/a.mp4"></video>', id="film"),
        pytest.param('<audio src="http://b.test/a.mp3"></audio>', id="sound"),
    ],
)
def test_passive(html: str) -> None:
    """What is only shown or heard is passive content."""
    assert codes(html) == ["passive-content"]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param('<form action="http://b.test/kirim" method="post"></form>', id="form"),
        pytest.param('<form action="/x"><button formaction="http://b.test/"></button></form>', id="button"),
    ],
)
def test_form(html: str) -> None:
    """What is written into a form must not go over plain http."""
    assert codes(html) == ["form-over-http"]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param('<a href="http://b.test/">Arsip</a>', id="link"),
        pytest.param('<!-- <script src="http://b.test/a.js"></script> -->', id="comment"),
        pytest.param('<noscript><img src="http://b.test/a.png"></noscript>', id="without scripts alone"),
        pytest.param('<template><img src="http://b.test/a.png"></template>', id="pattern"),
        pytest.param('<link rel="canonical" href="http://b.test/">', id="canonical"),
        pytest.param('<link rel="profile" href="http://gmpg.org/xfn/11">', id="profile"),
        pytest.param('<img src="/a.png"><script src="//b.test/a.js"></script>', id="relative"),
        pytest.param('<img src="https://b.test/http://c.test/a.png">', id="http further in"),
        pytest.param('<img src="data:image/svg+xml,http://b.test" alt="">', id="data"),
        pytest.param('<iframe src="about:blank"></iframe>', id="blank frame"),
        pytest.param('<script src="http://localhost:35729/reload.js"></script>', id="own device"),
        pytest.param('<p>http://b.test/a.js</p><script>"http://b.test/a.js"</script>', id="text"),
        pytest.param('<base href="http://b.test/"><img src="https://b.test/a.png">', id="whole, http base"),
    ],
)
def test_nothing_is_loaded(html: str) -> None:
    """Links, comments and text load nothing, and https is https."""
    (verdict,) = mixed_content(page(html))

    assert verdict.outcome is Outcome.PASSED


EVERYTHING = '<img src="http://b.test/a.png"><form action="http://b.test/"></form>'


def test_upgrade_by_header() -> None:
    """A policy that has browsers ask for https makes every such address one of https."""
    policy = "default-src 'self'; Upgrade-Insecure-Requests"
    (verdict,) = mixed_content(page(EVERYTHING, headers={"content-security-policy": policy}))

    assert verdict.outcome is Outcome.PASSED


def test_upgrade_by_element() -> None:
    """The same policy in a meta element counts."""
    meta = '<meta http-equiv="Content-Security-Policy" content="upgrade-insecure-requests">'

    assert codes(meta + EVERYTHING) == []


def test_a_policy_that_only_reports_upgrades_nothing() -> None:
    """What is named like it, or stands in another field, is no such policy."""
    only = {"content-security-policy-report-only": "upgrade-insecure-requests"}
    (first, *_) = mixed_content(page(EVERYTHING, headers=only))

    assert first.outcome is Outcome.FAILED
    assert codes('<meta name="x" content="upgrade-insecure-requests">' + EVERYTHING) != []


def test_plain_page() -> None:
    """A page that came over http itself has nothing to mix."""
    assert list(mixed_content(page(EVERYTHING, url="http://a.example/"))) == []


def test_each_place_is_told() -> None:
    """All places are named, the dangerous ones first, and no more than fit."""
    many = "".join(f'<img src="http://b.test/{number}.png">' for number in range(5_000))

    assert codes(many + '<script src="http://b.test/a.js"></script>')[:2] == [
        "active-content",
        "passive-content",
    ]
    assert len(codes(many)) == 200
