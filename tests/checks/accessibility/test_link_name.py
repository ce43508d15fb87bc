"""`link-name`: where a link leads is told to who cannot see it."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.link_name import link_name
from webaudit.model.finding import Outcome

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<a href=x>Berita</a>", [P], id="text"),
        pytest.param("<a href=x></a>", [F], id="nothing"),
        pytest.param("<a href=x>&nbsp; \n</a>", [F], id="white space"),
        pytest.param("<a>Berita</a><a name=x></a>", [], id="no link"),
        pytest.param('<a href=""></a>', [F], id="an empty address is one"),
        pytest.param('<a href=x><img src=a alt="Berita"></a>', [P], id="the alternative of a picture"),
        pytest.param(
            '<a href=x><img src=a alt=""></a><a href=x><img src=a></a>', [F, F], id="a picture without"
        ),
        pytest.param('<a href=x><img src=a alt="" title="Berita"></a>', [P], id="the title of a picture"),
        pytest.param('<a href=x title="Berita"><img src=a alt=""></a>', [P], id="title"),
        pytest.param(
            '<a href=x aria-label="Facebook"><i class="fab fa-facebook"></i></a>', [P], id="a labelled icon"
        ),
        pytest.param('<a href=x><i class="fab fa-facebook"></i></a>', [F], id="an icon alone"),
        pytest.param(
            '<a href=x><i class="fab fa-facebook" aria-label="Facebook"></i></a>',
            [P],
            id="a label on the icon",
        ),
        pytest.param(
            '<a href=x><i class="fab fa-facebook" title="Facebook"></i></a>', [P], id="a title on the icon"
        ),
        pytest.param(
            '<a href=x><i class="fab fa-facebook" title="Facebook" aria-hidden=true></i></a>',
            [F],
            id="a title that is kept back",
        ),
        pytest.param(
            "<a href=x><svg><title>Facebook</title><path/></svg></a>", [P], id="the title of a drawing"
        ),
        pytest.param(
            '<a href=x><svg role="img" aria-label="Facebook"></svg></a>', [P], id="the label of a drawing"
        ),
        pytest.param(
            '<a href=x><svg aria-hidden="true"><use xlink:href="#i"></use></svg>'
            '<span class="sr-only">Facebook</span></a>',
            [P],
            id="text for the ear",
        ),
        pytest.param('<a href=x><span style="display:none">Facebook</span></a>', [F], id="text for nobody"),
        pytest.param("<a href=x><span hidden>a</span><b><i></i></b>Berita</a>", [P], id="text after all"),
        pytest.param('<a href=x aria-labelledby="t"></a><h3 id=t>Berita</h3>', [P], id="a reference"),
        pytest.param(
            '<a href=x aria-labelledby="t"></a><h3 id=t hidden>Berita</h3>',
            [P],
            id="a reference to what is hidden",
        ),
        pytest.param(
            '<a href=x aria-labelledby="a b"></a><a href=y aria-labelledby="a" id=b></a><i id=a></i>',
            [F, F],
            id="references to nothing",
        ),
        pytest.param(
            "<a href=x><iframe src=a>teks</iframe></a>", [F], id="what is for browsers without frames"
        ),
        pytest.param(
            "<a href=x><script>x</script><style>y</style><noscript>z</noscript></a>",
            [C],
            id="code is no text, but may write some",
        ),
        pytest.param('<a href=x><input type="text" value="12"></a>', [P], id="what is written in a field"),
        pytest.param(
            "<a href=x><table><tr><td>Berita</td></tr></table></a>",
            [P],
            id="a table, before which the parser shuts the link",
        ),
        pytest.param('<map><area href=x alt="Jawa"><area href=x><area></map>', [P, F], id="areas of a map"),
        pytest.param('<span role="link"></span><a role="link" href=x>a</a>', [P, F], id="by role"),
        pytest.param('<a href=x role="button"></a><a href=x role="menuitem"></a>', [], id="other roles"),
        pytest.param('<a href=x role="none"></a>', [F], id="marked as nothing, but operated"),
        pytest.param(
            '<a href=x hidden></a><p style="visibility:hidden"><a href=x></a></p>'
            "<a href=x aria-hidden=true></a>",
            [],
            id="hidden",
        ),
        pytest.param(
            '<p style="visibility:hidden"><b style="visibility:visible"><a href=x></a></b></p>',
            [F],
            id="visible within what is not",
        ),
        pytest.param(
            "<template><a href=x></a></template><noscript><a href=x></a></noscript><dialog>"
            "<a href=x></a></dialog>",
            [],
            id="not rendered",
        ),
        pytest.param(
            "<details><summary>a</summary><a href=x></a></details><details open><a href=x></a></details>",
            [F],
            id="folded away",
        ),
        pytest.param("<svg><a href=x></a></svg>", [], id="drawn"),
        pytest.param(
            '<a href=x><span x-text="t"></span></a><a href=x v-html="t"></a>', [C, C], id="a script may write"
        ),
        pytest.param('<a href=x><span id="jumlah"></span></a>', [C], id="a script may write there"),
        pytest.param(
            '<a href=x id="a"></a><a href=x><i id="b"></i></a><a href=x><span id="c"><i></i></span></a>',
            [F, F, F],
            id="ids of what holds no text",
        ),
        pytest.param(
            '<a href=x><ion-icon name="logo-facebook"></ion-icon></a>',
            [C],
            id="an element of its own may name it",
        ),
        pytest.param(
            '<a class="elementor-icon elementor-social-icon" href=x target="_blank">'
            '<span class="elementor-screen-only">Facebook-f</span>'
            '<i class="fab fa-facebook-f"></i></a>',
            [P],
            id="Elementor icon",
        ),
        pytest.param(
            '<li class="et_pb_social_icon"><a href=x class="icon" title="Ikuti di Facebook">'
            '<span class="et_pb_social_media_follow_network_name" aria-hidden="true">'
            "Ikuti</span></a></li>",
            [P],
            id="Divi icon",
        ),
        pytest.param(
            '<a class="carousel-control-prev" href="#c" role="button">'
            '<span aria-hidden="true"></span><span class="sr-only">Previous</span></a>',
            [],
            id="Bootstrap arrow, a button",
        ),
        pytest.param(
            '<a class="navbar-brand" href="/"><img src="logo.png" alt="Dinas"></a>', [P], id="Bootstrap logo"
        ),
        pytest.param(
            '<a href="#" class="back-to-top"><i class="bi bi-arrow-up-short"></i></a>',
            [F],
            id="an arrow alone",
        ),
        pytest.param(
            '<a href=x class="custom-logo-link" rel="home"><img class="custom-logo" src=a alt="Dinas"></a>',
            [P],
            id="WordPress logo",
        ),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Each link that is not hidden is a target, and passes with a name."""
    assert [verdict.outcome for verdict in link_name(page(html))] == outcomes
