"""The roles by which assistive technology knows the elements of a page (WAI-ARIA 1.2, HTML-AAM 1.0)."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from lxml.html import HtmlElement

from webaudit.extract.attribute import addresses, with_attribute
from webaudit.extract.exposure import exposure
from webaudit.extract.focus import is_focusable
from webaudit.model.page import Page
from webaudit.vocabulary.aria import aria

_NOTHING = ("none", "presentation")
_TAGS = {
    "button": ("button", "input"),
    "checkbox": ("input",),
    "combobox": ("input", "select"),
    "heading": ("h1", "h2", "h3", "h4", "h5", "h6"),
    "img": ("img",),
    "link": ("a", "area"),
    "listbox": ("select",),
    "radio": ("input",),
    "searchbox": ("input",),
    "slider": ("input",),
    "spinbutton": ("input",),
    "textbox": ("input", "textarea"),
}
"""Where each role that is looked for can stand without being written."""


def with_role(page: Page, *roles: str) -> Iterator[HtmlElement]:
    """The elements of a page that have one of the roles and are told to assistive technology; no drawings.

    Those that have it by themselves come first, tag by tag, then those by whom it is written.
    """
    told = page.once(_told)
    tags = dict.fromkeys(tag for name in roles for tag in _TAGS.get(name, ()))
    drawn = told.drawn
    for tag in tags:
        for element, held in told.by_tag[tag].items():
            if held in roles and element not in drawn:
                yield element
    for element, held in told.written:
        if held in roles and element.tag not in tags and not is_drawn(element):
            yield element


def roles_of(page: Page, tag: str) -> Mapping[HtmlElement, str]:
    """The elements of a tag in `_TAGS` that are told to assistive technology, each with its role."""
    return page.once(_told).by_tag[tag]


class _Told(NamedTuple):
    """The elements that are told to assistive technology, each with its role.

    Attributes:
        by_tag: those of the tags that have a role of their own.
        drawn: links in drawings.
        written: those for which a role is written.
    """

    by_tag: Mapping[str, Mapping[HtmlElement, str]]
    drawn: frozenset[HtmlElement]
    written: Sequence[tuple[HtmlElement, str]]


def _told(page: Page) -> _Told:
    """The table of them, made once: a dozen checks ask for roles."""
    hides = exposure(page).hides
    drawn = frozenset(element for svg in page.elements("svg") for element in svg.iter("a"))
    written = {element: role(element) for element in with_attribute(page, "role") if not hides(element)}
    by_tag: dict[str, dict[HtmlElement, str]] = {}
    for tag in dict.fromkeys(chain.from_iterable(_TAGS.values())):
        shown = [element for element in page.elements(tag) if not hides(element)]
        if tag == "a":
            # Most of all that have a role: where they lead was read already.
            leading = addresses(page)
            own = {element: "link" if element in leading else "" for element in shown}
        else:
            own = {element: own_role(element) for element in shown}
        own.update((element, held) for element, held in written.items() if held and element in own)
        by_tag[tag] = own
    return _Told(by_tag, drawn, tuple(written.items()))


def role(element: HtmlElement) -> str:
    """The role that holds: the first that is written and exists, else the element's own; empty if none."""
    # Most elements have none, and are asked most often.
    written = written_role(element) if element.get("role") else ""
    if not written or (written in _NOTHING and _is_told_anyway(element)):
        return own_role(element)
    return "img" if written == "image" else "none" if written == "presentation" else written


def written_role(element: HtmlElement) -> str:
    """The first role of the attribute that exists; empty if none does."""
    value = element.get("role")
    if not value:
        return ""
    known = aria().roles
    return next((token for token in value.lower().split() if token in known), "")


def own_role(element: HtmlElement) -> str:
    """The role that the element has by itself; empty if none, "none" if it is mere decoration."""
    tag = element.tag
    if tag in {"a", "area"}:
        return "link" if element.get("href") is not None else ""
    if tag == "img":
        return "none" if element.get("alt") == "" and not _is_told_anyway(element) else "img"
    if tag == "input":
        own = aria().inputs.get(element.get("type", "").strip().lower(), "textbox")
        return "combobox" if own in {"textbox", "searchbox"} and element.get("list") is not None else own
    if tag == "select":
        size = element.get("size", "").strip()
        many = element.get("multiple") is not None or (size.isdecimal() and int(size[:9]) > 1)
        return "listbox" if many else "combobox"
    return aria().elements.get(str(tag), "")


def is_mere_text(element: HtmlElement) -> bool:
    """Whether it stands in what is told as one thing, a button or an image."""
    return any(role(around) in aria().told_as_text for around in element.iterancestors())


def _is_told_anyway(element: HtmlElement) -> bool:
    """Whether it is told although it is marked as mere decoration (WAI-ARIA 1.2, 5.3.3, conflicts)."""
    return is_focusable(element) or any(element.get(name) is not None for name in aria().everywhere)


def is_drawn(element: HtmlElement) -> bool:
    """Whether it is an SVG drawing, or a part of one."""
    # Only XHTML pages write the namespace.
    return str(element.tag).endswith("svg") or next(element.iterancestors("{*}svg"), None) is not None
