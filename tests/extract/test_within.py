"""What stands within the elements of a page."""

from lxml.html import HtmlElement

from tests.evidence import page
from webaudit.extract.within import Within


def test_first() -> None:
    """The first in document order counts, for every element around it, in whatever order they are asked."""
    shown = page("<p><u><s></s></u><b><i>1</i></b><i>2</i></p><p></p>")
    first, empty = shown.elements("p")
    (bold,), (under,), (one, two) = shown.elements("b"), shown.elements("u"), shown.elements("i")
    within = Within(lambda node: node.tag == "i")

    assert within.first(first) is one
    assert [within.first(element) for element in (under, bold, one, two, empty)] == [
        None,
        one,
        one,
        two,
        None,
    ]


def test_inner_before_outer() -> None:
    """What was asked of an inner element tells nothing of what stands before it."""
    shown = page("<p><i>1</i><b><i>2</i></b></p>")
    one, two = shown.elements("i")
    within = Within(lambda node: node.tag == "i")

    assert [within.first(element) for element in (two, *shown.elements("b"), *shown.elements("p"))] == [
        two,
        two,
        one,
    ]


def test_every_element_is_asked_once() -> None:
    """Nested elements share one walk."""
    shown = page("<div><div><div><b></b><i></i><b></b></div></div></div>")
    asked: list[HtmlElement] = []

    def is_italic(node: HtmlElement) -> bool:
        asked.append(node)
        return node.tag == "i"

    within = Within(is_italic)
    found = [within.first(element) for element in (*shown.elements("div"), *shown.elements("b")[:1])]

    assert found == [*shown.elements("i") * 3, None]
    assert len(asked) == 5
