"""Check `main-landmark`."""

from collections.abc import Iterator

from webaudit.extract.bypass import start
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act


@check(
    id="main-landmark",
    title="The content of the page stands in a part of its own",
    category=Category.ACCESSIBILITY,
    severity=Severity.MINOR,
    sources=(act.B40FD1,),
    remedy="Put what the page is about into <main>…</main>. In WordPress it belongs to the theme: choose one "
    "with the tag “accessibility-ready” under Appearance, Themes.",
    since="0.3.0",
    sole_target=True,
    advisory=True,
)
def main_landmark(page: Page) -> Iterator[Verdict]:
    """A screen reader jumps to the main part with one key, if the page says which part that is.

    WCAG is content with any way past the menu, which menu-bypass judges; this one works the same on all
    sites.

    Target: each page on which a menu, the head of the site or a list of links stands before the content.
    Expectation: the content, or some of it, stands in a landmark: `main`, or a section or form with a name.
    Limits: what is the same on all pages is known by its place and its links.

    Passed:
        ```html
        <nav><a href="/">Beranda</a> <a href="/profil">Profil</a></nav>
        <main><p>Kantor kami buka setiap hari kerja.</p></main>
        ```

    Failed (content-unmarked):
        ```html
        <nav><a href="/">Beranda</a> <a href="/profil">Profil</a></nav>
        <div id="utama"><p>Kantor kami buka setiap hari kerja.</p></div>
        ```
    """
    begins = start(page)
    if begins is None:
        return
    if begins.marked:
        yield passed(begins.content)
    else:
        yield failed(
            begins.content, "content-unmarked", "the content begins here, and is marked as no main part"
        )
