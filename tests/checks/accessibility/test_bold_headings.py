"""`bold-headings`: what looks like a heading is one."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.bold_headings import bold_headings
from webaudit.model.finding import Outcome

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL
TEXT = "<p>Bawalah kartu tanda penduduk dan kartu keluarga ke loket pelayanan kantor kami.</p>"
PART = f"<p><b>Syarat</b></p>{TEXT}"


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param(PART * 2, [F, F], id="no heading at all"),
        pytest.param(PART, [C], id="one alone may be emphasis"),
        pytest.param(f"<h1>Izin</h1>{PART * 2}", [P, C, C], id="beside a heading"),
        pytest.param("<p><strong>Syarat</strong></p><ul><li>KTP</ul>", [C], id="above a list"),
        pytest.param(f"<h1>Izin</h1><p><b>Syarat</b> berlaku</p>{TEXT}", [P], id="a word of a sentence"),
        pytest.param(f"<p><b>Kantor tutup hari ini.</b></p>{TEXT}", [], id="a sentence"),
        pytest.param("<p><b>Kepala Dinas</b></p><p><b>Budi Santoso</b></p>", [], id="a signature"),
        pytest.param("<p><b>Syarat</b></p><p>Singkat", [], id="no text below"),
        pytest.param(f"<table><td>{PART * 2}</table>", [], id="in a table"),
        pytest.param(f"<footer>{PART * 2}</footer>", [], id="in the footer"),
        pytest.param(f"<div hidden>{PART * 2}</div>", [], id="hidden"),
        pytest.param(f"<p><b>***</b></p>{TEXT}", [], id="no letters"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Two bold lines above texts fail on a page without any heading; elsewhere people must judge."""
    assert [verdict.outcome for verdict in bold_headings(page(html))] == outcomes
