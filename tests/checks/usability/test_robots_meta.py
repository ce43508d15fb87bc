"""`robots-meta`: no page of content forbids search engines to list it."""

import pytest

from tests.evidence import SITE, page
from webaudit.checks.usability.robots_meta import robots_meta
from webaudit.model.finding import Outcome


@pytest.mark.parametrize(
    ("html", "code"),
    [
        pytest.param("<p>x", "", id="nothing said"),
        pytest.param('<meta name="robots" content="index, follow, max-image-preview:large">', "", id="all"),
        pytest.param('<meta name="robots" content="noarchive">', "", id="no copy kept"),
        pytest.param('<meta name="robots" content="max-snippet:-1, noimageindex">', "", id="no pictures"),
        pytest.param('<meta name="robots" content="NOINDEX,follow">', "noindex", id="case"),
        pytest.param('<meta name="robots" content="none">', "noindex", id="none"),
        pytest.param('<meta name="googlebot" content="noindex">', "noindex", id="Google"),
        pytest.param('<meta name="otherbot" content="noindex">', "", id="some other robot"),
        pytest.param('<meta name="robots" content="index, nofollow">', "nofollow", id="links"),
        pytest.param(
            '<meta name="robots" content="index"><meta name="robots" content="noindex">',
            "noindex",
            id="the strictest of several",
        ),
    ],
)
def test_meta(html: str, code: str) -> None:
    """All orders to the search engines that count are taken together, as they do."""
    (verdict,) = robots_meta(page(html))

    assert (verdict.outcome is Outcome.PASSED, verdict.code) == (not code, code)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("noindex, nofollow", "noindex"),
        ("googlebot: noindex", "noindex"),
        ("otherbot: noindex", ""),
        ("unavailable_after: 25 Jun 2030 15:00:00 PST", ""),
        ("max-snippet: 20, noindex", "noindex"),
        ("all", ""),
    ],
)
def test_field(value: str, code: str) -> None:
    """The field of the answer says the same as the element, and may name a robot."""
    (verdict,) = robots_meta(page("<p>x", headers={"x-robots-tag": value}))

    assert verdict.code == code


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("layanan", True),
        ("?p=7", True),
        ("berita/pencarian-korban-banjir", True),
        ("laman/cari-kerja", True),
        ("page/visi-misi", True),
        ("berita/page/2/", False),
        ("tag/vaksin/", False),
        ("2024/05/", False),
        ("berita?page=2", False),
        ("?s=ppid", False),
        ("cari/ppid", False),
        ("author/admin", False),
    ],
)
def test_which_pages(path: str, meant: bool) -> None:
    """Lists and results of searches may stay out of search engines; pages may not."""
    shown = page('<meta name="robots" content="noindex">', url=SITE + path)

    assert bool(list(robots_meta(shown))) is meant
