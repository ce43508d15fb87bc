"""robots.txt is read by RFC 9309."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webaudit.extract.robots import PERMISSION, REFUSAL, read_robots, sitemap_urls


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/c", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x.pdf?y", True),
        ("User-agent: *\nDisallow: /\nUser-agent: WebAudit\nAllow: /", "/a", True),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("\ufeffUser-agent: *\rDisallow: /a\r", "/a", False),
        ("user-AGENT : *\ndisallow : /a # why", "/a", False),
        ("User-agent: *\nDisallow: /a?x=", "/a?x=1", False),
        ("User-agent: *\nDisallow: //a", "/b", True),
        ("<html><body>404</body></html>", "/a", True),
    ],
)
def test_allows(text: str, path: str, allowed: bool) -> None:
    """The longest rule of our group decides."""
    assert read_robots(text.encode(), "webaudit").allows(f"https://a.test{path}") is allowed


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        ("User-agent: *\nCrawl-delay: 2.5", 2.5),
        ("User-agent: *\nRequest-rate: 1/5", 5.0),
        ("User-agent: *\nCrawl-delay: soon", None),
        ("User-agent: *\nCrawl-delay: -1", None),
        ("User-agent: *\nCrawl-delay: inf", None),
        ("User-agent: other\nCrawl-delay: 9", None),
        ("User-agent: *\nCrawl-delay: 1e300", 1e300),
    ],
)
def test_delay(text: str, delay: float | None) -> None:
    """The wish for a pause is read, if it is a number."""
    assert read_robots(text.encode(), "webaudit").crawl_delay == delay


def test_sitemaps() -> None:
    """Sitemap lines belong to no group and may be relative."""
    text = b"Sitemap: /a.xml\nUser-agent: x\nDisallow: /\nSITEMAP:https://b.test/b.xml\n"
    text += b"Sitemap: /a.xml\nSitemap: ftp://x/"

    assert sitemap_urls(read_robots(text, "webaudit"), "https://a.test/robots.txt") == (
        "https://a.test/a.xml",
        "https://b.test/b.xml",
    )


def test_disallows_all() -> None:
    """Nothing is allowed only if nothing is."""
    assert read_robots(b"User-agent: *\nDisallow: /", "webaudit").disallows_all
    assert not read_robots(b"User-agent: *\nDisallow: /a\n", "webaudit").disallows_all
    assert REFUSAL.disallows_all
    assert not PERMISSION.disallows_all


@given(st.binary(max_size=500))
def test_junk(data: bytes) -> None:
    """Whatever the bytes, nothing is raised."""
    read_robots(b"User-agent: *\nDisallow: /" + data, "webaudit").allows("https://a.test/b?c=%zz")


def test_floods_end_in_time() -> None:
    """Neither very many rules nor very many stars hold us up; forbidding by few words stays."""
    many = "User-agent: *\nDisallow: /x\n" + "".join(f"Disallow: /yyyy{number}\n" for number in range(60_000))
    stars = "User-agent: *\nDisallow: /" + "*a" * 5_000 + "\nDisallow: /x"

    assert not read_robots(many.encode(), "webaudit").allows("https://a.test/x")
    assert not read_robots(stars.encode(), "webaudit").allows("https://a.test/x")
    assert read_robots(stars.encode(), "webaudit").allows("https://a.test/" + "a" * 1_900)
