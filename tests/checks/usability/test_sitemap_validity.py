"""`sitemap-validity`: the list of pages for search engines is in order."""

import pytest

from tests.evidence import SITE, home, moment, sitemaps
from webaudit.checks.usability.sitemap_validity import sitemap_validity
from webaudit.model.evidence import Sitemaps

PAGE = (f"{SITE}x", "2026-01-02")


def many(lastmod: str, count: int = 10) -> Sitemaps:
    """A sitemap of so many pages that all have this date."""
    return sitemaps(*((f"{SITE}{n}", lastmod) for n in range(count)))


@pytest.mark.parametrize(
    ("record", "code"),
    [
        pytest.param(sitemaps(PAGE), "", id="in order"),
        pytest.param(Sitemaps(sitemaps(PAGE).entries, ("too-large",)), "", id="our own limit"),
        pytest.param(sitemaps(PAGE, ("https://www.contohprov.go.id/", "")), "", id="the province's host"),
        pytest.param(many(""), "", id="no dates"),
        pytest.param(many("2026-07-04"), "", id="all of yesterday"),
        pytest.param(many("2026-07-05", 9), "", id="few of today"),
        pytest.param(Sitemaps((), ("not-found",)), "absent", id="none"),
        pytest.param(Sitemaps((), ("not-xml",)), "broken", id="no XML"),
        pytest.param(
            Sitemaps(sitemaps(PAGE).entries, ("unescaped-ampersand",)), "broken", id="bare ampersand"
        ),
        pytest.param(Sitemaps(()), "empty", id="no page"),
        pytest.param(sitemaps(PAGE, ("http://localhost/x", "")), "other-site", id="the maker's machine"),
        pytest.param(sitemaps(("https://vendor.example/x", "")), "other-site", id="the vendor's site"),
        pytest.param(many("2026-07-05T02:59:59+00:00"), "all-today", id="made as it was asked"),
        pytest.param(many("2026-07-05"), "all-today", id="today"),
    ],
)
def test_code(record: Sitemaps, code: str) -> None:
    """What search engines can not use fails; what only we could not read does not."""
    (verdict,) = sitemap_validity(record, home(), moment())

    assert verdict.code == code
