"""Selectors (Selectors 4), matched from the subject to the left.

cssselect2 reads what stands between the combinators. Its own matching of whole selectors tries every
combination of ancestors, which a hostile sheet makes last for ever; here each part is asked about each
element once.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from cssselect2 import ElementWrapper, SelectorError, compile_selector_list
from lxml.html import HtmlElement

MOST_SIBLINGS = 200
"""Among more children than these, what depends on an element's place among them is not known."""

_LAST = re.compile(
    r"(?:(?P<left>.*?\S)?(?P<combinator>\s*+[>+~]\s*+|\s++))?"
    r"(?P<compound>(?:[^\s>+~()[\]\\]|\\.|\((?:[^()]|\([^()]*\))*+\)|\[(?:[^]\"']|\"[^\"]*\"|'[^']*')*+\])++)",
    re.DOTALL,
)
_PLACED = re.compile(r":(?:first|last|only|nth|empty)")
_INSIDE = re.compile(r":(?:not|is|where|has|matches)\(")
_COMPLEX = re.compile(r"\((?:[^()]*[^\s(),][\s]+[^\s(),+~>]|[^()]*[>+~]\s*[^\s=])|:has\(")
"""Within brackets, parts of more than one element."""

_UNREAD = (
    *(SelectorError, SyntaxError, NotImplementedError, AttributeError, StopIteration),
    *(RecursionError, ValueError),
)
"""All that cssselect2 raises of selectors that are none, newer than it, or nested without end, tried on
200,000 texts: whether they match is not known, and what hangs on it is left undecided."""

_BRACKETS = re.compile(r"\((?:[^()]|\([^()]*\))*+\)|\[[^][]*+\]|:{1,2}[\w-]++")
_NAMED = re.compile(r"([#.]?)((?:[\w-]|[^\x00-\x7f]|\\.)++)", re.DOTALL)

