"""Check `main-heading`."""

from collections.abc import Iterator

from webaudit.extract.bypass import start
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act


@check(
    id="main-heading",
    title="The content of the page has a heading",
    category=Category.ACCESSIBILITY,
    severity=Severity.MINOR,
    sources=(act.RULE_047FE0,),
    remedy="Write what the page is about as a heading above its text. In WordPress: the block Heading, or "
    "switch on the title of the page in the settings of the theme.",
    since="0.3.0",
    sole_target=True,
    advisory=True,
)
def main_heading(page: Page) -> Iterator[Verdict]:
    """Most people who hear pages find the content by its headings, and jump there over the menu.

    Where only the menu has headings they search in vain.

    Target: each page on which a menu, the head of the site or a list of links stands before the content.
    Expectation: a heading that is told to assistive technology leads to the content, or stands in it.
    Limits: what is the same on all pages is known by its place and its links. Whether the heading says what
        follows is left to people.

    Passed:
        ```html
        <nav><a href="/">Beranda</a> <a href="/profil">Profil</a></nav>
        <h1>Jadwal</h1><p>Kantor kami buka setiap hari kerja.</p>
        ```

    Failed (content-without-heading):
        ```html
        <nav><h2>Menu</h2><a href="/">Beranda</a> <a href="/profil">Profil</a></nav>
        <main><p>Kantor kami buka setiap hari kerja.</p></main>
        ```
    """
    begins = start(page)
    if begins is None:
        return
    if begins.headed:
        yield passed(begins.content)
    else:
        yield failed(begins.content, "content-without-heading", "the content begins here, without a heading")
