"""What was not measured on a page is open there, and nothing else; each defect is told once."""

import pytest

from tests.evidence import page
from webaudit.checks import catalogue
from webaudit.model.check import Category
from webaudit.model.finding import Location, Outcome, Tally
from webaudit.model.record import FailureReason
from webaudit.model.rendered import AxeFinding, Rendered, RenderedPage, Row, Spot
from webaudit.pipeline.ask import Bugs, ask_page
from webaudit.pipeline.found import looks, tallies_of, unite

TICKER: Row = {"xpath": "/html/body/p", "markup": "<p>", "letters": 40, "travels": True, "control": False}
PAGE = RenderedPage(
    "https://dinas.example/",
    facts={"motion": (TICKER,)},
    unmeasured={"reflow": FailureReason.TIMEOUT, "axe": FailureReason.BROWSER},
)


def said(check_id: str) -> tuple[Tally, ...]:
    """The tallies of a check on the page."""
    (check,) = [check for check in catalogue().checks if check.id == check_id]
    return tuple(tallies_of(check, looks(lambda shown: check(rendered=shown), Rendered((PAGE,)))))


@pytest.mark.parametrize(("check_id", "reason"), [("reflow", "timeout"), ("measure-name", "browser")])
def test_unmeasured_is_open(check_id: str, reason: str) -> None:
    """A check that needs a fact, or axe, is open on a page where it is missing, with the reason."""
    (found,) = said(check_id)

    assert (found.low, found.high) == (0.0, 1.0)
    assert [verdict.code for verdict in found.shown] == [reason]


def test_measured_is_judged() -> None:
    """What was measured on the same page is judged."""
    (found,) = said("motion")

    assert [verdict.outcome for verdict in found.shown] == [Outcome.FAILED]


URL = "https://dinas.contohprov.go.id/"


def brought_together(html: str, shown: RenderedPage) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Path and finders of each failed element, by check, for a page that was read and shown."""
    read = page(html)
    known = [check for check in catalogue().checks if check.category is Category.ACCESSIBILITY]
    tallies: dict[str, list[Tally]] = {}
    ask_page([check for check in known if check.page and not check.needs], read, {}, tallies, Bugs(), ())
    alone = [
        check for check in known if [need.name for need in check.needs] == ["rendered"] and not check.page
    ]
    seen = {one.id: looks(lambda given, one=one: one(rendered=given), Rendered((shown,))) for one in alone}  # type: ignore[misc]
    unite(known, Rendered((shown,)), tallies, seen)
    for one in alone:
        tallies[one.id] = list(tallies_of(one, seen[one.id]))
    return {
        id: [(v.here.xpath, v.found_by) for v in told if isinstance(v.here, Location)]
        for id, said in sorted(tallies.items())
        if (told := [v for one in said for v in one.shown if v.outcome is Outcome.FAILED])
    }


def axe(rule: str, *paths: str) -> AxeFinding:
    """What a rule of axe finds wrong at some elements."""
    return AxeFinding(rule, Outcome.FAILED, tuple(map(Spot, paths)), len(paths))


HEAD = "<!doctype html><html lang=id><title>Dinas</title><body><main><h1>Dinas</h1>"
UL, LI = "/html/body/main/ul", "/html/body/main/ul/li"
BOTH = ("webaudit", "axe-core")


def test_a_list_and_its_items_are_one_defect() -> None:
    """A list whose role wants other items is told once, though axe finds it at the list and at each item."""
    shown = RenderedPage(
        URL, axe=(axe("aria-required-children", UL), axe("listitem", f"{LI}[1]", f"{LI}[2]"))
    )
    found = brought_together(f"{HEAD}<ul role=menu aria-label=Menu><li>Satu<li>Dua</ul>", shown)

    assert found == {"aria-owned-elements": [(UL, BOTH)]}


def test_an_item_without_a_list_is_told() -> None:
    """An item that stands outside of any list is a defect of its own."""
    shown = RenderedPage(URL, axe=(axe("listitem", "/html/body/main/div/li"),))
    found = brought_together(f"{HEAD}<div><li>Satu</div>", shown)

    assert found == {"list-structure": [("/html/body/main/div/li", ("axe-core",))]}


def test_what_is_read_and_seen_is_one_defect() -> None:
    """What our reading finds wrong is not told again by what the browser showed of it there."""
    row: Row = {
        **{"xpath": "/html/body/main/div", "markup": "<div>", "role": "", "letters": 4, "handler": True},
        **{"pointer": True, "reached": False, "by_script": False, "inside": False, "within": False},
    }
    html = f"{HEAD}<div onclick='buka()'>Buka</div>"
    seen_alone = brought_together(HEAD, RenderedPage(URL, facts={"mouse_only": (row,)}))
    found = brought_together(html, RenderedPage(URL, facts={"mouse_only": (row,)}))

    assert [id for id in seen_alone if id in ("mouse-only", "keyboard-reach")] == ["keyboard-reach"]
    assert found.get("mouse-only", found.get("keyboard-reach")) == [("/html/body/main/div", ("webaudit",))]
    assert len([id for id in found if id in ("mouse-only", "keyboard-reach")]) == 1


def test_what_is_seen_and_axe_finds_is_one_defect() -> None:
    """What our scripts and axe find of one criterion at one element is told by our check, with both."""
    row: Row = {"xpath": "/html/body/main/p", "markup": "<p>", "kind": "gradient", "ratio": 2.0, "least": 4.5}
    shown = RenderedPage(
        URL, facts={"state_contrast": (row,)}, axe=(axe("color-contrast", "/html/body/main/p"),)
    )
    found = brought_together(f"{HEAD}<p>Teks</p>", shown)

    assert found == {"rendered-contrast": [("/html/body/main/p", BOTH)]}


def test_what_is_worth_nothing_takes_nothing() -> None:
    """A defect is not told by an advisory check alone where one that is weighed finds it, too."""
    html = f"{HEAD}<table><tr><th>A<th></th><tr><td>1<td>2<tr><td>3<td>4</table>"
    shown = RenderedPage(URL, axe=(axe("th-has-data-cells", "/html/body/main/table/tr[1]/th[2]"),))
    found = brought_together(html, shown)

    assert sorted(found) == ["empty-cells", "header-cells"]
