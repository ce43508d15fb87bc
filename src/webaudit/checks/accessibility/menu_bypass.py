"""Check `menu-bypass`."""

from collections.abc import Iterator

from webaudit.extract.bypass import start
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag


@check(
    id="menu-bypass",
    title="There is a way past the menu to the content",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_2_4_1, act.CF77F2),
    remedy="Give the content a heading, put it into <main>, or begin the page with a link to it. In "
    "WordPress: choose a theme with the tag “accessibility-ready” under Appearance, Themes.",
    since="0.3.0",
    sole_target=True,
)
def menu_bypass(page: Page) -> Iterator[Verdict]:
    """Who hears a page, or moves through it by keyboard, meets the same menu on every page.

    The eye jumps over it. The ear and the tab key need something to jump to, or go through fifty links each
    time.

    Target: each page on which a menu, the head of the site or a list of links stands before the content.
    Expectation: a heading leads to the content, it stands in a landmark such as `main`, or a link within the
        page leads to it.
    Limits: what is the same on all pages is known by its place and its links. Where a script may close the
        menu, people must try it. Whether a heading says what follows is left to people.

    Passed:
        ```html
        <nav><a href="/">Beranda</a> <a href="/profil">Profil</a></nav>
        <h1>Jadwal</h1><p>Kantor kami buka setiap hari kerja.</p>
        ```

    Failed (menu-unavoidable):
        ```html
        <nav><a href="/">Beranda</a> <a href="/profil">Profil</a></nav>
        <p>Kantor kami buka setiap hari kerja.</p>
        ```

    CantTell (menu-maybe-closed):
        ```html
        <nav><button>Menu</button> <a href="/">Beranda</a> <a href="/profil">Profil</a></nav>
        <p>Kantor kami buka setiap hari kerja.</p>
        ```
    """
    begins = start(page)
    if begins is None:
        return
    if begins.headed or begins.marked or begins.skipped_to:
        yield passed(begins.content)
    elif begins.scripted:
        message = "nothing leads past the menu to the content, unless a script closes it: that is not known"
        yield cant_tell(begins.blocks[0], "menu-maybe-closed", message)
    else:
        message = "nothing leads past this part to the content: no heading, no main part, no link"
        yield failed(begins.blocks[0], "menu-unavoidable", message)
