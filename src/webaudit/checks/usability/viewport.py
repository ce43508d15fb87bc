"""Check `viewport`."""

import re
from collections.abc import Iterator

from webaudit.extract.metas import page_metas
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import web

_DEVICE_WIDTH = re.compile(r"(?:^|[,;\s])width\s*=\s*device-width\b")
# CSS Viewport Module Level 1, A.2: the page is as wide as the screen if no width is given and the scale is.
_SCALE = re.compile(r"(?:^|[,;\s])initial-scale\s*=\s*1(?:\.0*)?(?:$|[,;\s])")
_WIDTH = re.compile(r"(?:^|[,;\s])width\s*=")


@check(
    id="viewport",
    title="Every page adapts to the width of a phone",
    category=Category.USABILITY,
    severity=Severity.SERIOUS,
    sources=(web.DEVICE_WIDTH,),
    remedy='Write <meta name="viewport" content="width=device-width, initial-scale=1"> into the head of '
    "every page. In WordPress: choose a theme that is responsive under Appearance, Themes; any theme of the "
    "last years is.",
    since="0.2.0",
    sole_target=True,
)
def viewport(page: Page) -> Iterator[Verdict]:
    """Most citizens come with a phone. Without this line it shows a page of desktop width in tiny letters.

    Target: each captured page.
    Expectation: a `meta` element `viewport` asks for the width of the device.
    Limits: whether the page then fits the screen is left to people.

    Passed:
        ```html
        <html lang="id"><meta name="viewport" content="width=device-width, initial-scale=1">
        ```

    Failed (viewport-missing):
        ```html
        <html lang="id"><title>Layanan - Dinas Kesehatan</title>
        ```

    Failed (width-fixed):
        ```html
        <html lang="id"><meta name="viewport" content="width=1024">
        ```
    """
    asked = [said.lower() for said in page_metas(page).get("viewport", ()) if said]
    if any(_adapts(said) for said in asked):
        yield passed(None)
    elif asked:
        message = "the page has a fixed width on phones: viewport “{content}”"
        yield failed(None, "width-fixed", message, content=asked[0][:100])
    else:
        yield failed(None, "viewport-missing", "the page does not adapt to phones: no viewport is given")


def _adapts(said: str) -> bool:
    return bool(_DEVICE_WIDTH.search(said) or (_SCALE.search(said) and not _WIDTH.search(said)))
