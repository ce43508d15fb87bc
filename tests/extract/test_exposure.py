"""What is shown, and what is told to assistive technology."""

import pytest

from tests.evidence import page
from webaudit.extract.exposure import exposure, may_hide_more


@pytest.mark.parametrize(
    ("html", "unseen", "muted"),
    [
        pytest.param("<b>x</b>", False, False, id="shown"),
        pytest.param("<b hidden>x</b>", True, False, id="hidden"),
        pytest.param("<p hidden><i><b>x</b></i></p>", True, False, id="within what is hidden"),
        pytest.param('<b hidden style="display:block">x</b>', False, False, id="hidden, but displayed"),
        pytest.param('<b style="DISPLAY : none">x</b>', True, False, id="display none"),
        pytest.param('<b style="display:none;display:block">x</b>', False, False, id="the last holds"),
        pytest.param('<b style="display:none !important;display:block">x</b>', True, False, id="important"),
        pytest.param('<b style="background:url(display:none)">x</b>', False, False, id="another property"),
        pytest.param('<b style="x-display:none">x</b>', False, False, id="no such property"),
        pytest.param('<b style="visibility:collapse">x</b>', True, False, id="invisible"),
        pytest.param(
            '<p style="visibility:hidden"><b style="visibility:visible">x</b></p>',
            False,
            False,
            id="visible within what is not",
        ),
        pytest.param(
            '<p style="display:none"><b style="visibility:visible">x</b></p>', True, False, id="not rendered"
        ),
        pytest.param(
            '<p style="visibility:hidden"><i style="visibility:visible">'
            '<u style="visibility:hidden"><b>x</b></u></i></p>',
            True,
            False,
            id="invisible again",
        ),
        pytest.param('<p aria-hidden="true"><b>x</b></p>', False, True, id="kept back"),
        pytest.param('<p aria-hidden="false"><b>x</b></p>', False, False, id="not kept back"),
        pytest.param("<p inert><b>x</b></p>", False, True, id="inert"),
        pytest.param("<template><b>x</b></template>", True, False, id="template"),
        pytest.param("<noscript><b>x</b></noscript>", True, False, id="noscript"),
        pytest.param("<object data=a><b>x</b></object>", True, False, id="instead of an object"),
        pytest.param("<dialog><b>x</b></dialog>", True, False, id="a shut dialog"),
        pytest.param("<dialog open><b>x</b></dialog>", False, False, id="an open dialog"),
        pytest.param("<div popover><b>x</b></div>", True, False, id="popover"),
        pytest.param("<details><b>x</b></details>", True, False, id="folded away"),
        pytest.param("<details open><b>x</b></details>", False, False, id="unfolded"),
        pytest.param("<details><summary><b>x</b></summary></details>", False, False, id="summary"),
    ],
)
def test_exposure(html: str, unseen: bool, muted: bool) -> None:
    """Attributes and inline styles tell what is not shown, and what is not told."""
    shown = page(html)
    exposed = exposure(shown)
    (element,) = shown.elements("b")

    assert (element in exposed.unseen, element in exposed.muted) == (unseen, muted)
    assert exposed.hides(element) is (unseen or muted)


def test_read_once() -> None:
    """All checks of a page share one answer."""
    shown = page("<b hidden>x</b>")

    assert exposure(shown) is exposure(shown)


@pytest.mark.parametrize(
    ("sheet", "html", "unseen"),
    [
        pytest.param(".n { display: none }", "<b class='n'>x</b>", True, id="class"),
        pytest.param("#n { display: none }", "<p id=n><b>x</b></p>", True, id="id, around it"),
        pytest.param("b { visibility: hidden }", "<b>x</b>", True, id="tag"),
        pytest.param(
            "* { visibility: hidden } b { visibility: visible }", "<b>x</b>", False, id="visible anew"
        ),
        pytest.param("[hidden] { display: block }", "<b hidden>x</b>", False, id="displayed all the same"),
        pytest.param(
            ".n { display: none }", "<b class=n style='display:inline'>x</b>", False, id="inline holds"
        ),
        pytest.param("@media print { b { display: none } }", "<b>x</b>", False, id="on paper alone"),
        pytest.param("b:hover { display: none }", "<b>x</b>", False, id="when it is pointed at"),
        pytest.param("b { content-visibility: hidden }", "<b>x</b>", True, id="left out"),
    ],
)
def test_hidden_by_a_sheet(sheet: str, html: str, unseen: bool) -> None:
    """What the page's style sheets hide is not shown."""
    shown = page(f"<style>{sheet}</style>{html}")
    (element,) = shown.elements("b")

    assert (element in exposure(shown).unseen) is unseen


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<style>p{}</style>", False),
        ("<style>@import url(b.css);</style>", True),
        ('<link rel="Stylesheet preload" href=a.css>', True),
        ('<link rel="stylesheet" media=print href=a.css>', False),
        ('<link rel="icon" href=a.png><p style="color:red">', False),
    ],
)
def test_may_hide_more(html: str, expected: bool) -> None:
    """A style sheet that was not captured may hide anything; what stands in the page is read."""
    assert may_hide_more(page(html)) is expected
