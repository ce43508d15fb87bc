"""Check `reading-order`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.rendered import Rendered
from webaudit.standards import wcag

_PROSE_LETTERS = 80
"""Of each paragraph: shorter ones may be dates, names and other parts of a card."""

_MOST_BACK = 1
"""A picture or a date above its heading is no other order of a text."""


@check(
    id="reading-order",
    title="Text is read aloud in the order in which it is seen",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_1_3_2,),
    remedy="Put the parts into the page in the order in which they are to be read, and take order, "
    "column-reverse and the like out of the style sheet. In WordPress: move the blocks with the arrows of "
    "the editor, and take the additional CSS class away.",
    since="0.3.0",
)
def reading_order(rendered: Rendered) -> Iterator[Verdict]:
    """A screen reader follows the markup, whatever a style sheet shows above or below.

    Steps and paragraphs that only look sorted are heard from the last to the first.

    Target: each box of a rendered page of which a style sheet turns three or more parts with text round, or
        gives them an order of their own; and each numbered list and run of paragraphs of which it moves one.
    Expectation: no numbered list and no run of paragraphs has a part that stands above the one before it.
    Limits: other parts, of cards for instance, mean something in any order: from two turned ones on, they are
        left to people.

    Passed:
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"reading_order": [
             {"xpath": "/html/body/div", "markup": "<div>Berita", "parts": 3, "back": 1,
              "numbered": false, "prose": false, "least": 12}]}}]}}
        ```

    Failed (order-turned):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"reading_order": [
             {"xpath": "/html/body/ol", "markup": "<ol>Isi formulir", "parts": 4, "back": 3,
              "numbered": true, "prose": false, "least": 12}]}}]}}
        ```

    CantTell (order-differs):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"reading_order": [
             {"xpath": "/html/body/div", "markup": "<div>Berita", "parts": 4, "back": 3,
              "numbered": false, "prose": false, "least": 12}]}}]}}
        ```
    """
    for page in rendered.seen:
        for row in page.rows("reading_order"):
            back, least = row.get("back"), row.get("least")
            turned = back if isinstance(back, int) else 0
            prose = row.get("prose") and isinstance(least, int) and least >= _PROSE_LETTERS
            if turned and (row.get("numbered") or prose):
                yield failed(
                    page.locate(row),
                    "order-turned",
                    "its parts are seen in another order than they are read in",
                )
            elif turned > _MOST_BACK:
                yield cant_tell(
                    page.locate(row),
                    "order-differs",
                    "its parts are seen in another order than they are read in; a person must judge",
                )
            else:
                yield passed(page.locate(row))
