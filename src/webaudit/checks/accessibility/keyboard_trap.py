"""Check `keyboard-trap`."""

import re
from collections.abc import Iterator
from itertools import islice

from webaudit.extract.attribute import with_attribute
from webaudit.extract.exposure import exposure
from webaudit.extract.focus import is_in_tab_order
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag

_LEAVES = "onblur"
_KEYS = "onkeydown"
_BACK = re.compile(r"\bthis\s*\.\s*focus\s*\(")
_REFUSES = re.compile(
    r"\s*(?:javascript:)?\s*(?:event\.preventDefault\(\);?\s*)?return\s+false\s*;?\s*", re.I
)
_ON_CONDITION = re.compile(r"\bif\b|\?|&&|\|\||\bswitch\b")
_LONGEST = 500
_MOST = 200


@check(
    id="keyboard-trap",
    title="The keyboard can leave whatever it enters",
    category=Category.ACCESSIBILITY,
    severity=Severity.CRITICAL,
    sources=(wcag.SC_2_1_2, act.RULE_80AF7B, act.A1B64E),
    remedy="Take away the script that brings the focus back (onblur) or swallows every key (onkeydown). In "
    "WordPress it often comes from a plug-in that forbids copying: switch that off.",
    since="0.3.0",
)
def keyboard_trap(page: Page) -> Iterator[Verdict]:
    """Who uses no mouse moves on by the tab key; where that is taken away they are caught for good.

    All that is left to them is to close the page.

    Target: each element with a script of its own for the moment when it loses the focus or when a key is
        pressed (`onblur`, `onkeydown`), that the keyboard reaches; `onkeydown` of the whole page too.
    Expectation: the script neither takes the focus back nor swallows every key.
    Limits: only scripts that stand in the element itself are read. What happens on a condition, people must
        try out.

    Passed:
        ```html
        <input aria-label="Nama" onblur="periksa(this)">
        ```

    Failed (focus-taken-back):
        ```html
        <button onblur="this.focus()">Kirim</button>
        ```

    Failed (keys-swallowed):
        ```html
        <body onkeydown="return false"><a href="/">Beranda</a></body>
        ```

    CantTell (trap-on-condition):
        ```html
        <input aria-label="Nama" onblur="if (!this.value) this.focus()">
        ```
    """
    hides = exposure(page).unseen
    scripted = dict.fromkeys((*with_attribute(page, _LEAVES), *with_attribute(page, _KEYS)))
    for element in islice(scripted, _MOST):
        if element in hides or not (element.tag == "body" or is_in_tab_order(element)):
            continue
        leaves, keys = (element.get(name, "")[:_LONGEST] for name in (_LEAVES, _KEYS))
        if _REFUSES.fullmatch(keys):
            yield failed(element, "keys-swallowed", "a script swallows every key, the tab key too")
        elif _BACK.search(leaves) is None:
            yield passed(element)
        elif _ON_CONDITION.search(leaves):
            yield cant_tell(element, "trap-on-condition", "a script takes the focus back on some condition")
        else:
            yield failed(element, "focus-taken-back", "a script takes the focus back when it should move on")
