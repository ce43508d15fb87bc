"""Check `empty-paragraphs`."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from webaudit.extract.exposure import exposure
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import wcag

_LETTERING = frozenset(["br", "b", "strong", "i", "em", "u", "span", "font"])
"""What may stand in an empty paragraph: it shows nothing by itself."""

_MOST = 50
"""Elements within one paragraph that is still taken for empty."""


@check(
    id="empty-paragraphs",
    title="Room between paragraphs is made by styles, not by empty paragraphs",
    category=Category.ACCESSIBILITY,
    severity=Severity.MINOR,
    sources=(wcag.SC_1_3_1,),
    remedy="Delete the empty paragraphs. Where more room is wanted, use the spacer block. In WordPress: open "
    "the page in the editor, and delete the empty blocks; in the list view they are easily found.",
    since="0.3.0",
    advisory=True,
)
def empty_paragraphs(page: Page) -> Iterator[Verdict]:
    """Who listens to a page hears “blank” at each empty line, and may think that the text is over.

    On a telephone the same lines push the text apart, so that more has to be scrolled.

    Target: each paragraph that is told to assistive technology and holds a text, a blank or a line break.
    Expectation: it says something, or holds something that is shown.
    Limits: a paragraph with an id may be filled by a script; an empty one without any blank takes no room.
        WCAG does not forbid them; they are bad style, and cost no points.

    Passed:
        ```html
        <p>Kantor buka pukul delapan.</p><p>Bawalah kartu keluarga.</p>
        ```

    Failed (paragraph-empty):
        ```html
        <p>&nbsp;</p>
        ```
    """
    hides = exposure(page).hides
    for paragraph in page.elements("p"):
        if (paragraph.text or "").strip():
            if not hides(paragraph):
                yield passed(paragraph)
        elif _takes_room(paragraph) and not hides(paragraph):
            yield failed(paragraph, "paragraph-empty", "an empty paragraph stands here, to make room")


def _takes_room(paragraph: HtmlElement) -> bool:
    """Whether it shows an empty line, and nothing else will stand there."""
    if paragraph.get("id") is not None or not (len(paragraph) or "\xa0" in (paragraph.text or "")):
        return False
    blank = "\xa0" in (paragraph.text or "")
    for number, inner in enumerate(paragraph.iterdescendants()):
        # With a name of its own an empty element shows an icon.
        if number >= _MOST or inner.tag not in _LETTERING or inner.get("class") or inner.get("id"):
            return False
        texts = (inner.text or "") + (inner.tail or "")
        if texts.strip():
            return False
        blank |= inner.tag == "br" or "\xa0" in texts
    return blank
