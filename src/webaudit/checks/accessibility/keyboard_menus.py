"""Check `keyboard-menus`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.rendered import Rendered
from webaudit.standards import wcag


@check(
    id="keyboard-menus",
    title="Menus open with the keyboard",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_2_1_1,),
    remedy="Let the menu open with Enter too, not under the mouse alone: make its first line a <button "
    "aria-expanded>. In WordPress: choose a theme whose menus open with the keyboard, or use the "
    "navigation block.",
    since="0.3.0",
)
def keyboard_menus(rendered: Rendered) -> Iterator[Verdict]:
    """A menu that opens under the mouse is shut for whoever uses the keyboard, and for most phones.

    What stands in it can then be found nowhere else, or only after a long search.

    Target: each list of links on a rendered page that opens under the mouse, the first four.
    Expectation: the Tab key, Enter, the space bar or an arrow key opens it or leads into it, or all its links
        stand elsewhere on the page too.
    Limits: where the first line of a menu leads to a page, that page may list what the menu holds: then it is
        left to people.

    Passed:
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"menus": [
             {"xpath": "/html/body/nav/ul/li/a", "markup": "<a>Layanan", "links": 4,
              "elsewhere": false, "leads": false, "by_keyboard": true}]}}]}}
        ```

    Failed (menu-mouse-only):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"menus": [
             {"xpath": "/html/body/nav/ul/li/a", "markup": "<a>Layanan", "links": 4,
              "elsewhere": false, "leads": false, "by_keyboard": false}]}}]}}
        ```

    CantTell (menu-maybe):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"menus": [
             {"xpath": "/html/body/nav/ul/li/a", "markup": "<a>Layanan", "links": 4,
              "elsewhere": false, "leads": true, "by_keyboard": false}]}}]}}
        ```
    """
    for page in rendered.seen:
        for row in page.rows("menus"):
            if row.get("by_keyboard") or row.get("elsewhere"):
                yield passed(page.locate(row))
            elif row.get("leads"):
                yield cant_tell(
                    page.locate(row),
                    "menu-maybe",
                    "no key opens this menu; whether the page behind it has the same links is not known",
                )
            else:
                yield failed(
                    page.locate(row),
                    "menu-mouse-only",
                    "this menu opens under the mouse, and no key opens it",
                )
