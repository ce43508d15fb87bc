"""Which elements the keyboard reaches."""

import re

from lxml.html import HtmlElement

from webaudit.extract.exposure import exposure
from webaudit.extract.within import Within
from webaudit.model.page import Page

_INTEGER = re.compile(r"\s*([+-]?\d{1,9})")
_CONTROLS = frozenset(["button", "input", "select", "textarea"])


def reached(page: Page) -> Within:
    """What the tab key reaches within the elements of a page."""
    return page.once(_reached)


def _reached(page: Page) -> Within:
    unseen, inert = exposure(page).unseen, exposure(page).inert
    return Within(lambda node: is_in_tab_order(node) and node not in unseen and node not in inert)


def is_focusable(element: HtmlElement) -> bool:
    """Whether an element that is shown can take the focus."""
    if is_disabled(element):
        return False
    return _tab_index(element) is not None or _takes_focus(element)


def is_in_tab_order(element: HtmlElement) -> bool:
    """Whether the tab key reaches an element that is shown."""
    if is_disabled(element):
        return False
    index = _tab_index(element)
    return _takes_focus(element) if index is None else index >= 0


def is_disabled(element: HtmlElement) -> bool:
    """Whether it is a control that is switched off, by itself or by a fieldset around it."""
    if element.tag not in _CONTROLS:
        return False
    if element.get("disabled") is not None:
        return True
    for fieldset in element.iterancestors("fieldset"):
        if fieldset.get("disabled") is not None:
            legend = fieldset.find("legend")
            if legend is None or all(around is not legend for around in element.iterancestors("legend")):
                return True
    return False


def _tab_index(element: HtmlElement) -> int | None:
    written = _INTEGER.match(element.get("tabindex", ""))
    return int(written[1]) if written else None


def _takes_focus(element: HtmlElement) -> bool:
    """Whether it takes the focus by what it is (HTML Standard, 6.6.3)."""
    tag = element.tag
    if tag in {"a", "area"}:
        return element.get("href") is not None
    if tag == "input":
        return bool(element.get("type", "").strip().lower() != "hidden")
    if tag in {"audio", "video"}:
        return element.get("controls") is not None
    if tag == "summary":
        parent = element.getparent()
        return parent is not None and parent.tag == "details" and parent.find("summary") is element
    if element.get("contenteditable", "false").strip().lower() in {"", "true", "plaintext-only"}:
        return True
    return tag in {"button", "select", "textarea"}
