"""`third-parties`: who else learns that the home page is opened."""

import pytest

from webaudit.checks.privacy.third_parties import third_parties
from webaudit.model.home_page import HomeWeight, Resource, ResourceKind

HOME = "https://dinas.contohprov.go.id/"


@pytest.mark.parametrize(
    ("url", "codes"),
    [
        ("https://www.google-analytics.com/ga.js", ["tracker"]),
        ("https://connect.facebook.net/id_ID/sdk.js", ["tracker"]),
        ("https://fonts.gstatic.com/a.woff2", ["third-party"]),
        ("https://aset.mitra.example/a.js", ["third-party-unknown"]),
        ("https://aset.contohprov.go.id/a.js", [""]),
        ("https://www.lapor.go.id/a.js", [""]),
        ("https://notgoogle-analytics.com/a.js", ["third-party-unknown"]),
    ],
)
def test_codes(url: str, codes: list[str]) -> None:
    """Trackers fail, other strangers are named, and the government is none."""
    loaded = Resource(url, ResourceKind.SCRIPT, own=False, status=200)

    assert [one.code for one in third_parties(HomeWeight(HOME, 1, 1, (loaded,)))] == codes
