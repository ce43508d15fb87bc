"""The elements of a page by their attributes."""

from tests.evidence import page
from webaudit.extract.attribute import ARIA, with_attribute


def test_with_attribute() -> None:
    """All elements that carry an attribute, in document order; none is none."""
    shown = page("<p role=a><b role></b></p><i lang=id role=b></i>")

    assert [element.tag for element in with_attribute(shown, "role")] == ["p", "b", "i"]
    assert with_attribute(shown, "headers") == []


def test_any_aria_attribute() -> None:
    """ARIA stands for all names that begin so, each element once."""
    shown = page("<p aria-label=a aria-foo=b></p><b data-aria-label=c></b><i aria-hidden=true></i>")

    assert [element.tag for element in with_attribute(shown, ARIA)] == ["p", "i"]
