"""What stands within the elements of a page, found in one walk however they are nested."""

from collections.abc import Callable, Container, Iterable
from itertools import takewhile

from lxml.html import HtmlElement


class Within:
    """Finds the first element within others of which something holds.

    Every element that was passed is remembered with its answer: elements that are nested a hundred deep would
    else be walked a hundred times.
    """

    def __init__(self, holds: Callable[[HtmlElement], bool]) -> None:
        """Takes what must hold."""
        self._holds = holds
        self._known: dict[HtmlElement, HtmlElement | None] = {}

    def first(self, element: HtmlElement) -> HtmlElement | None:
        """The first of them, maybe the given one; None if there is none."""
        known = self._known
        if element in known:
            return known[element]
        for node in element.iter():
            if self._holds(node):
                # Nodes that were passed and are not around it ended before it.
                known[element] = known[node] = node
                if node is not element:
                    for around in takewhile(lambda one: one is not element, node.iterancestors()):
                        known[around] = node
                return node
            known[node] = None
        return None


def around(
    elements: Iterable[HtmlElement], known: Container[HtmlElement | None] = (None,)
) -> dict[HtmlElement, HtmlElement | None]:
    """The elements and all that they stand in, each with what it stands in itself.

    Args:
        known: what is around these is not asked for.
    """
    found: dict[HtmlElement, HtmlElement | None] = {}
    for element in elements:
        node: HtmlElement | None = element
        while node not in found and node not in known:
            assert node is not None
            found[node] = around = node.getparent()
            node = around
    return found
