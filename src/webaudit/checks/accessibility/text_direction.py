"""Check `text-direction`."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from webaudit.extract.attribute import with_attribute
from webaudit.extract.exposure import exposure, may_hide_more
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import wcag
from webaudit.vocabulary.word import beyond_ascii

_VALUES = frozenset(["ltr", "rtl", "auto"])
_BLOCKS = ("p", "div", "blockquote", "li", "td", "h1", "h2", "h3", "h4", "h5", "h6")
_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_STYLED = re.compile(r"direction\s*:\s*rtl", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_FEWEST = 40
"""Letters of a text that is more than a phrase."""

_MOST_PARTS = 50
"""Elements of a text that are read."""


@check(
    id="text-direction",
    title="Arabic texts say that they run from right to left",
    category=Category.ACCESSIBILITY,
    severity=Severity.MINOR,
    sources=(wcag.SC_1_3_2,),
    remedy='Write dir="rtl" lang="ar" on the paragraph with the Arabic text. In WordPress: choose the block, '
    "then Edit as HTML.",
    since="0.3.0",
    advisory=True,
)
def text_direction(page: Page) -> Iterator[Verdict]:
    """An Arabic verse in a page that runs from left to right has its full stops on the wrong side.

    Lines that mix numbers or Latin words are then read in a wrong order.

    Target: each `dir` attribute, and each paragraph or block whose own text is mostly in letters that run
        from right to left, and more than a phrase.
    Expectation: the attribute says `ltr`, `rtl` or `auto`; the text stands in an element that says `rtl` or
        `auto`.
    Limits: where a style sheet speaks of directions, nobody can tell without looking.

    Passed:
        ```html
        <p dir="rtl" lang="ar">بسم الله الرحمن الرحيم الحمد لله رب العالمين والصلاة والسلام</p>
        ```

    Failed (direction-unsaid):
        ```html
        <p>بسم الله الرحمن الرحيم الحمد لله رب العالمين والصلاة والسلام</p>
        ```

    Failed (direction-invalid):
        ```html
        <p dir="right">Pelayanan</p>
        ```

    CantTell (direction-by-style):
        ```html
        <style>.ayat { direction: rtl }</style>
        <p class="ayat">بسم الله الرحمن الرحيم الحمد لله رب العالمين والصلاة والسلام</p>
        ```
    """
    unseen = exposure(page).unseen
    for element in with_attribute(page, "dir"):
        said = element.get("dir", "")
        if element not in unseen and said.strip().lower() not in _VALUES:
            message = "dir says “{value}”; it can say ltr, rtl or auto"
            yield failed(element, "direction-invalid", message, value=said[:40])
    if not _FROM_RIGHT.search(beyond_ascii(page.reading.text)):
        return
    sheets = (*(sheet.text or "" for sheet in page.elements("style")), *page.sheets.values())
    styled = may_hide_more(page) or any(_STYLED.search(text) for text in sheets)
    for block in page.elements(*_BLOCKS):
        if block in unseen or not _runs_from_right(block):
            continue
        if _is_told(block):
            yield passed(block)
        elif styled or any(_STYLED.search(one.get("style") or "") for one in _with_all_around(block)):
            message = "whether a style says that this Arabic text runs from right to left is not certain"
            yield cant_tell(block, "direction-by-style", message)
        else:
            message = "an Arabic text does not say that it runs from right to left"
            yield failed(block, "direction-unsaid", message)


def _runs_from_right(block: HtmlElement) -> bool:
    """Whether the text that a block holds itself is mostly in such letters, and more than a phrase."""
    text = "".join((block.text or "", *(_beside(part) for part in islice(block, _MOST_PARTS))))
    found = len(_FROM_RIGHT.findall(text))
    return found >= _FEWEST and 2 * found > len(_LETTER.findall(text))


def _beside(part: HtmlElement) -> str:
    """What a part of a line says, and what stands behind it."""
    return (part.tail or "") if part.tag in _BLOCKS else f"{part.text or ''}{part.tail or ''}"


def _with_all_around(block: HtmlElement) -> Iterator[HtmlElement]:
    yield block
    yield from block.iterancestors()


def _is_told(block: HtmlElement) -> bool:
    """Whether the nearest word on its direction, in or around it, is not the other one."""
    within = [one.get("dir") for one in islice(block, _MOST_PARTS) if one.get("dir")]
    around = (one.get("dir") for one in _with_all_around(block) if one.get("dir"))
    said = within[0] if within else next(around, None)
    return (said or "").strip().lower() in {"rtl", "auto"}
