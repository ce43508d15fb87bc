"""Elements that a style sheet hides in a way that no menu or slide show uses."""

import re

from lxml.html import HtmlElement

from webaudit.extract.cascade import styles
from webaudit.model.page import Page

_FAR_OFF = re.compile(r"-\s*\d{3,}")


def is_concealed(page: Page, element: HtmlElement) -> bool:
    """Whether a style sheet or a style hides an element in a way that no menu or slide show uses."""
    for style in styles(page).of(element).around():
        moved = style["position"] in {"absolute", "fixed"} and any(
            _FAR_OFF.match(style[side]) for side in ("left", "top") if side not in style.unsure
        )
        far = _FAR_OFF.match(style["text-indent"]) and "text-indent" not in style.unsure
        if moved or far or (style.size_px < 1 and "font-size" not in style.unsure):
            return True
    return False
