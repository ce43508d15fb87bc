"""Check `field-name`."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from webaudit.extract.exposure import exposure, may_hide_more
from webaudit.extract.name import names
from webaudit.extract.role import own_role, with_role, written_role
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag

_ROLES = (
    *("checkbox", "combobox", "listbox", "menuitemcheckbox", "menuitemradio", "radio", "searchbox"),
    *("slider", "spinbutton", "switch", "textbox"),
)
_WITHOUT_ROLE = ("color", "date", "datetime-local", "file", "month", "password", "time", "week")


@check(
    id="field-name",
    title="Every form field has a label",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_4_1_2, act.E086E5),
    remedy='Tie a label to the field: <label for="nama">Nama</label> <input id="nama">, or write '
    'aria-label="Cari" on a field that shows only an icon. In WordPress form plug-ins: fill in the label '
    "of each field and let it be shown.",
    since="0.2.0",
)
def field_name(page: Page) -> Iterator[Verdict]:
    """A screen reader says the label of a field; without one, nobody knows what to write there.

    A complaint or an application can then not be filed by those who cannot see the form.

    Target: each form field (`input` but for buttons, `select`, `textarea`, elements with the role of a field)
        that is told to assistive technology. On a page with style sheets, a box or a round button outside any
        form is taken for a switch that they hide (menus, slide shows), unless it has a name.
    Expectation: it has a name: a `label` tied to it or around it, `aria-label`, `aria-labelledby`, `title` or
        `placeholder`.
    Limits: what style sheets hide is taken as shown; whether the label says what is asked is left to people;
        a label that a script fills in can not be told.

    Passed:
        ```html
        <label>Nama <input name="nama"></label>
        <input type="search" name="s" aria-label="Cari">
        ```

    Failed:
        ```html
        Nama <input name="nama">
        ```

    CantTell (name-by-script):
        ```html
        <input name="nama" :placeholder="petunjuk">
        ```
    """
    known, styled = names(page), may_hide_more(page)
    for field in _fields(page):
        if known.has(field):
            yield passed(field)
        elif styled and _is_switch(field):
            continue
        elif known.is_scripted(field):
            yield cant_tell(field, "name-by-script", "only a script can give the name, and none was run")
        else:
            yield failed(field, "field-nameless", "the form field has no label")


def _fields(page: Page) -> Iterator[HtmlElement]:
    """What a visitor fills in, by its role or, where the type has none, by its type."""
    yield from with_role(page, *_ROLES)
    hides = exposure(page).hides
    for field in page.elements("input"):
        kind = field.get("type", "").strip().lower()
        if kind in _WITHOUT_ROLE and not written_role(field) and not own_role(field) and not hides(field):
            yield field


def _is_switch(field: HtmlElement) -> bool:
    """Whether nobody receives what is chosen: style sheets use such boxes to open and shut."""
    return own_role(field) in {"checkbox", "radio"} and (
        field.get("form") is None and next(field.iterancestors("form"), None) is None
    )
