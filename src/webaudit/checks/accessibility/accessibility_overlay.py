"""Check `accessibility-overlay`."""

from collections.abc import Iterator

from webaudit.extract.urls import host, normalise, same_site
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import wcag
from webaudit.vocabulary.overlays import overlay

_LONGEST = 3_000
"""Characters of a script that does nothing but load another."""


@check(
    id="accessibility-overlay",
    title="The page is accessible by itself, without an overlay of others",
    category=Category.ACCESSIBILITY,
    severity=Severity.MINOR,
    sources=(wcag.CONFORMANCE,),
    remedy="Mend what the other checks name, and take the overlay out. In WordPress: under Plugins, and in "
    "the code that the theme puts into the header or footer.",
    since="0.3.0",
    sole_target=True,
    advisory=True,
)
def accessibility_overlay(page: Page) -> Iterator[Verdict]:
    """An overlay enlarges letters and changes colours, as every browser does; what is wrong stays wrong.

    A script of others sees all that people type into the page, and who needs help.

    Target: each page with scripts.
    Expectation: none of them loads one of the overlays that are known.
    Limits: overlays are known by the addresses of their scripts. One that the site itself serves hands
        nothing to others; what it changes is left to people. An overlay earns and costs no points.

    Passed:
        ```html
        <script src="/tema.js"></script>
        ```

    Failed (overlay-foreign):
        ```html
        <script src="https://cdn.userway.org/widget.js"></script>
        ```

    CantTell (overlay-own):
        ```html
        <script src="/wp-content/plugins/pojo-accessibility/assets/js/app.min.js"></script>
        ```
    """
    scripts = page.elements("script")
    for script in scripts:
        address, text = script.get("src"), script.text or ""
        if address is None and not (len(text) <= _LONGEST and "src" in text):
            continue
        name = overlay(text if address is None else address)
        if name is None:
            continue
        loaded = normalise(address, page.url) if address else ""
        if not loaded or not same_site(host(loaded), host(page.url)):
            message = "the overlay {name} is loaded, a script of others"
            yield failed(script, "overlay-foreign", message, name=name)
        else:
            message = "the overlay {name} is loaded; what it changes, a person must judge"
            yield cant_tell(script, "overlay-own", message, name=name)
        return
    if scripts:
        yield passed(scripts[0])
