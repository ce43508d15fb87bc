"""Check `motion`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.rendered import Rendered
from webaudit.standards import wcag

_TEXT_LETTERS = 10


@check(
    id="motion",
    title="What moves by itself can be stopped",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_2_2_2, wcag.SC_2_3_1),
    remedy="Let the text stand still, or put a button beside it that stops it. In WordPress: take the "
    "running text (news ticker, marquee) out of the theme under Appearance, Customize, or switch "
    "its animation off.",
    since="0.3.0",
)
def motion(rendered: Rendered) -> Iterator[Verdict]:
    """Text that runs by is gone before slow readers have read it, and draws the eye from everything else.

    Who has an attention disorder can not read beside it, and flashes may bring on a seizure.

    Target: each element of a rendered page that an endless animation moves, and each large one that it makes
        flash.
    Expectation: no text of ten letters or more travels without end and without a control near it.
    Limits: what scripts move is not measured; what only fades or turns is left to people, and so are flashes:
        how bright they are is not known.

    Passed:
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"motion": [
             {"xpath": "/html/body/div", "markup": "<div>Jadwal", "letters": 0, "travels":
              false, "control": false, "per_second": 0.1, "flashes": false}]}}]}}
        ```

    Failed (text-travels):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"motion": [
             {"xpath": "/html/body/div", "markup": "<div>Jadwal", "letters": 48, "travels":
              true, "control": false, "per_second": 0.1, "flashes": false}]}}]}}
        ```

    CantTell (moves-maybe, flashes-maybe):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"motion": [
             {"xpath": "/html/body/div", "markup": "<div>Jadwal", "letters": 48, "travels":
              true, "control": true, "per_second": 0.1, "flashes": false}]}}]}}
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"motion": [
             {"xpath": "/html/body/div", "markup": "<div>Jadwal", "letters": 0, "travels":
              false, "control": false, "per_second": 5.0, "flashes": true}]}}]}}
        ```
    """
    for page in rendered.seen:
        for row in page.rows("motion"):
            letters, here = row.get("letters"), page.locate(row)
            many = isinstance(letters, int) and letters >= _TEXT_LETTERS
            if many and row.get("travels") and not row.get("control"):
                yield failed(here, "text-travels", "text runs by without end, and nothing near it stops it")
            elif row.get("flashes"):
                yield cant_tell(here, "flashes-maybe", "a large part flashes more than three times a second")
            elif many or row.get("travels"):
                yield cant_tell(
                    here, "moves-maybe", "it moves without end; whether it can be stopped is not known"
                )
            else:
                yield passed(here)
