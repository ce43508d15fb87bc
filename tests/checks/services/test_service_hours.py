"""`service-hours`: days and hours as text."""

import pytest

from tests.evidence import SITE, page, readings, region
from webaudit.checks.services.service_hours import service_hours
from webaudit.extract.inventory import inventory
from webaudit.model.finding import Outcome, Verdict


def asked(body: str, path: str = "") -> Verdict:
    """The verdict on a site of one page."""
    pages = readings(page(f"<html lang=id><title>Dinas</title><body>{body}", url=f"{SITE}{path}").reading)
    (verdict,) = service_hours(inventory(pages, region()), pages)
    return verdict


@pytest.mark.parametrize(
    ("body", "path", "outcome"),
    [
        ("<footer>Senin - Jumat: 08.00 - 16.00 WIB</footer>", "", Outcome.PASSED),
        ("<p>Jam Pelayanan 08.00–15.00</p>", "kontak", Outcome.PASSED),
        (
            "<p>Samsat keliling Senin - Jumat 08.00 - 12.00</p>",
            "berita/3-samsat-keliling-desa",
            Outcome.FAILED,
        ),
        ("<p>Rapat Senin pukul 08.00 - 10.00</p>", "", Outcome.FAILED),
        ('<nav><a href="/jam-pelayanan">Jam Pelayanan</a></nav>', "", Outcome.CANT_TELL),
        ("<p hidden>Senin - Jumat: 08.00 - 16.00 WIB</p>", "", Outcome.FAILED),
    ],
)
def test_outcome(body: str, path: str, outcome: Outcome) -> None:
    """Hours that are told pass; a page about them whose hours can not be read is open."""
    assert asked(body, path).outcome is outcome
