"""Which elements of a page are shown to people, and which are told to assistive technology.

The one place that answers whether an element is hidden. It reads attributes and inline styles; what style
sheets and scripts hide is taken as shown.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from webaudit.extract.attribute import with_attribute
from webaudit.model.page import Page

_NEVER = ("template", "noscript", "datalist")
"""Not rendered by a browser that runs scripts."""

_FALLBACK = ("iframe", "object", "audio", "video", "canvas")
"""What they hold is for browsers that lack the feature."""


@dataclass(frozen=True, slots=True, eq=False)
class Exposure:
    """What is hidden on a page.

    Attributes:
        unseen: elements that are not rendered, or invisible.
        muted: elements that are kept from assistive technology, seen or not.
        inert: those of them that take no focus either.
    """

    unseen: frozenset[HtmlElement]
    muted: frozenset[HtmlElement]
    inert: frozenset[HtmlElement]

    def hides(self, element: HtmlElement) -> bool:
        """Whether assistive technology is not told of the element."""
        return element in self.unseen or element in self.muted


def exposure(page: Page) -> Exposure:
    """What is hidden on a page; read once."""
    return page.once(_exposure)


def has_style_sheets(page: Page) -> bool:
    """Whether anything on the page may be hidden in a way that is not read here."""
    return bool(page.elements("style")) or any(
        "stylesheet" in link.get("rel", "").lower().split() for link in page.elements("link")
    )


def _exposure(page: Page) -> Exposure:
    styles = {element: _declared(element.get("style", "")) for element in with_attribute(page, "style")}
    unseen = _with_all_below(_not_rendered(page, styles))
    _add_invisible(unseen, styles)
    inert = _with_all_below(with_attribute(page, "inert"))
    muted = _with_all_below(
        element
        for element in with_attribute(page, "aria-hidden")
        if element.get("aria-hidden", "").strip().lower() == "true"
    )
    return Exposure(frozenset(unseen), frozenset(muted | inert), frozenset(inert))


def _with_all_below(roots: Iterable[HtmlElement]) -> set[HtmlElement]:
    """The elements with all their descendants, each walked once."""
    found: set[HtmlElement] = set()
    for element in roots:
        if element not in found:
            found.update(element.iter())
    return found


def _not_rendered(page: Page, styles: dict[HtmlElement, dict[str, str]]) -> Iterator[HtmlElement]:
    """The roots of what takes no part in the page."""
    for element, style in styles.items():
        if style.get("display") == "none" or style.get("content-visibility") == "hidden":
            yield element
    for name in ("hidden", "popover"):
        for element in with_attribute(page, name):
            if "display" not in styles.get(element, {}):
                yield element
    yield from page.elements(*_NEVER)
    for element in page.elements(*_FALLBACK):
        yield from element
    for element in page.elements("dialog"):
        if element.get("open") is None and "display" not in styles.get(element, {}):
            yield element
    for element in page.elements("details"):
        if element.get("open") is None:
            summary = element.find("summary")
            yield from (child for child in element if child is not summary)
    for element in page.elements("input"):
        if element.get("type", "").strip().lower() == "hidden":
            yield element


def _add_invisible(unseen: set[HtmlElement], styles: dict[HtmlElement, dict[str, str]]) -> None:
    """Adds what is invisible: all below, but for what is declared visible anew."""
    for root, style in styles.items():
        if style.get("visibility") not in {"hidden", "collapse"}:
            continue
        below = [root]
        while below:
            element = below.pop()
            if element in unseen or styles.get(element, {}).get("visibility") == "visible":
                continue
            unseen.add(element)
            below.extend(element)


def _declared(style: str) -> dict[str, str]:
    """The properties of an inline style that can hide, as they hold: important ones first, then the last."""
    lower = style.lower()
    if "display" not in lower and "visibility" not in lower:
        return {}
    holds: dict[str, str] = {}
    important: set[str] = set()
    for declaration in lower.split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name not in {"display", "visibility", "content-visibility"} or not value:
            continue
        plain = value.removesuffix("!important").rstrip()
        if plain != value:
            important.add(name)
        elif name in important:
            continue
        holds[name] = plain
    return holds
