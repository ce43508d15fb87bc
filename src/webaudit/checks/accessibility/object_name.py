"""Check `object-name`."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from webaudit.extract.exposure import exposure
from webaudit.extract.name import names
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag

_MEDIA_TYPE = re.compile(r"\s*(?:image|audio|video)/", re.IGNORECASE)
_MEDIA_FILE = re.compile(
    r"\.(?:png|jpe?g|gif|webp|avif|svg|bmp|mp3|ogg|oga|wav|m4a|mp4|m4v|webm|ogv|mov|avi)(?:[?#]|$)",
    re.IGNORECASE,
)


@check(
    id="object-name",
    title="Every embedded media object has a name",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_1_1_1, act.RULE_8FC3B6),
    remedy='Write on the object element what it shows or plays: aria-label="Bagan struktur organisasi".',
    since="0.2.0",
)
def object_name(page: Page) -> Iterator[Verdict]:
    """An embedded picture, sound or film is announced by its name; without one nobody hears what it is.

    What stands inside the object element does not help: it appears only where the object does not.

    Target: each `object` without a role of its own that embeds a picture, a sound or a film (by its type or
        the ending of its address) and is told to assistive technology.
    Expectation: it has a name: `aria-label`, `aria-labelledby` or `title`.
    Limits: what style sheets hide is taken as shown; that the object can be fetched is taken as given;
        whether the name describes it is left to people.

    Passed:
        ```html
        <object data="struktur.svg" type="image/svg+xml" title="Bagan struktur organisasi"></object>
        ```

    Failed:
        ```html
        <object data="struktur.svg" type="image/svg+xml"></object>
        ```
    """
    known, hides = names(page), exposure(page).hides
    for element in page.elements("object"):
        if hides(element) or not _shows_media(element):
            continue
        if known.has(element):
            yield passed(element)
        else:
            yield failed(element, "object-nameless", "the embedded picture, sound or film has no name")


def _shows_media(element: HtmlElement) -> bool:
    """Whether it embeds what is no text, and says so by no role."""
    data = element.get("data", "").strip()
    if not data or element.get("role", "").strip():
        return False
    kind = element.get("type", "")
    return (_MEDIA_TYPE.match(kind) if kind.strip() else _MEDIA_FILE.search(data)) is not None
