"""`text-contrast`: letters that old eyes can read."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.text_contrast import text_contrast
from webaudit.model.finding import Outcome

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<p style='color:#767676'>teks</p>", [P], id="just enough"),
        pytest.param("<p style='color:#777'>teks</p>", [F], id="just too little"),
        pytest.param("<h1 style='color:#777'>teks</h1>", [P], id="large"),
        pytest.param(
            "<style>.btn{background:#f90;color:#fff}</style><a class=btn href=x>teks</a>", [F], id="button"
        ),
        pytest.param("<p style='color:#777;background:url(a.png)'>teks</p>", [C], id="on a picture"),
        pytest.param(
            "<p style='color:#888;background:linear-gradient(#fff,#eee 50%,#ddd)'>teks</p>",
            [F],
            id="too little all along a gradient",
        ),
        pytest.param(
            "<p style='color:#222;background-image:linear-gradient(to right, #fff, #ccc)'>teks</p>",
            [P],
            id="enough all along a gradient",
        ),
        pytest.param(
            "<p style='color:#888;background:linear-gradient(90deg,#fff,#000)'>teks</p>",
            [C],
            id="enough in some places of a gradient",
        ),
        pytest.param(
            "<p style='color:#fff;background:linear-gradient(#039,#03c)'>teks</p>",
            [C],
            id="a gradient may end before the text",
        ),
        pytest.param(
            "<p style='color:#888;background:linear-gradient(#fff,#eee),url(a.png)'>teks</p>",
            [C],
            id="a gradient over a picture",
        ),
        pytest.param(
            "<p style='color:#888;background:linear-gradient(#fff,somewhat)'>teks</p>",
            [C],
            id="a gradient to a colour not known",
        ),
        pytest.param(
            "<p style='color:#888;background-image:linear-gradient(in hsl,#fff,#eee)'>teks</p>",
            [C],
            id="a gradient by another way",
        ),
        pytest.param(
            "<p style='color:transparent;background-image:linear-gradient(red,blue);"
            "-webkit-background-clip:text'>teks</p>",
            [C],
            id="letters filled with a gradient",
        ),
        pytest.param(
            "<link rel=stylesheet href=a.css><p style='color:#777'>teks</p>", [C], id="sheet not there"
        ),
        pytest.param(
            "<style>html{font-size:62.5%}</style><p style='font-size:2rem;color:#777'>teks</p>",
            [F],
            id="a rem is a part of the root's letters",
        ),
        pytest.param(
            "<style>html{font-size:20px}</style><p style='font-size:1.2rem;color:#777'>teks</p>",
            [P],
            id="a rem of a large root",
        ),
        pytest.param("<h1 style='font-size:clamp(1rem,4vw,3rem);color:#777'>teks</h1>", [C], id="any size"),
        pytest.param(
            "<h1 style='font-size:clamp(1rem,4vw,3rem);color:#aaa'>teks</h1>", [F], id="too pale at any size"
        ),
        pytest.param("<h1 style='font-size:clamp(1rem,4vw,3rem)'>teks</h1>", [P], id="dark at any size"),
        pytest.param("<p></p>", [], id="no text"),
    ],
)
def test_text_contrast(html: str, outcomes: list[Outcome]) -> None:
    """4.5 to 1 is asked, 3 to 1 of large letters, where both colours are certain."""
    assert [verdict.outcome for verdict in text_contrast(page(html))] == outcomes


def test_says_which_colours() -> None:
    """The finding names the ratio and both colours, so that anybody can try it."""
    (verdict,) = text_contrast(page("<p style='color:#999'>teks</p>"))

    assert (verdict.values["ratio"], verdict.values["ink"], verdict.values["ground"]) == (
        "2.85",
        "#999999",
        "#ffffff",
    )
