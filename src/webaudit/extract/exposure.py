"""Which elements of a page are shown to people, and which are told to assistive technology.

The one place that answers whether an element is hidden. It reads attributes, inline styles and the style
sheets that were captured; what scripts hide is taken as shown.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from webaudit.extract.attribute import class_texts, marks, with_attribute
from webaudit.extract.cascade import Styles, styles
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
        hides: whether assistive technology is not told of an element.
    """

    unseen: frozenset[HtmlElement]
    muted: frozenset[HtmlElement]
    inert: frozenset[HtmlElement]
    hides: Callable[[HtmlElement], bool]


def exposure(page: Page) -> Exposure:
    """What is hidden on a page; read once."""
    return page.once(_exposure)


def may_hide_more(page: Page) -> bool:
    """Whether a style sheet that was not captured may hide anything on the page."""
    return not styles(page).whole


def _exposure(page: Page) -> Exposure:
    known = styles(page)
    unseen = _with_all_below(_not_rendered(page, known))
    _add_invisible(page, unseen, known)
    inert = _with_all_below(with_attribute(page, "inert"))
    muted = _with_all_below(
        element
        for element in with_attribute(page, "aria-hidden")
        if element.get("aria-hidden", "").strip().lower() == "true"
    )
    muted |= inert
    # Asked five hundred times a page: the set itself answers.
    hides = frozenset(unseen | muted).__contains__
    return Exposure(frozenset(unseen), frozenset(muted), frozenset(inert), hides)


def _with_all_below(roots: Iterable[HtmlElement]) -> set[HtmlElement]:
    """The elements with all their descendants, each walked once."""
    found: set[HtmlElement] = set()
    for element in roots:
        if element not in found:
            found.update(element.iter())
    return found


def _not_rendered(page: Page, known: Styles) -> Iterator[HtmlElement]:
    """The roots of what takes no part in the page."""
    yield from page.elements(*_NEVER)
    for element in page.elements(*_FALLBACK):
        yield from element
    for element in page.elements("details"):
        if element.get("open") is None:
            summary = element.find("summary")
            yield from (child for child in element if child is not summary)
    for element in page.elements("input"):
        if element.get("type", "").strip().lower() == "hidden":
            yield element
    for name in ("hidden", "popover"):
        yield from (one for one in with_attribute(page, name) if known.of(one)["display"] == "none")
    yield from (one for one in page.elements("dialog") if known.of(one)["display"] == "none")
    for element in _declaring(page, known, "display", "content-visibility"):
        style = known.of(element)
        if style["display"] == "none" or style["content-visibility"] == "hidden":
            yield element


def _add_invisible(page: Page, unseen: set[HtmlElement], known: Styles) -> None:
    """Adds what is invisible: all below, but for what is declared visible anew."""
    for root in _declaring(page, known, "visibility"):
        if known.of(root)["visibility"] == "visible":
            continue
        for element in root.iter(etree.Element):
            if element not in unseen and known.of(element)["visibility"] != "visible":
                unseen.add(element)


def _declaring(page: Page, known: Styles, *names: str) -> Iterator[HtmlElement]:
    """The elements for which any of the properties may be declared."""
    for element in with_attribute(page, "style"):
        written = element.get("style", "").lower()
        if any(name in written for name in names):
            yield element
    keys = known.declaring(*names)
    if not keys:
        return
    if "*" in keys:
        yield from page.root.iter(etree.Element)
        return
    yield from page.elements(*sorted(key for key in keys if key[0] not in ".#"))
    yield from (one for one in with_attribute(page, "id") if f"#{one.get('id')}" in keys)
    classes = frozenset(key[1:] for key in keys if key[0] == ".")
    texts = frozenset(text for text in class_texts(page) if not classes.isdisjoint(text.split()))
    if texts:
        yield from (one for one, (_, _, written) in marks(page).items() if written in texts)
