"""The cascade: which of several rules holds."""

import pytest

from tests.evidence import page
from webaudit.extract.cascade import styles
from webaudit.extract.style import INITIAL


@pytest.mark.parametrize(
    ("sheet", "html", "name", "value"),
    [
        pytest.param("b { color: red } b { color: blue }", "<b>", "color", "blue", id="the last"),
        pytest.param(".x { color: red } b { color: blue }", "<b class=x>", "color", "red", id="class"),
        pytest.param("#i { color: red } .x.x { color: blue }", "<b id=i class=x>", "color", "red", id="id"),
        pytest.param("b { color: red !important }", "<b style='color:blue'>", "color", "red", id="important"),
        pytest.param("b { color: red }", "<b style='color:blue'>", "color", "blue", id="inline"),
        pytest.param("b { color: red; color: nonsense }", "<b>", "color", "red", id="a mistake is left out"),
        pytest.param("p { color: red }", "<p><i><b>", "color", "red", id="inherited"),
        pytest.param("p { opacity: .5 }", "<p><b>", "opacity", "1", id="not inherited"),
        pytest.param("p { opacity: .5 } b { opacity: inherit }", "<p><b>", "opacity", ".5", id="inherit"),
        pytest.param("p { color: red } b { color: initial }", "<p><b>", "color", "#000000", id="initial"),
        pytest.param(":root { --c: red } b { color: var(--c) }", "<b>", "color", "red", id="variable"),
        pytest.param("b { color: var(--c, var(--d, red)) }", "<b>", "color", "red", id="fallback"),
        pytest.param(":root { --h: 9 } i { --c: hsl(var(--h) 1% 2%) } b { background: var(--c) }", "<i><b>",
                     "background-color", "hsl(9 1% 2%)", id="shorthand of a variable"),
        pytest.param(":root { --c: red } b { background: var(--c) }", "<b>", "background-image", "none",
                     id="a colour is no picture"),
        pytest.param(":root { --C: RED; --c: blue } b { color: var(--C) }", "<b>", "color", "red", id="case"),
        pytest.param("p { color: red } b { color: var(--c) }", "<p><b>", "color", "red", id="no variable"),
        pytest.param(":root { --a: var(--b); --b: var(--a) } b { color: var(--a) }", "<b>", "color",
                     INITIAL["color"], id="circle of variables"),
        pytest.param("b { background: url(a.png) #fff }", "<b>", "background-color", "#fff", id="shorthand"),
        pytest.param("b { background: linear-gradient(red, blue) }", "<b>", "background-color", "transparent",
                     id="gradient"),
        pytest.param("b { background: red } b { background: none }", "<b>", "background-color", "transparent",
                     id="shorthand resets"),
        pytest.param("@layer x { #i { color: red } } b { color: blue }", "<b id=i>", "color", "blue", id="a"),
        pytest.param("@layer x { b { color: red !important } } b { color: blue !important }", "<b>", "color",
                     "red", id="importance turns them"),
        pytest.param("", "<font color=red><b>", "color", "red", id="old attribute"),
        pytest.param("font { color: blue }", "<font color=red><b>", "color", "blue", id="a sheet wins"),
        pytest.param("", "<a href=x><b>", "color", "#0000ee", id="a link"),
        pytest.param("p + p b { color: red }", "<p></p><p><b>", "color", "red", id="next to"),
        pytest.param("i ~ p b { color: red }", "<i></i><u></u><p><b>", "color", "red", id="after"),
        pytest.param("div > b { color: red }", "<div><p><b>", "color", INITIAL["color"], id="no child"),
        pytest.param("div p b { color: red }", "<div><i><p><i><b>", "color", "red", id="descendants"),
        pytest.param("p:nth-child(2) b { color: red }", "<p></p><p><b>", "color", "red", id="place"),
        pytest.param("b:not(.x) { color: red }", "<b class=x>", "color", INITIAL["color"], id="not"),
        pytest.param("B[DATA-X='1' i] { color: red }", "<b data-x=1>", "color", "red", id="attribute"),
        pytest.param("b:hover { color: red }", "<b>", "color", INITIAL["color"], id="untouched"),
    ],
)  # fmt: skip
def test_value(sheet: str, html: str, name: str, value: str) -> None:
    """The declaration that CSS gives precedence holds."""
    shown = page(f"<style>{sheet}</style><div>{html}x")
    element = shown.elements("b")[-1]
    style = styles(shown).of(element)

    assert style[name] == value
    assert not style.unsure


@pytest.mark.parametrize(
    "sheet",
    [
        "b:has(i) { color: red }",
        "@media (monochrome) { b { color: red } }",
        "@container (width > 10px) { b { color: red } }",
        "b { color: blue; & { color: red } }",
        ":is(div p) b { color: red }",
    ],
)
def test_unsure(sheet: str) -> None:
    """Where a rule that can not be read might hold, the value is not certain."""
    shown = page(f"<style>{sheet}</style><b>x")

    assert "color" in styles(shown).of(shown.elements("b")[0]).unsure


