"""Check `version-banners`."""

import re
from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Moment
from webaudit.model.finding import Location, Verdict, failed, passed
from webaudit.model.heads import Heads
from webaudit.standards import ietf, indonesia
from webaudit.vocabulary.support import support_ended

_FIELDS = ("server", "x-powered-by", "x-aspnet-version", "x-aspnetmvc-version", "x-generator")
_SOFTWARE = re.compile(r"([A-Za-z][\w.!+-]{0,30}?)[ /]v?(\d+(?:\.\d+){0,3})")
_BARE = re.compile(r"\d+(?:\.\d+){1,3}")
_MOST = 20


@check(
    id="version-banners",
    title="The server does not tell which versions of software it runs",
    category=Category.INTEGRITY,
    severity=Severity.MINOR,
    sources=(ietf.SERVER_FIELD, indonesia.BSSN_4_2021),
    remedy="Switch the versions off: expose_php = Off in php.ini, ServerTokens Prod (Apache) or "
    "server_tokens off (nginx); in WordPress a security plug-in hides the generator. Above all "
    "bring the software up to date.",
    since="0.3.0",
)
def version_banners(heads: Heads, moment: Moment) -> Iterator[Verdict]:
    """Whoever looks for servers with a known hole asks thousands of them what they run.

    Target: each software that the answers of the captured pages, or the pages themselves, name.
    Expectation: no version is told.
    Limits: what is told may be wrong, and a maker of a system may still mend what the software's makers no
        longer do: a version whose support has ended is named, and costs no more than any other.

    Passed:
        ```json
        {"moment": {"at": "2026-11-24T00:00:00Z"},
         "heads": {"pages": [{"url": "https://a.go.id/", "fields": [["server", "nginx"]]}]}}
        ```

    Failed (version-shown, support-ended):
        ```json
        {"moment": {"at": "2026-11-24T00:00:00Z"},
         "heads": {"pages": [{"url": "https://a.go.id/", "fields": [["server", "nginx/1.30.4"]]}]}}
        {"moment": {"at": "2026-11-24T00:00:00Z"},
         "heads": {"pages": [{"url": "https://a.go.id/", "fields": [["x-powered-by", "PHP/7.4.33"]]}]}}
        ```
    """
    banners: dict[tuple[str, str], str] = {}
    for page in heads.pages:
        fields = [(name, value) for name, value in page.fields if name in _FIELDS]
        for banner in (*fields, *((("generator", page.generator),) if page.generator else ())):
            banners.setdefault(banner, page.url)
    told: dict[tuple[str, str], tuple[str, str]] = {}
    for (field, value), url in list(banners.items())[:_MOST]:
        for found in _versions(field, value[:300]):
            told.setdefault(found, (url, f"{field}: {value}"[:160]))
    for (software, version), (url, written) in told.items():
        ended = support_ended(software, version)
        here = Location(url, snippet=written)
        if ended and ended < moment.at.date():
            message = "{software} {version} is told, which its makers no longer mend since {date}"
            yield failed(
                here, "support-ended", message, software=software, version=version, date=ended.isoformat()
            )
        elif "." in version:
            message = "the version of {software} is told: {version}"
            yield failed(here, "version-shown", message, software=software, version=version)
        else:
            # Which of many releases it is stays open.
            yield passed(here)
    if banners and not told:
        yield passed(None)


def _versions(field: str, value: str) -> Iterator[tuple[str, str]]:
    """Software and version of each that a field names."""
    if field.startswith("x-aspnet"):
        if bare := _BARE.fullmatch(value.strip()):
            yield ("ASP.NET MVC" if "mvc" in field else "ASP.NET"), bare[0]
        return
    for match in _SOFTWARE.finditer(value):
        yield match[1], match[2]
