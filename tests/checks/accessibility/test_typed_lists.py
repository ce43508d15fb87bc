"""`typed-lists`: what looks like a list is one."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.typed_lists import typed_lists
from webaudit.model.finding import Outcome

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<ul><li>KTP<li>KK<li>Foto</ul>", [P], id="a list"),
        pytest.param("<p>• KTP</p>\n<p>• KK</p><p><b>•</b> Foto</p>", [F], id="paragraphs"),
        pytest.param("<p>Syarat:<br>• KTP<br>• KK<br><b>• Foto</b></p>", [F], id="broken lines"),
        pytest.param("<div>\uf0b7 KTP<br><br>\uf0b7 KK<br><br>\uf0b7 Foto</div>", [F], id="out of Word"),
        pytest.param("<p>• KTP</p><p>• KK</p>", [], id="two lines"),
        pytest.param("<p>• KTP</p><p>lain</p><p>• KK</p><p>• Foto</p>", [], id="a text between them"),
        pytest.param("<p>• KTP</p><h2>x</h2><p>• KK</p><p>• Foto</p>", [], id="a heading between them"),
        pytest.param("<p>• A<br>• B</p><p>• C</p>", [], id="neither way three"),
        pytest.param("<p>Beranda • Profil<br>a<br>b</p>", [], id="a bullet between words"),
        pytest.param("<p>1. KTP<br>2. KK<br>3. Foto</p>", [C], id="numbers"),
        pytest.param("<p>a) KTP</p><p>b) KK</p><p>c) Foto</p>", [C], id="letters"),
        pytest.param("<p>1. KTP</p><p>5. KK</p><p>2. Foto</p>", [], id="numbers that do not ascend"),
        pytest.param("<p>2.500 orang<br>3.500 orang<br>4.500 orang</p>", [], id="amounts"),
        pytest.param("<p>12. Januari<br>13. Februari<br>14. Maret</p>", [], id="days"),
        pytest.param("<p>- KTP<br>- KK<br>- Foto</p>", [C], id="dashes"),
        pytest.param("<p>-5<br>-6<br>-7</p>", [], id="below nought"),
        pytest.param("<p hidden>• KTP<br>• KK<br>• Foto</p>", [], id="hidden"),
        pytest.param("<p>a<br>b<br>c</p>", [], id="an address"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Three lines in a row with typed bullets fail; of numbers and dashes people must judge."""
    assert [verdict.outcome for verdict in typed_lists(page(html))] == outcomes
