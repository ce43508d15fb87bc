"""`link-purpose`: links whose text says nothing, and what stands around them."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.link_purpose import link_purpose
from webaudit.model.finding import Outcome

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL

LINK = "<a href=/1>Selengkapnya</a>"


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param(f"<div>{LINK}</div>", [F], id="alone on the page"),
        pytest.param(f"{LINK}<p>Syarat izin", [F], id="before all else"),
        pytest.param(f"<div>{LINK}</div><div>{LINK}</div>", [F, F], id="others say as little"),
        pytest.param(f"<p>Syarat izin usaha {LINK}", [P], id="in a sentence"),
        pytest.param(f"<ul><li><b>Syarat izin</b> {LINK}</ul>", [P], id="in an item of a list"),
        pytest.param(f"<table><tr><td>Syarat izin<td>{LINK}</table>", [P], id="in a row"),
        pytest.param(f"<div><h3>Syarat izin</h3><div>{LINK}</div></div>", [P], id="below a heading"),
        pytest.param(f"<section aria-label='Syarat izin'>{LINK}</section>", [P], id="in a named part"),
        pytest.param(f"<div>Syarat izin<div>{LINK}</div></div>", [C], id="near a text"),
        pytest.param(f"<div><img src=a.jpg alt='Syarat izin'>{LINK}</div>", [C], id="near a picture"),
        pytest.param(f"<p>Syarat izin<div>{LINK}</div>", [C], id="behind a text"),
        pytest.param("<a href=/1 aria-label='Syarat izin usaha'>Selengkapnya</a>", [], id="named otherwise"),
        pytest.param("<a href=/1>Syarat izin usaha selengkapnya</a>", [], id="says more"),
        pytest.param("<a href=/1>Selengkapnya<img src=a.jpg alt='syarat izin'></a>", [], id="with a picture"),
        pytest.param("<a>Selengkapnya</a>", [], id="no link"),
        pytest.param(f"<div hidden>{LINK}</div>", [], id="hidden"),
        pytest.param("<div><a href=/1>Klik di sini »</a></div>", [F], id="with an arrow"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """A link that says nothing fails only if nothing else tells where it leads."""
    assert [verdict.outcome for verdict in link_purpose(page(html))] == outcomes
