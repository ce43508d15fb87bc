"""`service-standards`: the standards, and the six parts that they owe."""

import pytest

from tests.checks.offers import SENTENCES, offer
from webaudit.checks.services.service_standards import service_standards
from webaudit.model.finding import Measure, Outcome

MENU = '<nav><a href="/standar-pelayanan">Standar Pelayanan</a></nav>'
FIVE = "Persyaratan: surat. Prosedur: loket. Jangka waktu: 3 hari. Biaya: gratis. Produk layanan: kartu."


@pytest.mark.parametrize(
    ("standard", "outcome", "code", "parts"),
    [
        pytest.param(f"{FIVE} Pengaduan: loket 2.", Outcome.PASSED, "path", 6, id="six"),
        pytest.param(FIVE, Outcome.FAILED, "parts-missing", 5, id="five"),
        pytest.param("", Outcome.FAILED, "parts-missing", 0, id="none"),
        pytest.param(
            f'{FIVE} <a href="/uploads/sp.pdf">Unduh</a>',
            Outcome.CANT_TELL,
            "parts-unread",
            None,
            id="a document",
        ),
    ],
)
def test_parts(standard: str, outcome: Outcome, code: str, parts: int | None) -> None:
    """All six have to be told; what may stand in a document is for a person to look at."""
    page = {"standar-pelayanan": f"<h1>Standar Pelayanan</h1><p>{SENTENCES}</p><p>{standard}"}
    verdict = offer(service_standards, MENU, **page)

    assert (verdict.outcome, verdict.code) == (outcome, code)
    assert verdict.measure == (None if parts is None else Measure("parts", parts))


def test_missing_are_named() -> None:
    """Which parts are missing is told."""
    page = {"standar-pelayanan": f"<h1>Standar Pelayanan</h1><p>{SENTENCES}</p><p>Persyaratan, alur, tarif"}
    verdict = offer(service_standards, MENU, **page)

    assert (verdict.values["parts"], verdict.values["missing"]) == (3, "jangka waktu, produk, pengaduan")


def test_unread() -> None:
    """A page that was not captured may hold all of them."""
    assert offer(service_standards, MENU).code == "parts-unread"


def test_only_looks_like_it() -> None:
    """What has a like name is none, and neither is a menu without it."""
    verdict = offer(service_standards, '<nav><a href="/sop">SOP</a></nav>')

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "absent")
