"""Check `isolation-headers`."""

from collections.abc import Iterator

from webaudit.extract.permissions_policy import permissions
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Location, Verdict, failed, passed
from webaudit.model.heads import Forms, Head, Heads
from webaudit.standards import web

_APART = ("same-origin", "same-origin-allow-popups", "noopener-allow-popups", "same-origin-plus-coep")
_KNOWN = {
    "cross-origin-opener-policy": (*_APART, "unsafe-none"),
    "cross-origin-resource-policy": ("same-origin", "same-site", "cross-origin"),
    "cross-origin-embedder-policy": ("require-corp", "credentialless", "unsafe-none"),
}
_POWERFUL = ("camera", "microphone", "geolocation", "payment", "usb", "display-capture", "midi", "serial")

Fault = tuple[str, str, dict[str, str]]
"""Code, message, and its values."""


@check(
    id="isolation-headers",
    title="Pages that ask who somebody is are kept apart from other sites' windows",
    category=Category.HTTPS,
    severity=Severity.MINOR,
    sources=(web.PERMISSIONS_POLICY, web.OPENER_POLICY, web.RESOURCE_POLICY),
    remedy="Have the server send Cross-Origin-Opener-Policy: same-origin-allow-popups with pages that hold "
    "such forms; write Permissions-Policy as camera=(), microphone=(), geolocation=(self). Security plug-ins "
    "and hosting panels have a field for it, named security headers.",
    since="0.3.0",
    advisory=True,
)
def isolation_headers(heads: Heads, forms: Forms) -> Iterator[Verdict]:
    """A site that opened the agency's form in a window can lead that window elsewhere while it is filled in.

    Target: each kind of fault, over all captured pages that send such an order, or ask for personal data.
    Expectation: pages with a form that asks for personal data send a Cross-Origin-Opener-Policy, and none
        opens them to all sites (Cross-Origin-Resource-Policy: cross-origin); browsers understand every such
        order, and no Permissions-Policy offers camera, place or payment to every frame (*).
    Limits: without Permissions-Policy browsers ask the visitor, and frames of others get nothing: it is not
        asked for. Forms for logging in are not looked at.

    Passed:
        ```json
        {"heads": {"pages": [{"url": "https://a.go.id/", "fields": [
            ["permissions-policy", "camera=(), geolocation=(self)"]]}]}, "forms": {}}
        ```

    Failed (opener-open, resource-open, order-unknown, permissions-unread, permissions-wide):
        ```json
        {"heads": {"pages": [{"url": "https://a.go.id/aduan"}]},
         "forms": {"personal": [{"here": {"url": "https://a.go.id/aduan"}}]}}
        {"heads": {"pages": [{"url": "https://a.go.id/aduan", "fields": [
            ["cross-origin-opener-policy", "same-origin"],
            ["cross-origin-resource-policy", "cross-origin"]]}]},
         "forms": {"personal": [{"here": {"url": "https://a.go.id/aduan"}}]}}
        {"heads": {"pages": [{"url": "https://a.go.id/", "fields": [
            ["cross-origin-opener-policy", "sameorigin"]]}]}, "forms": {}}
        {"heads": {"pages": [{"url": "https://a.go.id/", "fields": [
            ["permissions-policy", "geolocation 'none'; camera 'none'"]]}]}, "forms": {}}
        {"heads": {"pages": [{"url": "https://a.go.id/", "fields": [
            ["permissions-policy", "geolocation=*"]]}]}, "forms": {}}
        ```
    """
    asking = {form.here.url for form in forms.personal}
    found: dict[str, tuple[Fault, list[Head]]] = {}
    targets = 0
    for page in heads.pages:
        sends = page.all("permissions-policy") or any(page.all(name) for name in _KNOWN)
        if not sends and page.url not in asking:
            continue
        targets += 1
        for fault in _faults(page, asks=page.url in asking):
            found.setdefault(fault[0], (fault, []))[1].append(page)
    for (code, message, values), pages in found.values():
        here, count = Location(pages[0].url), len(pages)
        yield failed(here, code, message, measure=None, pages=count, all=targets, **values)
    if targets and not found:
        yield passed(None)


def _faults(page: Head, *, asks: bool) -> Iterator[Fault]:
    for name, known in _KNOWN.items():
        said = _said(page, name)
        if said and said not in known:
            message = "browsers do not understand what {name} says: {written}, on {pages} of {all} pages"
            yield "order-unknown", message, {"name": name, "written": said[:60]}
    if asks and _said(page, "cross-origin-opener-policy") not in _APART:
        message = "who opened the form in a window can lead it elsewhere, on {pages} of {all} pages"
        yield "opener-open", message, {}
    if asks and _said(page, "cross-origin-resource-policy") == "cross-origin":
        message = "any site may load the page with the form into its own, on {pages} of {all} pages"
        yield "resource-open", message, {}
    allowed = permissions(page.all("permissions-policy"))
    if allowed is None:
        message = "browsers do not understand Permissions-Policy, and pass it over, on {pages} of {all} pages"
        yield "permissions-unread", message, {}
        return
    wide = [feature for feature in _POWERFUL if "*" in allowed.get(feature, ())]
    if wide:
        message = "every frame may be given {features}, on {pages} of {all} pages"
        yield "permissions-wide", message, {"features": ", ".join(wide)}


def _said(page: Head, name: str) -> str:
    """The value of an order, without its parameters; empty if there is none, or several that contradict."""
    said = [value.partition(";")[0].strip().lower() for value in page.all(name)]
    return said[0] if said and said.count(said[0]) == len(said) else ""
