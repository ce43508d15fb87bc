"""`canonical-address`: a page that names its true address names a right one."""

from dataclasses import replace

import pytest

from tests.evidence import SITE, page
from webaudit.checks.usability.canonical_address import canonical_address
from webaudit.model.evidence import Purpose

HERE = f"{SITE}berita/imunisasi"


def canonical(*hrefs: str) -> str:
    """The head of a page that names these canonical addresses."""
    return "".join(f'<link rel="canonical" href="{href}">' for href in hrefs) + "<p>x"


@pytest.mark.parametrize(
    ("hrefs", "url", "code"),
    [
        pytest.param([HERE], HERE, "", id="itself"),
        pytest.param(["/berita/imunisasi"], HERE, "", id="a path (RFC 6596 allows it)"),
        pytest.param([HERE, HERE], HERE, "", id="twice the same"),
        pytest.param([f"{SITE}berita/lain"], HERE, "", id="another page of the site"),
        pytest.param(["https://www.contohprov.go.id/x"], HERE, "", id="another host of the province"),
        pytest.param([HERE], HERE.replace("https:", "http:"), "", id="to https"),
        pytest.param([SITE], f"{SITE}index.php", "", id="home by another name"),
        pytest.param([SITE], f"{SITE}id/beranda", "", id="home in a language"),
        pytest.param([SITE], f"{SITE}?utm_source=x", "", id="home with parameters"),
        pytest.param([HERE, f"{SITE}x"], HERE, "several", id="two"),
        pytest.param([""], HERE, "no-address", id="empty"),
        pytest.param([HERE, ""], HERE, "several", id="one of two empty"),
        pytest.param(["http://"], HERE, "no-address", id="no host"),
        pytest.param([HERE.replace("https:", "http:")], HERE, "plain-http", id="to http"),
        pytest.param([SITE], HERE, "points-home", id="home page from inside"),
        pytest.param(["https://vendor.example/"], SITE, "other-site", id="home elsewhere"),
        pytest.param(["http://localhost/dinas"], SITE, "other-site", id="home on the maker's machine"),
        pytest.param(["https://koran.example/x"], HERE, "taken-over", id="article from elsewhere"),
    ],
)
def test_code(hrefs: list[str], url: str, code: str) -> None:
    """What makes a page vanish from the results fails; what may be meant so does not."""
    (verdict,) = canonical_address(page(canonical(*hrefs), url=url))

    assert verdict.code == code


def test_none_is_fine() -> None:
    """A page without one is no target; other links are not looked at."""
    assert list(canonical_address(page('<link rel="alternate" href="https://b.example/">'))) == []


def test_start_address() -> None:
    """A site may begin below its root and name that as its address."""
    shown = page(canonical(SITE), url=f"{SITE}portal/depan")
    home = replace(shown, exchange=replace(shown.exchange, purpose=Purpose.HOME))

    assert [verdict.code for verdict in canonical_address(home)] == [""]
