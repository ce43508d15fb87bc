"""Where the content of a page begins that is its own, and what it is given to get there past the menus."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from webaudit.extract.attribute import addresses, with_attribute
from webaudit.extract.exposure import exposure
from webaudit.extract.links import landmark
from webaudit.extract.name import names
from webaudit.extract.proofs import MENUS
from webaudit.extract.role import role, with_role
from webaudit.model.page import Page
from webaudit.model.reading import Landmark

_LEAST_WORDS = 4
"""Of a text that is content: a number, a date or a name of the site is none."""

_MOST_STEPS = 3_000
_MOST_LINKS = 1_000
_SILENT = frozenset(["script", "style", "head", "iframe", "svg", "object"])
_CONTROLS = frozenset(["a", "button", "select", "textarea", "label", "option", "summary"])
"""What they say leads to content, and is none."""

_LISTS = ("ul", "ol", "menu")
_LEAST_ITEMS = 2
_MOST_ITEMS = 300
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_LANDMARKS = frozenset(["main", "region", "form", "search"])
"""Those in which content of the page's own can stand."""


class Start(NamedTuple):
    """How the content of a page begins.

    Attributes:
        content: the element whose text it is, or the main part that holds it.
        blocks: menus and other parts before it that pages of a site share; one at least.
        headed: a heading leads to it, or stands in it.
        marked: it stands in a landmark.
        skipped_to: a link on the page leads to it.
        scripted: something before it is opened, closed or moved by a script.
    """

    content: HtmlElement
    blocks: Sequence[HtmlElement]
    headed: bool
    marked: bool
    skipped_to: bool
    scripted: bool


def start(page: Page) -> Start | None:
    """How the content of a page begins; None if nothing stands before it, or there is none. Read once."""
    return page.once(_start)


class _Parts:
    """Which parts of a page its site shares."""

    def __init__(self, page: Page) -> None:
        self._hides = exposure(page).hides
        self._places: dict[HtmlElement | None, Landmark] = {None: Landmark.OTHER}
        self._lists: dict[HtmlElement, bool] = {}

    def hides(self, element: HtmlElement) -> bool:
        return not isinstance(element.tag, str) or element.tag in _SILENT or self._hides(element)

    def is_menu(self, element: HtmlElement) -> bool:
        """Whether an element is, or stands in, a menu, or the head, side or foot of the site."""
        return landmark(element, self._places) in MENUS

    def is_shared(self, element: HtmlElement) -> bool:
        """Whether an element is, or stands in, a menu or another of these, or a list of links."""
        return (
            self.is_menu(element)
            or self.is_list_of_links(element)
            or any(map(self.is_list_of_links, element.iterancestors(*_LISTS)))
        )

    def is_list_of_links(self, element: HtmlElement) -> bool:
        """Whether it is a list, and all its items are links and nothing else."""
        if element.tag not in _LISTS:
            return False
        known = self._lists.get(element)
        if known is None:
            items = [one for one in islice(element, _MOST_ITEMS) if one.tag == "li"]
            known = len(items) >= _LEAST_ITEMS and all(map(_is_link, items))
            self._lists[element] = known
        return known


def _is_link(item: HtmlElement) -> bool:
    """Whether a list item says nothing but what its links say."""
    if (item.text or "").strip() or item.find(".//a") is None:
        return False
    return all(not (child.tail or "").strip() for child in item) and all(
        child.tag != "p" or not (child.text or "").strip() for child in item
    )


def _start(page: Page) -> Start | None:
    body = next(iter(page.elements("body")), None)
    if body is None:
        return None
    parts = _Parts(page)
    mains = frozenset(
        one
        for one in (*page.elements("main"), *with_role(page, "main"))
        if not parts.hides(one) and _says(one, parts, own=True)
    )
    blocks: list[HtmlElement] = []
    leading: list[HtmlElement] = []
    behind: list[HtmlElement] = []
    content: HtmlElement | None = None
    for part, is_text in _walked(body, parts, mains):
        if is_text:
            content = part
            break
        if _is_heading(part):
            leading.append(part)
        else:
            blocks.append(part)
            behind += leading
            leading = []
    if content is None or not blocks:
        return None
    return Start(
        content,
        blocks,
        headed=bool(leading) or _has_heading(page, parts, frozenset(behind)),
        marked=content in mains or _is_marked(content, page),
        skipped_to=any(_leads_to_content(target, parts) for target in _targets(page)),
        scripted=_is_scripted(page),
    )