def test_no_doubt_where_it_makes_no_difference() -> None:
    """A doubtful rule that says the same, or that another precedes, casts no doubt."""
    shown = page("<style>b:has(i) { color: red } b.x.x { color: red }</style><b class=x>x")

    assert not styles(shown).of(shown.elements("b")[0]).unsure


@pytest.mark.parametrize(
    ("sheet", "html", "size", "weight"),
    [
        ("", "<h1><b>", 32.0, 900),
        ("p { font-size: 150% } b { font-size: .5em }", "<p><b>", 12.0, 700),
        ("b { font: italic 600 12pt/1.5 Arial }", "<b>", 16.0, 600),
        ("b { font-size: 2rem; font-weight: 300 }", "<b>", 32.0, 300),
        ("b { font-weight: inherit }", "<b>", 16.0, 400),
        ("html { font-size: 62.5% } b { font-size: 2rem }", "<p><b>", 20.0, 700),
        ("p { font-size: 2em } b { font: inherit }", "<p><b>", 32.0, 400),
        ("b { font-size: larger }", "<p><b>", 19.2, 700),
        ("p { font-weight: 300 }", "<p><b>", 16.0, 400),
    ],
)
def test_letters(sheet: str, html: str, size: float, weight: int) -> None:
    """The size and weight of letters are computed down the tree."""
    shown = page(f"<style>{sheet}</style>{html}x")
    style = styles(shown).of(shown.elements("b")[-1])

    assert (style.size_px, style.weight) == (size, weight)


@pytest.mark.parametrize(
    ("sheet", "unsure"),
    [
        ("b { font-size: clamp(1rem, 4vw, 3rem) }", True),
        ("p { font-size: calc(1rem + 1vw) } b { font-size: 2em }", True),
        ("html { font-size: min(1rem, 2vw) } b { font-size: 2rem }", True),
        ("p { font-size: calc(1rem + 1vw) } b { font-size: 2rem }", False),
        ("b { font-size: 14 }", True),
    ],
)
def test_size_that_is_calculated(sheet: str, unsure: bool) -> None:
    """A size that hangs on a calculation is not certain, nor is what is told in parts of it."""
    shown = page(f"<style>{sheet}</style><p><b>x")

    assert ("font-size" in styles(shown).of(shown.elements("b")[0]).unsure) is unsure


def test_elements_of_one_shape_share_a_style() -> None:
    """What stands in the same place with the same classes is asked once, on all pages of a site."""
    html = "<style>.x { color: red }</style><ul><li class=x>1<li class=x>2</ul>"
    one, other = page(html), page(html, url="https://dinas.contohprov.go.id/b")

    assert styles(one).of(one.elements("li")[0]) is styles(other).of(other.elements("li")[1])


def test_place_among_siblings_is_not_shared() -> None:
    """Where its place has a say, each element is asked for itself."""
    shown = page("<style>li:first-child { color: red }</style><ul><li>1<li>2</ul>")
    first, second = (styles(shown).of(one)["color"] for one in shown.elements("li"))

    assert (first, second) == ("red", INITIAL["color"])


def test_deep_and_hostile_selectors() -> None:
    """A selector of many parts on a deep page is asked once for each part and element."""
    selector = "i " * 40 + "u b"
    shown = page(f"<style>{selector} {{ color: red }}</style>{'<i>' * 200}<b>x")

    assert styles(shown).of(shown.elements("b")[0])["color"] == INITIAL["color"]


def test_linked_sheets() -> None:
    """A linked sheet that was captured takes its place in the order of the document."""
    shown = page("<link rel=stylesheet href=/a.css><style>b { color: red }</style><b>x")
    object.__setattr__(
        shown, "sheets", {"https://dinas.contohprov.go.id/a.css": "b { color: blue; opacity: .5 }"}
    )
    read = styles(shown)
    style = read.of(shown.elements("b")[0])

    assert (style["color"], style["opacity"], read.whole) == ("red", ".5", True)


def test_most_work() -> None:
    """A page on which every element would have to be asked about every rule is given up, and says so."""
    rules = "".join(f"p:nth-child({number}n) b {{ color: red }}" for number in range(500))
    shown = page(f"<style>{rules}</style><div>{'<p><b>x</b></p>' * 1_000}")
    read = styles(shown)
    before = read.whole
    last = [read.of(element) for element in shown.elements("b")][-1]

    assert (before, read.whole, "color" in last.unsure) == (True, False, True)


def test_what_is_around_has_a_say_though_it_declares_nothing() -> None:
    """Two blocks without a style of their own are told apart by the rules for what stands in them."""
    shown = page("<style>.a b { color: red }</style><div class=a><b>x</b></div><div class=c><b>y</b></div>")
    read = styles(shown)

    assert [read.of(element)["color"] for element in shown.elements("b")] == ["red", "#000000"]


def test_siblings_decide_for_each_element() -> None:
    """Of elements of one shape only those at the named place match, and what stands in them follows."""
    shown = page("<style>li:first-child { color: red }</style><ul><li><b>x</b><li><b>y</b></ul>")
    read = styles(shown)

    assert [read.of(element)["color"] for element in shown.elements("b")] == ["red", "#000000"]
