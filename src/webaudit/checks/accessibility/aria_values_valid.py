"""Check `aria-values-valid`."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from webaudit.extract.attribute import ARIA, with_attribute
from webaudit.extract.name import Names, names
from webaudit.extract.role import role
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag
from webaudit.vocabulary.aria import aria

_INTEGER = re.compile(r"[+-]?\d+$")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$")
_UNFILLED = ("{{", "${", "<%", "[[")
"""Where a script has yet to write the value."""


@check(
    id="aria-values-valid",
    title="ARIA attributes hold values that exist",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_4_1_2, act.RULE_6A7281),
    remedy='Correct the value: aria-expanded holds "true" or "false". In WordPress it belongs to the '
    "theme or a plug-in: update it, or ask whoever made it.",
    since="0.2.0",
)
def aria_values_valid(page: Page) -> Iterator[Verdict]:
    """An ARIA attribute holds one of a few words, a number, or the id of another element.

    With any other value it says nothing, or the wrong thing: that a menu is shut which is open.

    Target: each element with an ARIA attribute that is defined and not empty.
    Expectation: all these attributes hold a value of their kind; an element that its role must be tied to
        stands on the page.
    Limits: whether the value is true is not judged, nor are values that a script has yet to write.

    Passed:
        ```html
        <button aria-expanded="false">Menu</button>
        ```

    Failed:
        ```html
        <button aria-expanded="collapsed">Menu</button>
        ```
    """
    known, attributes = names(page), aria().attributes
    for element in with_attribute(page, ARIA):
        held = [(name, value) for name, value in element.items() if name in attributes and value.strip()]
        wrong = next((name for name, value in held if not _holds(element, name, value, known)), None)
        if wrong is not None:
            value = element.get(wrong, "").strip()[:40]
            yield failed(element, "value-unknown", "{name} can not be “{value}”", name=wrong, value=value)
        elif held:
            yield passed(element)


def _holds(element: HtmlElement, name: str, value: str, known: Names) -> bool:
    """Whether a value is of the attribute's kind."""
    values = aria().attributes[name]
    if values.kind == "string" or any(mark in value for mark in _UNFILLED):
        return True
    plain = value.strip().lower()
    match values.kind:
        case "one of":
            return plain in values.tokens
        case "some of":
            return all(token in values.tokens for token in plain.split())
        case "integer":
            return _INTEGER.match(plain) is not None
        case "number":
            return _NUMBER.match(plain) is not None
        case "id" if len(plain.split()) > 1:
            return False
    return not _is_required(element, name) or any(known.with_id(id) is not None for id in value.split())


def _is_required(element: HtmlElement, name: str) -> bool:
    """Whether the role needs the other element now: a list is not there before its box is opened."""
    needed = role(element)
    if needed == "combobox" and element.get("aria-expanded", "").strip().lower() != "true":
        return False
    return element.get("role") is not None and name in aria().required.get(needed, ())
