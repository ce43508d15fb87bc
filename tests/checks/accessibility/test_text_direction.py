"""`text-direction`: Arabic texts run from right to left."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.text_direction import text_direction
from webaudit.model.finding import Outcome

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL
ARABIC = "بسم الله الرحمن الرحيم الحمد لله رب العالمين والصلاة والسلام على أشرف الأنبياء"


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param(f"<p>{ARABIC}", [F], id="unsaid"),
        pytest.param(f"<p><b>{ARABIC}</b>", [F], id="in bold letters"),
        pytest.param(f"<p dir=rtl>{ARABIC}", [P], id="said"),
        pytest.param(f"<div dir=AUTO><p>{ARABIC}</div>", [P], id="said around"),
        pytest.param(f"<p><span dir=rtl>{ARABIC}</span>", [P], id="said within"),
        pytest.param(f"<div dir=rtl><p dir=ltr>{ARABIC}</div>", [F], id="the nearest counts"),
        pytest.param("<p>بسم الله الرحمن الرحيم", [], id="a phrase"),
        pytest.param(
            "<p>Ayat ini dibaca bersama oleh semua pegawai kantor setiap pagi sebelum kerja dimulai, "
            f"yaitu sebagai berikut dan diikuti dengan artinya: {ARABIC}",
            [],
            id="mostly Latin",
        ),
        pytest.param(f"<p style='direction: rtl'>{ARABIC}", [C], id="by its style"),
        pytest.param(f"<style>p{{direction:rtl}}</style><p>{ARABIC}", [C], id="by a sheet"),
        pytest.param(f"<link rel=stylesheet href=a.css><p>{ARABIC}", [C], id="a sheet that is not known"),
        pytest.param(f"<p hidden>{ARABIC}", [], id="hidden"),
        pytest.param("<p dir=right>x<p dir=''>x<p dir=rtl>x", [F, F], id="values that are none"),
        pytest.param("<p>Pelayanan", [], id="no Arabic"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """An Arabic text of more than a phrase says its direction, and an attribute says one that there is."""
    assert [verdict.outcome for verdict in text_direction(page(html))] == outcomes
