"""Forms that citizens fill in, and cannot send."""

import re
from itertools import islice

from lxml.html import HtmlElement

from webaudit.vocabulary.subjects import subjects

_MOST_FORMS = 10
_MOST_PARTS = 300
_WRITTEN = frozenset({"", "text", "email", "tel", "number", "date", "url"})
_SENDS = frozenset({"submit", "image", "button"})
_NOWHERE = re.compile(
    r"https?:/*|https?://(?:localhost|127\.0\.0\.1|(?:www\.)?example\.(?:com|org|net))(?:[:/].*)?",
    re.IGNORECASE,
)


def has_dead_form(root: HtmlElement) -> bool:
    """Whether a page has a form to write in, and none of them can be sent.

    Only what is certain counts: a form without anything to press, or whose address is nobody's.
    """
    written = [form for form in islice(root.iter("form"), _MOST_FORMS) if _is_written(form)]
    return bool(written) and all(_is_dead(form, root) for form in written)


def _is_written(form: HtmlElement) -> bool:
    """Whether a form has a field to write in that is no search."""
    if (form.get("role") or "").lower() == "search":
        return False
    for field in islice(form.iter("input", "textarea"), _MOST_PARTS):
        name = (field.get("name") or "").lower()
        kind = (field.get("type") or "").strip().lower()
        if field.tag == "textarea" or (kind in _WRITTEN and name not in subjects().search_fields):
            return True
    return False


def _is_dead(form: HtmlElement, root: HtmlElement) -> bool:
    action = (form.get("action") or "").strip()
    if action and _NOWHERE.fullmatch(action[:200]):
        return True
    for part in islice(form.iter("button", "input", "a"), _MOST_PARTS):
        if part.tag != "input" or (part.get("type") or "").strip().lower() in _SENDS:
            return False
    if any(part.get("role") == "button" or part.get("onclick") for part in islice(form.iter(), _MOST_PARTS)):
        return False
    name = form.get("id")
    outside = islice(root.iter("button", "input"), _MOST_PARTS) if name else ()
    return not any(part.get("form") == name for part in outside)
