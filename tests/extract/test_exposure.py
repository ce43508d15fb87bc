"""What is shown, and what is told to assistive technology."""

import pytest

from tests.evidence import page
from webaudit.extract.exposure import exposure, has_style_sheets


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
    ("html", "expected"),
    [
        ("<style>p{}</style>", True),
        ('<link rel="Stylesheet preload" href=a.css>', True),
        ('<link rel="icon" href=a.png><p style="color:red">', False),
    ],
)
def test_has_style_sheets(html: str, expected: bool) -> None:
    """A style sheet may hide what is not read here; an inline style is read."""
    assert has_style_sheets(page(html)) is expected
