"""`accessibility-overlay`: overlays are recorded, and worth nothing."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.accessibility_overlay import accessibility_overlay

LOADER = (
    "(function(d){var s=d.createElement('script');s.src='//acsbapp.com/apps/app/dist/js/app.js';})(document)"
)


@pytest.mark.parametrize(
    ("html", "codes"),
    [
        pytest.param("<script src=/tema.js></script>", [""], id="none"),
        pytest.param("<p>Teks", [], id="no scripts"),
        pytest.param(f"<script>{LOADER}</script>", ["overlay-foreign"], id="loaded by a script"),
        pytest.param(
            "<script src=//cdn.equalweb.com/core.js></script>", ["overlay-foreign"], id="by its host"
        ),
        pytest.param("<script src=/js/bantu.js></script><p>userway.org", [""], id="named in a text"),
        pytest.param("<script src=https://myuserway.organik.id/a.js></script>", [""], id="a name like it"),
        pytest.param(
            "<script src=https://cdn.jsdelivr.net/npm/sienna-accessibility@1/dist/a.js></script>",
            ["overlay-foreign"],
            id="from a store of files",
        ),
        pytest.param(
            "<script src=/wp-content/plugins/wp-accessibility-helper/a.js></script>",
            ["overlay-own"],
            id="a plug-in of the site's own",
        ),
    ],
)
def test_outcomes(html: str, codes: list[str]) -> None:
    """An overlay from another host is named; the site's own are left to people; a word is none."""
    assert [verdict.code for verdict in accessibility_overlay(page(html))] == codes


def test_it_moves_no_points() -> None:
    """An overlay earns nothing, and costs nothing."""
    assert accessibility_overlay.advisory