Specificity = tuple[int, int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Selector:
    """A complex selector.

    Attributes:
        test: whether an element is like its last compound; None if that can not be read.
        placed: the test needs to know the element's place among its siblings.
        combinator: what stands before the last compound: " ", ">", "+", "~"; empty if nothing does.
        left: what stands before that.
        looks_aside: siblings of the element, or of what is around it, have a say.
        carries: classes, ids and tags that an element must have: ".class", "#id", "tag".
        needs: those that what is around it must have.
    """

    test: Callable[[ElementWrapper], bool] | None
    placed: bool
    combinator: str
    left: "Selector | None"
    specificity: Specificity
    looks_aside: bool
    carries: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()


@lru_cache(maxsize=30_000)
def selector(text: str) -> Selector | None:
    """A selector read; None if nothing can match it while nobody touches the page."""
    match = _LAST.fullmatch(text)
    if match is None:
        return Selector(None, False, "", None, (0, 0, 0), False)
    left = None
    if match["left"]:
        left = selector(match["left"])
        if left is None:
            return None
    compound = _compound(match["compound"])
    if compound is None:
        return None
    test, specificity = compound
    combinator = (match["combinator"] or "").strip() or (" " if left else "")
    if left is not None:
        a, b, c = (x + y for x, y in zip(specificity, left.specificity, strict=True))
        specificity = (a, b, c)
    placed = bool(_PLACED.search(match["compound"]))
    aside = placed or combinator in {"+", "~"} or (left is not None and left.looks_aside)
    needs = left.needs if left else frozenset()
    if left is not None and combinator in {" ", ">"}:
        needs |= left.carries
    return Selector(test, placed, combinator, left, specificity, aside, _carries(match["compound"]), needs)


def _carries(compound: str) -> frozenset[str]:
    """The classes, ids and tags that a compound names."""
    return frozenset(
        f"{sign}{name}" if sign else name.lower()
        for sign, name in _NAMED.findall(_BRACKETS.sub(" ", compound))
        if "\\" not in name
    )


@lru_cache(maxsize=10_000)
def _compound(text: str) -> tuple[Callable[[ElementWrapper], bool] | None, Specificity] | None:
    """The test of a compound selector; None if it never holds."""
    if _INSIDE.search(text) and _COMPLEX.search(text):
        return None, (0, 1, 0)
    try:
        (compiled,) = compile_selector_list(text)
    except _UNREAD:
        return None, (0, 1, 0)
    if compiled.never_matches or compiled.pseudo_element is not None:
        return None
    return compiled.test, compiled.specificity


class Matcher:
    """Which selectors the elements of one page match."""

    def __init__(self) -> None:
        """Knows nothing yet."""
        self._wrapped: dict[HtmlElement, ElementWrapper] = {}
        self._placed: dict[HtmlElement, ElementWrapper | None] = {}
        self._known: dict[tuple[Selector, HtmlElement], bool | None] = {}
        self._around: dict[tuple[Selector, HtmlElement], bool | None] = {}

    def matches(self, element: HtmlElement, selector: Selector) -> bool | None:
        """Whether an element matches; None if that can not be known."""
        if selector.left is None:
            return self._is_like(element, selector)
        key = (selector, element)
        if key not in self._known:
            like = self._is_like(element, selector)
            self._known[key] = (
                like and self._beside(element, selector.combinator, selector.left)
                if like is not None
                else _unless_false(self._beside(element, selector.combinator, selector.left))
            )
        return self._known[key]

    def may_match(self, element: HtmlElement, selector: Selector) -> bool:
        """False if no place among its siblings makes an element match."""
        if not selector.placed and selector.test is not None and not selector.test(self._wrap(element)):
            return False
        left = selector.left
        if left is None or left.looks_aside or selector.combinator not in {" ", ">"}:
            return True
        return self._beside(element, selector.combinator, left) is not False

    def _is_like(self, element: HtmlElement, selector: Selector) -> bool | None:
        if selector.test is None:
            return None
        wrapper = self._in_place(element) if selector.placed else self._wrap(element)
        return None if wrapper is None else bool(selector.test(wrapper))

    def _beside(self, element: HtmlElement, combinator: str, left: Selector) -> bool | None:
        """Whether what stands left of a combinator is where it must be."""
        if combinator == " ":
            return self._within(element, left)
        if combinator == ">":
            parent = element.getparent()
            return False if parent is None else self.matches(parent, left)
        before = _before(element, 1 if combinator == "+" else MOST_SIBLINGS)
        said = [self.matches(sibling, left) for sibling in before]
        if any(said):
            return True
        return None if None in said or len(before) == MOST_SIBLINGS else False

    def _within(self, element: HtmlElement, left: Selector) -> bool | None:
        """Whether anything around the element matches."""
        answer: bool | None = False
        asked = []
        for around in element.iterancestors():
            if (left, around) in self._around:
                answer = self._around[left, around]
                break
            asked.append(around)
        for around in reversed(asked):
            if answer is not True:
                said = self.matches(around, left)
                answer = None if said is False and answer is None else said
            self._around[left, around] = answer
        return answer

    def _wrap(self, element: HtmlElement) -> ElementWrapper:
        """The element as cssselect2 knows it, without its place."""
        if element not in self._wrapped:
            parent = element.getparent()
            around = None if parent is None else self._wrap(parent)
            self._wrapped[element] = ElementWrapper(element, around, 0, None, in_html_document=True)
        return self._wrapped[element]

    def _in_place(self, element: HtmlElement) -> ElementWrapper | None:
        """The element with its place among its siblings; None if these are too many."""
        if element not in self._placed:
            parent = element.getparent()
            if parent is None:
                self._placed[element] = self._wrap(element)
            elif len(parent) > MOST_SIBLINGS:
                self._placed[element] = None
            else:
                for child in self._wrap(parent).iter_children():
                    self._placed[child.etree_element] = child
        return self._placed[element]


def _unless_false(said: bool | None) -> bool | None:
    """What is not known, unless something else rules it out."""
    return False if said is False else None


def _before(element: HtmlElement, most: int) -> list[HtmlElement]:
    """The elements before this one under the same parent, the nearest first."""
    found: list[HtmlElement] = []
    for sibling in element.itersiblings(preceding=True):
        if isinstance(sibling.tag, str):
            found.append(sibling)
            if len(found) == most:
                break
    return found
