"""`heading-name`: a heading leads somewhere."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.heading_name import heading_name
from webaudit.model.finding import Outcome

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<h1>Dinas</h1><h6> Berita</h6>", [P, P], id="text"),
        pytest.param("<h2></h2><h3> </h3><h4><br></h4><h5>&nbsp;</h5>", [F, F, F, F], id="nothing"),
        pytest.param(
            '<h1><a href="/"><img src=a alt="Dinas"></a></h1>', [P], id="a picture that is described"
        ),
        pytest.param('<h1><img src=a alt=""></h1>', [F], id="a picture that is not"),
        pytest.param('<h1 aria-label="Dinas"></h1><h1 title="Dinas"></h1>', [P, P], id="attributes"),
        pytest.param('<div role="heading" aria-level=2></div>', [F], id="by role"),
        pytest.param('<h1 role="presentation"></h1>', [], id="no heading"),
        pytest.param('<h1 role="none" aria-label=""></h1>', [F], id="no heading, but labelled"),
        pytest.param('<h1 role="tab">x</h1>', [], id="another role"),
        pytest.param(
            '<h2 style="display:none"></h2><h2 hidden></h2><template><h2></h2></template>', [], id="hidden"
        ),
        pytest.param('<h2><span aria-hidden="true">x</span></h2>', [F], id="only for the eye"),
        pytest.param('<h2><script>document.write("x")</script></h2>', [C], id="a script writes it"),
        pytest.param('<h2 x-text="t"></h2>', [C], id="a script may write it"),
        pytest.param('<h4 class="modal-title" id="judul"></h4>', [C], id="the head of a dialog"),
        pytest.param(
            '<h3><span id="jumlah"></span></h3><h3><span data-purecounter-end="9"></span></h3>',
            [C, C],
            id="a counter",
        ),
        pytest.param('<h2 id="a"><img src=a alt=""></h2>', [F], id="a picture with an id"),
        pytest.param("<h2><p>Judul</p></h2>", [P], id="a paragraph within"),
        pytest.param("<h2><li>Judul</li></h2>", [P], id="an item within"),
        pytest.param("<h2><p></p></h2>", [F], id="an empty paragraph within"),
        pytest.param("<h2></h2>\n<p>Teks</p>", [F], id="shut before a paragraph"),
        pytest.param(
            '<h2 class="elementor-heading-title elementor-size-default"><a href="/">Berita</a></h2>',
            [P],
            id="Elementor heading",
        ),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Each heading that is not hidden is a target, and passes when it says something."""
    assert [verdict.outcome for verdict in heading_name(page(html))] == outcomes
