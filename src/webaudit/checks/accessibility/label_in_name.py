"""Check `label-in-name`."""

import re
from collections.abc import Iterator

from webaudit.extract.attribute import with_attribute
from webaudit.extract.exposure import exposure
from webaudit.extract.legible import seen_text
from webaudit.extract.name import names
from webaudit.extract.role import role
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag

_ROLES = frozenset(
    [
        *("button", "checkbox", "link", "menuitem", "menuitemcheckbox", "menuitemradio", "option", "radio"),
        *("switch", "tab", "treeitem"),
    ]
)
"""Controls that are named by what they hold (WAI-ARIA 1.2)."""

_WORD = re.compile(r"[^\W_]+")


@check(
    id="label-in-name",
    title="Controls answer to the words that are written on them",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_2_5_3, act.RULE_2EE8B8),
    remedy="Let the aria-label begin with the words that can be seen, or take it away: a button that reads "
    "“Kirim” needs no other name. In WordPress it belongs to the theme or a plug-in.",
    since="0.3.0",
)
def label_in_name(page: Page) -> Iterator[Verdict]:
    """People who steer by voice say what they see: “click Kirim”.

    If the button has another name for machines than for eyes, nothing happens.

    Target: each link, button or other control that is named by ARIA, in which words can be seen.
    Expectation: its name holds these words, one after the other.
    Limits: letters that are drawn as pictures by an icon font are known by the font's name alone.

    Passed:
        ```html
        <a href="/berita/1" aria-label="Selengkapnya tentang vaksinasi">Selengkapnya</a>
        ```

    Failed:
        ```html
        <button aria-label="Submit">Kirim</button>
        ```
    """
    known, hides = names(page), exposure(page).hides
    for attribute in ("aria-label", "aria-labelledby"):
        for element in with_attribute(page, attribute):
            if attribute == "aria-labelledby" or not element.get("aria-labelledby"):
                if role(element) not in _ROLES or hides(element):
                    continue
                seen = _WORD.findall(seen_text(page, element).lower())
                name = _WORD.findall(" ".join(known.parts(element)).lower())
                # One letter alone is a sign, and without a name there is another check.
                if not name or len("".join(seen)) < 2:
                    continue
                if _holds(name, seen):
                    yield passed(element)
                else:
                    yield failed(
                        element,
                        "label-not-in-name",
                        "it reads “{seen}”, but its name is “{name}”",
                        seen=" ".join(seen)[:80],
                        name=" ".join(name)[:80],
                    )


def _holds(name: list[str], seen: list[str]) -> bool:
    """Whether the words stand in the name, one after the other."""
    return f" {' '.join(seen)} " in f" {' '.join(name)} "
