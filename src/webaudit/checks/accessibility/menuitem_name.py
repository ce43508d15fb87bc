"""Check `menuitem-name`."""

from collections.abc import Iterator

from webaudit.extract.name import names
from webaudit.extract.role import with_role
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag


@check(
    id="menuitem-name",
    title="Every item of an application menu has a name",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_4_1_2, act.M6B1Q3),
    remedy="Give the item a text, or aria-label where it shows only an icon. A plain list of links "
    'is no application menu and needs no role="menuitem" at all.',
    since="0.2.0",
)
def menuitem_name(page: Page) -> Iterator[Verdict]:
    """An item of a menu is chosen by its name; without one nobody knows what will be chosen.

    A screen reader says "menu item", and nothing more.

    Target: each element with the role `menuitem` that is told to assistive technology.
    Expectation: it has a name: text, the alternative of a picture within, `aria-label`, `aria-labelledby` or
        `title`.
    Limits: what style sheets hide is taken as shown; whether the name says what the item does is left to
        people; a name that a script fills in can not be told.

    Passed:
        ```html
        <ul role="menu"><li role="none"><a role="menuitem" href="/profil">Profil</a></li></ul>
        ```

    Failed:
        ```html
        <ul role="menu"><li role="none"><a role="menuitem" href="/profil"><i class="fa
        fa-user"></i></a></li></ul>
        ```

    CantTell (name-by-script):
        ```html
        <ul role="menu"><li role="none"><a role="menuitem" href="/profil" x-text="nama"></a></li></ul>
        ```
    """
    known = names(page)
    for item in with_role(page, "menuitem"):
        if known.has(item):
            yield passed(item)
        elif known.is_scripted(item):
            yield cant_tell(item, "name-by-script", "only a script can give the name, and none was run")
        else:
            yield failed(item, "menuitem-nameless", "the menu item has no name")
