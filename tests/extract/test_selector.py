"""Selectors and colours are read from whatever a sheet holds."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from webaudit.extract.colour import colour
from webaudit.extract.selector import Matcher, selector

PARTS = st.sampled_from(
    [
        *("a", ".b", "#c", "[d]", "[d=", "]", "(", ")", ":not(", ":is(", ":has(", ":where(", ":nth-child("),
        *("2n+1", "odd", ":hover", "::before", ":lang(id)", "*", "|", "*|*", ">", "+", "~", ",", " ", "\\"),
        *("'q'", "&", ":", "::", "!", ":root", ":empty", ":dir(ltr)", ":nth-last-of-type(", "-n", "[*|y]"),
    ]
)
COLOURS = st.sampled_from(
    [
        *("rgb(", "rgba(", "hsl(", "hwb(", "lab("),
        *("oklch(", "color(", ")", "none"),
        *("color(srgb ", "color(xyz "),
        *("0", "50%", "1e400", "-5", "120deg", "inf", "nan", " ", "/", ",", "#fff", "red", "var(--x)", "1px"),
    ]
)


@given(st.lists(PARTS, max_size=12).map("".join))
def test_any_selector_is_asked(text: str) -> None:
    """No selector makes it fail; what can not be read is not known."""
    element = html.fromstring("<div><p><a class=b id=c>x</a></p></div>")
    read = selector(text.strip())
    said = Matcher().matches(element[0][0], read) if read is not None else None

    assert said in (True, False, None)


def test_nested_without_end() -> None:
    """A selector that is nested deeper than the library bears is not known."""
    element = html.fromstring("<div><p>x</p></div>")
    deep = selector(":not(" * 90 + "a" + ")" * 90)

    assert deep is None or Matcher().matches(element, deep) in (True, False, None)


@given(st.lists(COLOURS, max_size=8).map("".join))
def test_any_colour_is_read(text: str) -> None:
    """A value is a colour within the space, or none that is known."""
    found = colour(text)

    assert found is None or 0 <= found.alpha <= 1
