"""`script-libraries`: versions that nobody mends any more, where an address names them for certain."""

import pytest

from tests.evidence import AT, SITE
from webaudit.checks.integrity.script_libraries import script_libraries
from webaudit.model.evidence import Moment
from webaudit.model.finding import Outcome
from webaudit.model.home_page import HomeWeight, Resource, ResourceKind


def seen(*urls: str, status: int | None = 200) -> list[tuple[Outcome, str]]:
    """What is said of a home page that loads these files: outcome, library with version."""
    files = tuple(
        Resource(url, ResourceKind.STYLE if ".css" in url else ResourceKind.SCRIPT, False, status)
        for url in urls
    )
    said = script_libraries(HomeWeight(SITE, 1, 1 + len(files), files), Moment(AT))
    return [
        (one.outcome, f"{one.values.get('library', '')} {one.values.get('version', '')}".strip())
        for one in said
    ]


@pytest.mark.parametrize(
    ("url", "library"),
    [
        ("https://a.go.id/assets/js/jquery-1.12.4.min.js", "jQuery 1.12.4"),
        ("https://a.go.id/assets/js/jquery-2.2.4.js?v=9", "jQuery 2.2.4"),
        ("https://ajax.googleapis.com/ajax/libs/jquery/1.9.1/jquery.min.js", "jQuery 1.9.1"),
        ("https://cdn.jsdelivr.net/npm/jquery@2.1.3/dist/jquery.slim.min.js", "jQuery 2.1.3"),
        ("https://a.go.id/wp-includes/js/jquery/jquery.js?ver=1.12.4-wp", "jQuery 1.12.4"),
        ("https://maxcdn.bootstrapcdn.com/bootstrap/3.3.7/css/bootstrap.min.css", "Bootstrap 3.3.7"),
        ("https://cdn.jsdelivr.net/npm/bootstrap@4.6.2/dist/js/bootstrap.bundle.min.js", "Bootstrap 4.6.2"),
        ("https://ajax.googleapis.com/ajax/libs/angularjs/1.8.2/angular.min.js", "AngularJS 1.8.2"),
        ("https://cdnjs.cloudflare.com/ajax/libs/angular.js/1.5.0/angular.min.js", "AngularJS 1.5.0"),
        ("https://cdn.jsdelivr.net/npm/vue@2/dist/vue.min.js", "Vue 2"),
    ],
)
def test_ended(url: str, library: str) -> None:
    """A file's name, a folder's or a package's tells library and version."""
    assert seen(url) == [(Outcome.FAILED, library)]


@pytest.mark.parametrize(
    "url",
    [
        "https://a.go.id/assets/js/jquery-3.7.1.min.js",
        "https://a.go.id/wp-includes/js/jquery/jquery.min.js?ver=3.7.1",
        "https://cdn.jsdelivr.net/npm/bootstrap@5.3.8/dist/css/bootstrap.min.css",
        "https://cdn.jsdelivr.net/npm/vue@3.4.0/dist/vue.global.prod.js",
        "https://cdn.jsdelivr.net/npm/jquery@4.0.0/dist/jquery.min.js",
    ],
)
def test_mended(url: str) -> None:
    """A version that is mended passes."""
    assert seen(url) == [(Outcome.PASSED, "")]


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://a.go.id/js/jquery.min.js", id="no version"),
        pytest.param("https://a.go.id/wp-content/themes/dinas/js/jquery.min.js?ver=1.2", id="the theme's"),
        pytest.param("https://a.go.id/js/jquery-ui-1.12.1.min.js", id="another library"),
        pytest.param("https://a.go.id/js/jquery-migrate-1.4.1.min.js", id="a bridge to a new one"),
        pytest.param("https://cdn.jsdelivr.net/npm/jquery@1.12.4/plugins/jquery.mask.min.js", id="plug-in"),
        pytest.param("https://a.go.id/js/bootstrap-3.3.7-plugin.js", id="a name goes on"),
        pytest.param("https://a.go.id/jquery/2.0/my-jquery.js", id="a name begins earlier"),
        pytest.param("https://a.go.id/vue-2.html", id="no script"),
        pytest.param("https://cdn.jsdelivr.net/npm/jquery/dist/jquery.min.js", id="the newest"),
    ],
)
def test_not_certain(url: str) -> None:
    """Where the version may be another's, or is not told, nothing is said."""
    assert seen(url) == []


def test_each_version_once() -> None:
    """The script and the style of one version are one; two versions are two; what is not there is none."""
    old, style = "https://a.go.id/bootstrap-3.4.1.min.js", "https://a.go.id/bootstrap-3.4.1.min.css"

    assert seen(old, style, "https://a.go.id/bootstrap-2.3.2.js") == [
        (Outcome.FAILED, "Bootstrap 3.4.1"),
        (Outcome.FAILED, "Bootstrap 2.3.2"),
    ]
    assert seen(old, status=404) == []
    assert seen(old, status=None) == [(Outcome.FAILED, "Bootstrap 3.4.1")]
