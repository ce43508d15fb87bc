"""Check `bold-headings`."""

from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from webaudit.extract.exposure import exposure
from webaudit.extract.role import with_role
from webaudit.extract.sections import stands_alone
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import wcag

_MOST = 200
_LONGEST, _SHORTEST = 80, 3
_TEXT = 60
"""Characters of a paragraph that is a text below a heading."""

_FEWEST = 2
"""Bold lines with a text below; one may be the emphasis of a notice."""

_ELSEWHERE = frozenset(
    ["table", "li", "blockquote", "footer", "header", "nav", "figure", "a", "button", "form", "label", "dl"]
)
_SENTENCE = (".", ",", ";", ":", "!", "?", "”", '"', ")")
_PARTS = 30


@check(
    id="bold-headings",
    title="Headings are made as headings, not as bold paragraphs",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_1_3_1,),
    remedy="Make a heading of the bold line. In WordPress: choose the paragraph in the editor, change it to "
    "Heading, and choose the level, h2 for the parts of a page.",
    since="0.3.0",
    heuristic=True,
)
def bold_headings(page: Page) -> Iterator[Verdict]:
    """A screen reader jumps from heading to heading, and lists them as the contents of the page.

    A line that only looks like one, by bold letters, is not among them.

    Target: each heading, and each short bold line that is a paragraph of its own with a text or a list below.
    Expectation: the page has headings, where there are two such lines or more.
    Limits: beside real headings a bold line may be mere emphasis: people must judge it.

    Passed:
        ```html
        <h2>Syarat izin usaha</h2><p>Bawalah kartu tanda penduduk dan kartu keluarga ke loket pelayanan.</p>
        ```

    Failed (heading-bold):
        ```html
        <p><b>Syarat</b></p><p>Bawalah kartu tanda penduduk dan kartu keluarga ke loket pelayanan.</p>
        <p><b>Biaya</b></p><p>Izin ini tidak dipungut biaya, dan selesai dalam waktu tiga hari kerja.</p>
        ```

    CantTell (line-bold):
        ```html
        <p><b>Syarat</b></p><p>Bawalah kartu tanda penduduk dan kartu keluarga ke loket pelayanan.</p>
        ```
    """
    hides = exposure(page).hides
    headings = tuple(with_role(page, "heading"))
    bold = page.elements("strong", "b")[:_MOST]
    lines = [line for one in bold if (line := _line(one)) is not None and not hides(line)]
    yield from (passed(heading) for heading in headings)
    for line in dict.fromkeys(lines):
        if not headings and len(lines) >= _FEWEST:
            yield failed(
                line, "heading-bold", "a bold paragraph stands where a heading should, and the page has none"
            )
        else:
            yield cant_tell(line, "line-bold", "a bold paragraph with a text below may be meant as a heading")


def _line(bold: HtmlElement) -> HtmlElement | None:
    """The paragraph that is nothing but this bold text, and has a text or a list below it; else None."""
    paragraph = bold.getparent()
    if paragraph is None or paragraph.tag != "p" or len(paragraph) != 1 or not stands_alone(bold):
        return None
    text = _text(bold)
    if not _SHORTEST <= len(text) <= _LONGEST or text.endswith(_SENTENCE) or not any(map(str.isalpha, text)):
        return None
    if (bold.tail or "").strip() or (paragraph.tail or "").strip():
        return None
    below = paragraph.getnext()
    if below is None or any(around.tag in _ELSEWHERE for around in paragraph.iterancestors()):
        return None
    return paragraph if below.tag in {"ul", "ol"} or _is_text(below) else None


def _is_text(below: HtmlElement) -> bool:
    """Whether it is a paragraph of plain text."""
    if below.tag != "p" or (len(below) and below[0].tag in {"strong", "b"}):
        return False
    return len(_text(below)) >= _TEXT


def _text(element: HtmlElement) -> str:
    return " ".join("".join(islice(element.itertext(), _PARTS)).split())
