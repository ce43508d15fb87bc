"""What shows that a script writes in an element."""

from lxml.html import HtmlElement

_BINDINGS = (
    *("v-", ":", "x-", "ng-", "[", "data-bind", "data-i18n", "data-typed", "data-purecounter", "data-count"),
)
"""Beginnings of the attributes by which scripts fill in text: Vue, Alpine, Angular, Knockout, counters …"""

_WRITTEN_IN = frozenset(["b", "div", "em", "label", "p", "small", "span", "strong", "time"])


def is_bound(element: HtmlElement) -> bool:
    """Whether a script fills in its text."""
    names = element.keys()
    return any(name.startswith(_BINDINGS) for name in names)


def is_script(element: HtmlElement) -> bool:
    """Whether it is a script, an own element, or is there for a script to write in."""
    tag = str(element.tag)
    if tag == "script" or "-" in tag or is_bound(element):
        return True
    return tag in _WRITTEN_IN and element.get("id") is not None and not len(element)
