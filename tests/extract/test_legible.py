"""The colours of texts and of what is behind them."""

import pytest

from tests.evidence import page
from webaudit.extract.colour import colour, contrast
from webaudit.extract.legible import looks


def look(html: str) -> tuple[str, str] | None:
    """Ink and ground of the text in `b`; None if it is away."""
    shown = page(html)
    found = [text.look for text in looks(shown) if text.element.tag == "b"]
    return (str(found[0].ink), str(found[0].ground)) if found else None


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("<b>text</b>", ("#000000", "#ffffff"), id="as browsers do"),
        pytest.param(
            "<body style='background:#123456;color:white'><b>text</b>", ("#ffffff", "#123456"), id="body"
        ),
        pytest.param("<p style='background:rgba(0,0,0,.5)'><b>text</b>", ("#000000", "#808080"), id="half"),
        pytest.param("<b style='color:rgba(0,0,0,.5)'>text</b>", ("#808080", "#ffffff"), id="half ink"),
        pytest.param("<p style='opacity:.5'><b>text</b>", ("#808080", "#ffffff"), id="faded"),
        pytest.param("<p style='background:url(a.png)'><b>text</b>", ("None", "None"), id="picture"),
        pytest.param(
            "<p style='background:url(a.png)'><b style='background:#fff'>text</b>",
            ("#000000", "#ffffff"),
            id="own ground before a picture",
        ),
        pytest.param("<p style='position:absolute'><b>text</b>", ("None", "None"), id="floats"),
        pytest.param(
            "<p style='position:fixed;background:red'><b>text</b>",
            ("#000000", "#ff0000"),
            id="floats with its ground",
        ),
        pytest.param(
            "<b style='color:oklch(40% .2 100)'>text</b>", ("None", "#ffffff"), id="a colour not read"
        ),
        pytest.param("<b style='text-shadow:0 0 2px red'>text</b>", ("None", "#ffffff"), id="shadow"),
        pytest.param("<p style='display:none'><b>text</b>", None, id="not there"),
        pytest.param("<p style='position:absolute;left:-9999px'><b>text</b>", None, id="off the screen"),
        pytest.param("<p style='clip:rect(0 0 0 0)'><b>text</b>", None, id="clipped"),
        pytest.param("<b>×</b>", None, id="a sign"),
        pytest.param("<b style='color:white'>text</b>", None, id="in the colour of its ground"),
        pytest.param("<button disabled><b>text</b></button>", None, id="switched off"),
        pytest.param("<label><b>text</b><input disabled></label>", None, id="label of what is switched off"),
        pytest.param("<p aria-disabled=true><b>text</b>", None, id="said to be switched off"),
    ],
)
def test_look(html: str, expected: tuple[str, str] | None) -> None:
    """Ink and ground are told where both are certain."""
    assert look(html) == expected


@pytest.mark.parametrize(
    ("style", "large"), [("font-size:24px", True), ("font-size:18.67px", True), ("font-size:18px", False)]
)
def test_large_and_bold(style: str, large: bool) -> None:
    """Bold letters count as large from 14 points on."""
    (text,) = looks(page(f"<b style='{style}'>text</b>"))

    assert text.look.large is large


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000", "#fff", 21.0), ("#777", "#fff", 4.48), ("#767676", "#fff", 4.54), ("red", "red", 1.0)],
)
def test_contrast(one: str, other: str, ratio: float) -> None:
    """The contrast ratio of WCAG, with values that are published."""
    first, second = colour(one), colour(other)

    assert first
    assert second
    assert round(contrast(first, second), 2) == ratio
