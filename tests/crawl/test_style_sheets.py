"""Style sheets are captured after the home page, and every page that asks for them is judged with them."""

import asyncio

import pytest

from tests.crawl.servers import PROBES, Answer, answer, captured, html, plan, redirect, routed, serve
from webaudit.checks.accessibility.text_contrast import text_contrast
from webaudit.extract.cascade import styles
from webaudit.model.evidence import Exchange, Purpose, Snapshot
from webaudit.model.finding import Outcome
from webaudit.model.page import Page
from webaudit.model.plan import Budget
from webaudit.pipeline.walk import exchanges_with_pages

pytestmark = pytest.mark.network

START = "http://a.test/"
PALE = "p { color: #aaa }"


def linking(*sheets: str, links: tuple[str, ...] = ()) -> str:
    """A page that asks for style sheets."""
    heads = "".join(f"<link rel=stylesheet href='{sheet}'>" for sheet in sheets)
    return html(*links).replace("<body>", f"{heads}<body>")


def see(
    answers: dict[str, Answer], *, budget: Budget | None = None, crawl: bool = True
) -> tuple[list[Exchange], list[Page]]:
    """What a capture of a.test kept, and its pages as they are judged."""

    async def run() -> tuple[list[Exchange], list[Page]]:
        async with serve({"/robots.txt": answer("", 404), **answers}) as server:
            reach = routed(("a.test", 80, server), ("www.a.test", 80, server), ("b.test", 80, server))
            probes = tuple(sorted((*(name for name in PROBES if name != "Tls"), "StyleSheets")))
            listed = plan(START, reach=reach, budget=budget, probes=probes, crawl=crawl)
            found, kept = await captured(listed)
            snapshot = Snapshot(listed, found.captured_at, kept, found.records, found.targets, found.limits)
            return kept, [page for _, page in exchanges_with_pages(snapshot) if page is not None]

    return asyncio.run(run())


def outcomes(page: Page) -> set[Outcome]:
    """Of the contrast of its texts."""
    return {verdict.outcome for verdict in text_contrast(page)}


def test_pages_are_judged_with_their_sheets() -> None:
    """The home page, which is stored before its sheets, and those after them."""
    css = answer(PALE, content_type="text/css")
    kept, pages = see(
        {"/": answer(linking("/a.css", links=("/b",))), "/b": answer(linking("a.css")), "/a.css": css}
    )

    assert [one.url for one in kept if one.purpose is Purpose.STYLE] == [f"{START}a.css"]
    assert [Outcome.FAILED in outcomes(page) for page in pages] == [True, True]


def test_a_sheet_that_was_not_asked_leaves_its_page_open() -> None:
    """A page with a sheet of its own is not judged as if it had none."""
    _, pages = see({"/": answer(linking(links=("/b",))), "/b": answer(linking("/b.css"))})

    assert [outcomes(page) == {Outcome.CANT_TELL} for page in pages] == [False, True]


@pytest.mark.parametrize(
    ("given", "whole", "failed"),
    [
        pytest.param(answer("no", 404), True, False, id="missing"),
        pytest.param(answer(html(), 200), True, False, id="a page in its place"),
        pytest.param(redirect("/c.css"), True, True, id="elsewhere"),
        pytest.param(answer(PALE, content_type="text/css", length=10_000), False, False, id="broken off"),
        pytest.param(
            answer("@import 'd.css';", content_type="text/css"), False, False, id="asks for another"
        ),
        pytest.param(
            answer("@import url(https://fonts.googleapis.com/css?x);" + PALE, content_type="text/css"),
            True,
            True,
            id="asks for fonts",
        ),
    ],
)
def test_what_a_sheet_answers(given: Answer, whole: bool, failed: bool) -> None:
    """As in a browser an error styles nothing; what was not captured whole leaves all open."""
    css = answer(PALE, content_type="text/css")
    _, (page,) = see({"/": answer(linking("/a.css")), "/a.css": given, "/c.css": css})

    assert (styles(page).whole, Outcome.FAILED in outcomes(page)) == (whole, failed)


def test_robots_and_budget() -> None:
    """What robots.txt forbids is not asked, nor more sheets than the budget has; fonts never."""
    fonts = "https://fonts.googleapis.com/css2?family=Inter"
    page = answer(linking("/no/a.css", fonts, "/1.css", "/2.css", "/3.css"))
    css = answer("", content_type="text/css")
    rules = answer("User-agent: *\nDisallow: /no/", content_type="text/plain")
    kept, _ = see(
        {"/": page, "/robots.txt": rules, "/1.css": css, "/2.css": css, "/3.css": css},
        budget=Budget(request_seconds=2.0, stall_seconds=6.0, sheets=2),
    )

    assert [one.url for one in kept if one.purpose is Purpose.STYLE] == [f"{START}1.css", f"{START}2.css"]


def test_a_single_page_comes_with_its_sheets() -> None:
    """A page that is asked for alone is judged with its sheets, and nothing else is asked."""
    css = answer(PALE, content_type="text/css")
    kept, (page,) = see({"/": answer(linking("/a.css", links=("/b",))), "/a.css": css}, crawl=False)

    assert [one.url for one in kept] == [START, f"{START}a.css"]
    assert Outcome.FAILED in outcomes(page)
