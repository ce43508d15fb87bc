"""Check `typed-lists`."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from webaudit.extract.exposure import exposure
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import wcag

_FEWEST = 3
"""Lines in a row; two may be anything."""

_BULLET = re.compile(r"[•●○◦▪▫■□◆◇❖►▶▸➢➤✓✔∙\uf0a7\uf0b7\uf0d8\uf0fc](?=\s|\w|$)")
"""Written for nothing but lists, those of Word among them."""

_NUMBER = re.compile(r"\(?(\d{1,2}|[a-z])[.)](?=\s)")
_DASH = re.compile(r"[-–—*](?=\s)")
_START = 40
"""Characters of a line that are looked at."""


class _Line(NamedTuple):
    """A line of a text, and how it begins."""

    element: HtmlElement
    kind: str
    number: int


@check(
    id="typed-lists",
    title="Lists are made as lists",
    category=Category.ACCESSIBILITY,
    severity=Severity.MINOR,
    sources=(wcag.SC_1_3_1,),
    remedy="Make a list of the lines, and take the typed bullets and numbers away. In WordPress: mark the "
    "lines in the editor and choose List (bulleted or numbered).",
    since="0.3.0",
)
def typed_lists(page: Page) -> Iterator[Verdict]:
    """A screen reader tells how many items a list has, and lets its user jump over it or from item to item.

    Lines with typed bullets look like a list, and are heard as one text without end.

    Target: each list (`ul`, `ol`), and each three or more lines in a row, parted as paragraphs or by `br`,
        that begin with a bullet, a dash or ascending numbers or letters.
    Expectation: lines that begin with bullets stand in a list.
    Limits: typed numbers and dashes can be read aloud, and may be those of a law or a talk: people must
        judge them.

    Passed:
        ```html
        <ul><li>Fotokopi KTP</li><li>Fotokopi KK</li><li>Pas foto</li></ul>
        ```

    Failed (bullets-typed):
        ```html
        <p>• Fotokopi KTP<br>• Fotokopi KK<br>• Pas foto</p>
        ```

    CantTell (list-typed):
        ```html
        <p>1. Fotokopi KTP</p><p>2. Fotokopi KK</p><p>3. Pas foto</p>
        ```
    """
    hides = exposure(page).hides
    for run in (*_runs(_paragraphs(page)), *_runs(_broken(page))):
        first = run[0].element
        if hides(first):
            continue
        if run[0].kind == "bullet":
            message = "{count} lines in a row begin with typed bullets, and are no list"
            yield failed(first, "bullets-typed", message, count=len(run))
        else:
            message = "{count} lines in a row begin with typed numbers or dashes, and may be a list"
            yield cant_tell(first, "list-typed", message, count=len(run))
    yield from (passed(one) for one in page.elements("ul", "ol") if not hides(one))


def _paragraphs(page: Page) -> Iterator[_Line | None]:
    """Paragraphs as lines; None between those that are no neighbours."""
    last: HtmlElement | None = None
    for paragraph in page.elements("p"):
        if paragraph.getprevious() is not last or (last is not None and (last.tail or "").strip()):
            yield None
        yield _line(paragraph, _beginning(paragraph))
        last = paragraph


def _broken(page: Page) -> Iterator[_Line | None]:
    """Lines that are parted by `br`; None between those of two texts."""
    around: HtmlElement | None = None
    for one in page.elements("br"):
        parent = one.getparent()
        if parent is None:
            continue
        if parent is not around:
            around = parent
            yield None
            yield _line(parent, _beginning(parent))
        following = one.getnext()
        text = (one.tail or "").strip()
        if not text and following is not None and following.tag == "br":
            # An empty line between two items.
            continue
        yield _line(parent, text or ("" if following is None else _beginning(following)))


def _beginning(element: HtmlElement) -> str:
    """How a text begins, be it in bold letters."""
    node = element
    while not (text := (node.text or "").strip()) and len(node) and node[0].tag != "br":
        node = node[0]
    return text


def _line(element: HtmlElement, text: str) -> _Line:
    start = text[:_START].lower()
    if _BULLET.match(start):
        return _Line(element, "bullet", 0)
    if (match := _NUMBER.match(start)) is not None:
        number = match[1]
        return _Line(element, "number", int(number) if number.isdigit() else ord(number) - ord("a") + 1)
    return _Line(element, "dash" if _DASH.match(start) else "", 0)


def _runs(lines: Iterable[_Line | None]) -> Iterator[list[_Line]]:
    """Lines in a row that begin alike, and ascend from one where they are numbered."""
    run: list[_Line] = []
    for line in (*lines, None):
        goes_on = run and line is not None and line.kind == run[0].kind
        if goes_on and line is not None and (line.kind != "number" or line.number == run[-1].number + 1):
            run.append(line)
            continue
        if len(run) >= _FEWEST:
            yield run
        begins = line is not None and line.kind and line.number in {0, 1}
        run = [line] if line is not None and begins else []
