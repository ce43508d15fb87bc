"""`mouse-only`: what only a click opens."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.mouse_only import mouse_only
from webaudit.model.finding import Outcome

C, F, P = Outcome.CANT_TELL, Outcome.FAILED, Outcome.PASSED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<div onclick=\"location.href='/a'\">Layanan</div>", [F], id="leads on"),
        pytest.param("<td onclick=\"window.open('/a')\">Layanan", [F], id="opens a window"),
        pytest.param("<div onclick=\"location='/a'\"><a href=/a>Layanan</a></div>", [P], id="a link within"),
        pytest.param("<a href=/a><b onclick=\"location='/a'\">Layanan</b></a>", [P], id="within a link"),
        pytest.param("<div tabindex=0 onclick=\"location='/a'\">Layanan</div>", [P], id="can be focused"),
        pytest.param("<button onclick='a()'>A</button>", [P], id="a button"),
        pytest.param("<span onclick='a()'>A</span>", [C], id="another script"),
        pytest.param("<div onclick=\"location='/a'\"></div>", [], id="shows nothing"),
        pytest.param("<body onclick='a()'>Layanan", [], id="the whole page"),
        pytest.param("<div hidden onclick=\"location='/a'\">A</div>", [], id="hidden"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """What leads on by a click alone fails; of other scripts people must judge."""
    assert [verdict.outcome for verdict in mouse_only(page(html))] == outcomes