def _walked(
    body: HtmlElement, parts: _Parts, mains: frozenset[HtmlElement]
) -> Iterator[tuple[HtmlElement, bool]]:
    """Headings and shared parts of a page, then the element with its first content, in their order.

    Yields:
        the element, and whether it is the content.
    """
    stack: list[HtmlElement | tuple[str, HtmlElement]] = [body]
    for _ in range(_MOST_STEPS):
        if not stack:
            return
        part = stack.pop()
        if isinstance(part, tuple):
            if len(part[0].split()) >= _LEAST_WORDS:
                yield part[1], True
            continue
        if parts.hides(part) or part.tag in _CONTROLS:
            continue
        if part in mains:
            yield part, True
        elif _is_heading(part) or (
            # What is around was passed by this walk, and is not shared.
            part is not body and (parts.is_menu(part) or parts.is_list_of_links(part))
        ):
            if _says(part, parts):
                yield part, False
        else:
            within: list[HtmlElement | tuple[str, HtmlElement]] = [(part.text or "", part)]
            for child in part:
                within += (child, (child.tail or "", part))
            stack.extend(reversed(within))


def _says(element: HtmlElement, parts: _Parts, *, own: bool = False) -> bool:
    """Whether an element says anything to assistive technology.

    Args:
        own: what menus say within it does not count.
    """
    stack = [element]
    for _ in range(_MOST_STEPS):
        if not stack:
            return False
        part = stack.pop()
        if parts.hides(part) or (own and parts.is_menu(part)):
            continue
        if (part.text or "").strip() or (part.tag == "img" and part.get("alt")):
            return True
        if any((child.tail or "").strip() for child in part):
            return True
        stack.extend(reversed(part))
    return True


def _is_heading(element: HtmlElement) -> bool:
    return element.tag in _HEADINGS or element.get("role", "").strip().lower() == "heading"


def _has_heading(page: Page, parts: _Parts, behind: frozenset[HtmlElement]) -> bool:
    """Whether any heading stands outside of what the site shares, save those that a shared part follows."""
    known = names(page)
    return any(
        one not in behind and not parts.is_shared(one) and known.has(one)
        for one in with_role(page, "heading")
    )


def _is_marked(content: HtmlElement, page: Page) -> bool:
    """Whether content stands in a landmark that is not a menu's."""
    known = names(page)
    for around in (content, *content.iterancestors()):
        kind = role(around)
        # A section or a form is a landmark only if it has a name (HTML-AAM 1.0).
        named = around.tag not in {"section", "form"} or around.get("role") or known.has(around)
        if (kind in _LANDMARKS or (around.tag == "section" and kind in {"", "region"})) and named:
            return True
    return False


def _targets(page: Page) -> Iterator[HtmlElement]:
    """What the links within the page lead to that are told to assistive technology."""
    known, hides = names(page), exposure(page).hides
    for link, href in islice(addresses(page).items(), _MOST_LINKS):
        if href.startswith("#") and len(href) > 1 and not hides(link):
            target = known.with_id(href[1:])
            if target is not None:
                yield target


def _leads_to_content(target: HtmlElement, parts: _Parts) -> bool:
    """Whether what is read first from there on is no part that the site shares."""
    node: HtmlElement | None = target
    entering = True
    for _ in range(_MOST_STEPS):
        if node is None:
            return False
        if entering and not parts.hides(node):
            if (node.text or "").strip():
                return not parts.is_shared(node)
            if len(node):
                node = node[0]
                continue
        parent = node.getparent()
        if parent is not None and (node.tail or "").strip():
            return not parts.is_shared(parent)
        following = node.getnext()
        node, entering = (parent, False) if following is None else (following, True)
    return False


def _is_scripted(page: Page) -> bool:
    """Whether a control of the page may open, close or move past something by a script."""
    if page.elements("details") or any(
        next(button.iterancestors("form"), None) is None for button in page.elements("button")
    ):
        return True
    if any(link.tag == "a" for link in with_attribute(page, "onclick")):
        return True
    some = islice(addresses(page).values(), _MOST_LINKS)
    return any(href.strip() in {"#", "javascript:void(0)"} for href in some)
