"""Check `script-libraries`."""

import re
from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Moment
from webaudit.model.finding import Location, Verdict, failed, passed
from webaudit.model.home_page import HomeWeight, ResourceKind
from webaudit.standards import indonesia, web
from webaudit.vocabulary.support import support_ended

_NAMES = {"jquery": "jQuery", "bootstrap": "Bootstrap", "angular": "AngularJS", "vue": "Vue"}
_VERSION = r"(?P<version>\d{1,2}(?:\.\d{1,3}){0,2})"
_KIND = r"(?:\.(?:slim|bundle|global|prod|min))*\.(?:js|css)"
_KNOWN = (
    # jquery-1.12.4.min.js
    re.compile(rf"/(?P<name>jquery|bootstrap|angular|vue)[-.]v?{_VERSION}{_KIND}"),
    # jquery/1.12.4/jquery.min.js, npm/vue@2.7.16/dist/vue.min.js, bootstrap/3.3.7/css/bootstrap.min.css
    re.compile(
        rf"/(?P<name>jquery|bootstrap|angular|vue)(?:\.?js)?[/@]v?{_VERSION}/(?:(?:dist|js|css)/){{0,2}}(?P=name){_KIND}"
    ),
)
_WORDPRESS = re.compile(r"/wp-includes/js/jquery/jquery(?:\.min)?\.js")
"""The version behind it is the library's own; behind files of themes it may be the theme's."""
_OWN_VERSION = re.compile(rf"(?:^|&)ver={_VERSION}(?:-wp)?(?:&|$)")
_MOST = 200
_CHARACTERS = 1_000


@check(
    id="script-libraries",
    title="Libraries of scripts and styles are still mended by their makers",
    category=Category.INTEGRITY,
    severity=Severity.MINOR,
    sources=(
        indonesia.BSSN_4_2021,
        web.JQUERY_SUPPORT,
        web.BOOTSTRAP_RELEASES,
        web.ANGULARJS_SUPPORT,
        web.VUE_2_END,
    ),
    remedy="Have whoever made the theme bring these libraries up to date; pages that use them must be looked "
    "through afterwards. In WordPress: update the theme and the plug-ins, and take another theme if its "
    "maker no longer works on it.",
    since="0.3.0",
    advisory=True,
)
def script_libraries(home_weight: HomeWeight, moment: Moment) -> Iterator[Verdict]:
    """Holes in old libraries are known to everybody, and nobody mends them any more.

    Target: each of jQuery, Bootstrap, AngularJS and Vue that the home page loads by an address that names its
        version.
    Expectation: its makers still mended that version when the site was captured.
    Limits: a library whose address names no version, or is packed together with others, is not seen. A maker
        of a system may mend what the library's makers no longer do: it is named, and costs nothing.

    Passed:
        ```json
        {"moment": {"at": "2026-11-24T00:00:00Z"},
         "home_weight": {"url": "https://a.go.id/", "page_bytes": 9000, "requests": 2, "resources": [
            {"url": "https://a.go.id/js/jquery-3.7.1.min.js", "kind": "script", "own": true, "status": 200}]}}
        ```

    Failed (library-unsupported):
        ```json
        {"moment": {"at": "2026-11-24T00:00:00Z"},
         "home_weight": {"url": "https://a.go.id/", "page_bytes": 9000, "requests": 2, "resources": [
            {"url": "https://a.go.id/jquery-1.12.4.min.js", "kind": "script", "own": true, "status": 200}]}}
        ```
    """
    told: dict[tuple[str, str], str] = {}
    for one in home_weight.resources[:_MOST]:
        # What is not there harms nobody.
        there = one.kind in (ResourceKind.SCRIPT, ResourceKind.STYLE) and (one.status or 200) < 400
        if there and (found := _library(one.url[:_CHARACTERS])):
            told.setdefault(found, one.url)
    for (library, version), url in told.items():
        ended = support_ended(library, version)
        if ended and ended < moment.at.date():
            message = "the home page loads {library} {version}, which its makers no longer mend since {date}"
            here = Location(home_weight.url, snippet=url)
            yield failed(
                here, "library-unsupported", message, library=library, version=version, date=ended.isoformat()
            )
        else:
            yield passed(home_weight.url)


def _library(url: str) -> tuple[str, str] | None:
    """Name and version of the library that an address names for certain."""
    path, _, query = url.lower().partition("#")[0].partition("?")
    if _WORDPRESS.search(path):
        said = _OWN_VERSION.search(query)
        return ("jQuery", said["version"]) if said else None
    for form in _KNOWN:
        if match := form.search(path):
            # Behind it the name of the file must end.
            return (_NAMES[match["name"]], match["version"]) if match.end() == len(path) else None
    return None
