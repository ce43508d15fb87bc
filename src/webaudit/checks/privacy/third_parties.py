"""Check `third-parties`."""

from collections.abc import Iterator

from webaudit.extract.urls import GOVERNMENT, host, registrable
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.home_page import HomeWeight
from webaudit.standards import indonesia
from webaudit.vocabulary.third_parties import third_party

_MOST = 40


@check(
    id="third-parties",
    title="The home page tells no stranger who opens it",
    category=Category.PRIVACY,
    severity=Severity.MINOR,
    sources=(indonesia.UU_27_2022,),
    remedy="Take out counters and buttons that nobody needs, keep fonts and scripts on the site's own "
    "server, and name in the notice about privacy who else is told. In WordPress: look through "
    "Plugins, and Appearance, Widgets.",
    since="0.3.0",
    heuristic=True,
)
def third_parties(home_weight: HomeWeight) -> Iterator[Verdict]:
    """Whatever a page loads from elsewhere tells its owner who is looking for help with what.

    Target: each host outside the government and the site's own name from which the home page loads files.
    Expectation: it is none of the services that are made to follow or count visitors.
    Limits: countries are those of the owners' seats, by a list of our own. Others than trackers are only
        named. What scripts load later, and the cookies that they set, is not seen.

    Passed:
        ```json
        {"home_weight": {"url": "https://a.go.id/", "page_bytes": 9000, "requests": 2, "resources": [
            {"url": "https://a.go.id/tema.js", "kind": "script", "own": true, "status": 200}]}}
        ```

    Failed (tracker):
        ```json
        {"home_weight": {"url": "https://a.go.id/", "page_bytes": 9000, "requests": 2, "resources": [
            {"url": "https://www.googletagmanager.com/gtag/js?id=G-1", "kind": "script", "own": false,
             "status": 200}]}}
        ```

    CantTell (third-party, third-party-unknown):
        ```json
        {"home_weight": {"url": "https://a.go.id/", "page_bytes": 9000, "requests": 2, "resources": [
            {"url": "https://fonts.googleapis.com/css?family=Inter", "kind": "style", "own": false,
             "status": 200}]}}
        {"home_weight": {"url": "https://a.go.id/", "page_bytes": 9000, "requests": 2, "resources": [
            {"url": "https://aset.mitra.example/a.js", "kind": "script", "own": false, "status": 200}]}}
        ```
    """
    own = registrable(host(home_weight.url))
    names = dict.fromkeys(host(one.url) for one in home_weight.resources if not one.own)
    strangers = [name for name in names if registrable(name) != own and not name.endswith(GOVERNMENT)]
    for name in strangers[:_MOST]:
        known = third_party(name)
        if known is None:
            message = "{host} learns who opens the home page"
            yield cant_tell(f"https://{name}/", "third-party-unknown", message, host=name)
        elif known.tracker:
            message = "{host} ({owner}, {country}) follows or counts those who open the home page"
            yield failed(
                f"https://{name}/", "tracker", message, host=name, owner=known.owner, country=known.country
            )
        else:
            message = "{host} ({owner}, {country}) learns who opens the home page"
            yield cant_tell(
                f"https://{name}/",
                "third-party",
                message,
                host=name,
                owner=known.owner,
                country=known.country,
            )
    if not strangers:
        yield passed(home_weight.url)
