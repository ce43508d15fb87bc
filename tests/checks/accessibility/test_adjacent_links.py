"""`adjacent-links`: one thing is one link."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.adjacent_links import adjacent_links
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED
PICTURE = "<a href=/1><img src=a.png alt=Rapat></a>"


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param(f"{PICTURE} <a href=/1>Rapat</a>", [F], id="side by side"),
        pytest.param(f"<div>{PICTURE}</div>\n<div><h3><a href=/1>Rapat</a></h3></div>", [F], id="in a card"),
        pytest.param(f"<h3><a href=/1>Rapat</a></h3><p>{PICTURE}</p>", [F], id="the text first"),
        pytest.param(f"<div>{PICTURE}</div><i></i><br><a href=/1>Rapat</a>", [F], id="nothing between"),
        pytest.param(f"{PICTURE} 5 Juli <a href=/1>Rapat</a>", [P], id="a text between"),
        pytest.param(
            f"{PICTURE}<span>5 Juli</span><a href=/1>Rapat</a>", [P], id="a text between, in a part"
        ),
        pytest.param(f"{PICTURE}<a href=/2>Rapat</a>", [P], id="elsewhere"),
        pytest.param(f"{PICTURE}<a href=/2>x</a><a href=/1>Rapat</a>", [P], id="another link between"),
        pytest.param(f"{PICTURE}{PICTURE}", [P, P], id="two pictures"),
        pytest.param(f"{PICTURE}<a href=/1 aria-hidden=true tabindex=-1>Rapat</a>", [P], id="hidden"),
        pytest.param("<a href=/1><img src=a alt=''></a><a href=/1>Rapat</a>", [], id="nameless"),
        pytest.param("<a href=/1><img src=a alt=''>Rapat</a>", [], id="one link"),
        pytest.param("<a href=#><img src=a alt=x></a><a href=#>Rapat</a>", [P], id="scripts"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """A link that is a picture has no twin beside it."""
    assert [verdict.outcome for verdict in adjacent_links(page(html))] == outcomes
