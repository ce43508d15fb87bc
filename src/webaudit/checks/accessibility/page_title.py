"""Check `page-title`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag
from webaudit.vocabulary.untitled import untitled


@check(
    id="page-title",
    title="Every page has a title",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_2_4_2, act.RULE_2779A5),
    remedy="Give the page a title. In WordPress: fill in the title field of the page, and the site title "
    "under Settings, General.",
    since="0.1.0",
    sole_target=True,
)
def page_title(page: Page) -> Iterator[Verdict]:
    """The title is the first thing a screen reader says, and the name of the tab and of the search result.

    Without one, a reader cannot tell where they are, nor find the page again among others.

    Target: the root element of each captured page.
    Expectation: its first `title` element, pictures apart, holds more than white space, and not what a
        program wrote there (“Untitled”, “Document”, the name of a file: WCAG failure F25).
    Limits: whether the title describes the page is left to people.

    Passed:
        ```html
        <html lang="id"><title>Layanan - Dinas Kesehatan</title></html>
        ```

    Failed (title-missing):
        ```html
        <html lang="id"><h1>Layanan</h1></html>
        ```

    Failed (title-empty):
        ```html
        <html lang="id"><title> </title><h1>Layanan</h1></html>
        ```

    Failed (title-placeholder):
        ```html
        <html lang="id"><title>Home - My WordPress</title><h1>Layanan</h1></html>
        ```
    """
    # The title of an SVG picture names the picture.
    titles = (title for title in page.elements("title") if next(title.iterancestors("svg"), None) is None)
    first = next(titles, None)
    if first is None:
        yield failed(page.root, "title-missing", "the page has no title")
    elif not (title := "".join(first.itertext()).strip()):
        yield failed(first, "title-empty", "the title is empty")
    elif untitled().holds(title):
        message = "the title “{title}” is what a program wrote, and names no page"
        yield failed(first, "title-placeholder", message, title=title[:200])
    else:
        yield passed(first)
