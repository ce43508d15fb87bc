"""`page-description`: pages say in a sentence what they are about."""

import pytest

from tests.evidence import SITE, home, readings
from tests.evidence import reading as page
from webaudit.checks.usability.page_description import page_description
from webaudit.model.reading import PageKind, Reading

OWN = [page(url=f"{SITE}{n}", description=f"Layanan {n} bagi warga.") for n in range(3)]
BARE = [page(url=f"{SITE}{n}") for n in range(3)]


@pytest.mark.parametrize(
    ("pages", "code"),
    [
        pytest.param([page(url=SITE, description="Layanan kesehatan.")], "", id="home alone"),
        pytest.param([page(url=SITE, description="Layanan kesehatan."), *OWN], "", id="each its own"),
        pytest.param([page(url=SITE, description="Layanan 1."), *OWN, *BARE[:1]], "", id="one without"),
        pytest.param(
            [page(url=SITE, description="Situs."), page(url=f"{SITE}x", description="Situs.")], "", id="2"
        ),
        pytest.param([page(url=SITE), *OWN], "home-missing", id="home without"),
        pytest.param([page(url=SITE, description="Just another WordPress site")], "leftover", id="theme's"),
        pytest.param([page(url=SITE, description="Layanan."), *BARE], "missing", id="most without"),
        pytest.param(
            [page(url=f"{SITE}{path}", description="Situs resmi.") for path in ("", "a", "b")],
            "same",
            id="same",
        ),
        pytest.param([page(url=f"{SITE}x", description="Layanan.")], "no-page", id="home not read"),
        pytest.param(
            [page(url=SITE, description="Layanan."), *(page(url=p.url, kind=PageKind.ERROR) for p in BARE)],
            "",
            id="error pages do not count",
        ),
    ],
)
def test_code(pages: list[Reading], code: str) -> None:
    """The home page and half of all pages have one, and not all the same."""
    (verdict,) = page_description(home(), readings(*pages))

    assert verdict.code == code
