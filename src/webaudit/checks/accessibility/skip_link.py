"""Check `skip-link`."""

from collections.abc import Iterator

from webaudit.extract.bypass import start
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act


@check(
    id="skip-link",
    title="A link leads past the menu to the content",
    category=Category.ACCESSIBILITY,
    severity=Severity.MINOR,
    sources=(act.YE5D6E,),
    remedy='Begin each page with <a href="#content">Skip to the content</a>, and give the part where the '
    "content begins that id. In WordPress: choose a theme with the tag “accessibility-ready” under "
    "Appearance, Themes.",
    since="0.3.0",
    sole_target=True,
    advisory=True,
)
def skip_link(page: Page) -> Iterator[Verdict]:
    """Who uses the keyboard and sees the page has no screen reader that jumps from heading to heading.

    They press the tab key once for each link of the menu, on every page; one link before all others spares
    it.

    Target: each page on which a menu, the head of the site or a list of links stands before the content.
    Expectation: a link within the page leads to a place from which the content is read next.
    Limits: what is the same on all pages is known by its place and its links. Links that a script moves are
        not followed, and whether the link can be seen is not judged.

    Passed:
        ```html
        <a href="#isi">Lewati menu</a>
        <nav><a href="/">Beranda</a> <a href="/profil">Profil</a></nav>
        <main id="isi"><p>Kantor kami buka setiap hari kerja.</p></main>
        ```

    Failed (skip-link-missing):
        ```html
        <nav><a href="/">Beranda</a> <a href="/profil">Profil</a></nav>
        <main id="isi"><p>Kantor kami buka setiap hari kerja.</p></main>
        ```
    """
    begins = start(page)
    if begins is None:
        return
    if begins.skipped_to:
        yield passed(begins.content)
    else:
        yield failed(begins.blocks[0], "skip-link-missing", "no link leads past this part to the content")
