"""Check `focus-order`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.rendered import Rendered, Row
from webaudit.standards import wcag

_NEAR_PX = 2


@check(
    id="focus-order",
    title="The keyboard goes through a form in the order in which it is read",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_2_4_3,),
    remedy="Take the attribute tabindex away where it is greater than 0: the keyboard then follows the page. "
    "In WordPress: look for it in the settings of the form plugin, or ask whoever made the theme.",
    since="0.3.0",
)
def focus_order(rendered: Rendered) -> Iterator[Verdict]:
    """Numbers in tabindex send the keyboard through a page in an order of their own.

    Who fills in a form with the keyboard jumps to and fro, and may not notice what was left out.

    Target: each place that the Tab key reaches on a rendered page, the first 80, if its tabindex is greater
        than 0, and so is that of the place before it.
    Expectation: of two such places in one form, list or table, none is reached after one that stands behind
        it, both in the markup and to the eye: beneath it in one column, or to the right of it in one line.
    Limits: one that is reached before all else, though more stands before it, is left to people.

    Passed:
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"focus_order": [
             {"xpath": "/html/body/form/input[1]", "markup": "<input>", "left": 8, "top": 10,
              "width": 200, "height": 20, "tabindex": 1, "nth": 0, "group": "/html/body/form",
              "seen": true},
             {"xpath": "/html/body/form/input[2]", "markup": "<input>", "left": 8, "top": 50,
              "width": 200, "height": 20, "tabindex": 2, "nth": 1, "group": "/html/body/form",
              "seen": true}]}}]}}
        ```

    Failed (order-backwards):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"focus_order": [
             {"xpath": "/html/body/a", "markup": "<a>Beranda", "tabindex": 0, "nth": 9},
             {"xpath": "/html/body/form/input[2]", "markup": "<input>", "left": 8, "top": 50,
              "width": 200, "height": 20, "tabindex": 1, "nth": 1, "group": "/html/body/form",
              "seen": true},
             {"xpath": "/html/body/form/input[1]", "markup": "<input>", "left": 8, "top": 10,
              "width": 200, "height": 20, "tabindex": 2, "nth": 0, "group": "/html/body/form",
              "seen": true}]}}]}}
        ```

    CantTell (order-leaps):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"focus_order": [
             {"xpath": "/html/body/form/input", "markup": "<input>", "left": 8, "top": 900,
              "width": 200, "height": 20, "tabindex": 1, "nth": 12, "group": "/html/body/form",
              "seen": true}]}}]}}
        ```
    """
    for page in rendered.seen:
        before: Row | None = None
        for row in page.rows("focus_order"):
            if _number(row, "tabindex") > 0 and row.get("nth") is not None:
                if before is not None and _leads_back(before, row):
                    yield failed(
                        page.locate(row),
                        "order-backwards",
                        "the keyboard comes here after {other}, which stands behind it",
                        other=str(before.get("markup")),
                    )
                elif before is None and _number(row, "nth") > 0:
                    yield cant_tell(
                        page.locate(row),
                        "order-leaps",
                        "the keyboard comes here before all that stands before it",
                    )
                elif before is not None and _number(before, "tabindex") > 0:
                    yield passed(page.locate(row))
            before = row


def _leads_back(before: Row, here: Row) -> bool:
    """Whether the author's own numbers lead from one place to another that precedes it in every regard."""
    numbered = _number(before, "tabindex") > 0 and before.get("nth") is not None
    together = bool(here.get("group")) and here.get("group") == before.get("group")
    shown = bool(here.get("seen") and before.get("seen"))
    if not (numbered and together and shown) or _number(here, "nth") >= _number(before, "nth"):
        return False
    above = _ends(here, "top", "height") <= _number(before, "top") + _NEAR_PX
    left = _ends(here, "left", "width") <= _number(before, "left") + _NEAR_PX
    return (above and _beside(here, before, "left", "width")) or (
        left and _beside(here, before, "top", "height")
    )


def _beside(one: Row, other: Row, start: str, size: str) -> bool:
    """Whether two places share a column or a line."""
    shared = min(_ends(one, start, size), _ends(other, start, size)) - max(
        _number(one, start), _number(other, start)
    )
    return shared * 2 > min(_number(one, size), _number(other, size))


def _ends(row: Row, start: str, size: str) -> float:
    return _number(row, start) + _number(row, size)


def _number(row: Row, name: str) -> float:
    value = row.get(name)
    return value if isinstance(value, int | float) else 0
