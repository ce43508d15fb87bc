"""Page: a captured HTML page while it is judged."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from lxml import etree
from lxml.html import HtmlElement

from webaudit.model.evidence import Exchange
from webaudit.model.finding import Location
from webaudit.model.reading import Reading

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

SNIPPET_CHARACTERS = 160

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Page:
    """One captured HTML page, alive while it is judged.

    Attributes:
        exchange: the response that carried it.
        root: its html element, parsed once and shared: never change it.
        reading: what it says.
        sheets: texts of the style sheets that were captured, by address.
    """

    exchange: Exchange
    root: HtmlElement
    reading: Reading
    sheets: Mapping[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """The address it came from, after redirects."""
        return self.exchange.url

    @cached_property
    def _by_tag(self) -> dict[str, tuple[HtmlElement, ...]]:
        """The elements of the tags that were asked for so far."""
        return {}

    def elements(self, *tags: str) -> tuple[HtmlElement, ...]:
        """All elements of these tags, in document order for one tag, tag by tag for several."""
        known = self._by_tag
        for tag in tags:
            if tag not in known:
                # lxml finds a tag in C, without an object for each element on the way: an index of all tags
                # costs as much as 50 such walks. Without braces names of all namespaces would be found.
                known[tag] = tuple(self.root.iter(tag if tag.startswith("{") else f"{{}}{tag}"))
        return known[tags[0]] if len(tags) == 1 else tuple(one for tag in tags for one in known[tag])

    @cached_property
    def _made(self) -> dict[Callable[["Page"], object], object]:
        """What the readings said that were asked so far."""
        return {}

    def once(self, reading: Callable[["Page"], T]) -> T:
        """What a reading says of this page; it is made once, however many checks ask for it.

        It must not hold the page: a circle would keep the tree alive after the page is done with.
        """
        made = self._made
        if reading not in made:
            made[reading] = reading(self)
        return cast(T, made[reading])

    @cached_property
    def soup(self) -> "BeautifulSoup":
        """The page in the idiom of Beautiful Soup, made on demand for checks of other people."""
        from bs4 import BeautifulSoup

        return BeautifulSoup(etree.tostring(self.root, encoding="unicode", method="html"), "lxml")

    @cached_property
    def _paths(self) -> "Paths":
        return Paths(self.root)

    def locate(self, element: HtmlElement) -> Location:
        """The place of an element, for a reader and for a machine."""
        return Location(
            url=self.url,
            xpath=self._paths.of(element),
            line=element.sourceline,
            snippet=_start_tag(element),
            # Hashing the body anew for each element would cost more than all else.
            evidence=self.reading.digest or self.exchange.digest,
        )


class Paths:
    """The paths of the elements of one page.

    lxml's getpath counts the siblings of each element anew (quadratic). Here the children of a parent are
    counted once, and only on the way from an element that is shown up to the root.
    """

    def __init__(self, root: HtmlElement) -> None:
        """Takes the html element."""
        self._root = root
        self._steps: dict[HtmlElement, str] = {}

    def of(self, element: HtmlElement) -> str:
        """The path of an element; empty if it is not of this page."""
        steps: list[str] = []
        while (parent := element.getparent()) is not None:
            if element not in self._steps:
                self._steps.update(_children_steps(parent))
            steps.append(self._steps.get(element, ""))
            element = parent
        return "/".join(("/html", *reversed(steps))) if element is self._root else ""


def _children_steps(parent: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The children of an element, each with its tag and, where there are several of it, its number."""
    children = [(child, child.tag) for child in parent if isinstance(child.tag, str)]
    totals = Counter(tag for _, tag in children)
    seen: Counter[str] = Counter()
    for child, tag in children:
        seen[tag] += 1
        yield child, tag if totals[tag] == 1 else f"{tag}[{seen[tag]}]"


def _start_tag(element: HtmlElement) -> str:
    """The element's start tag and the beginning of its text, cut."""
    attributes = "".join(f' {name}="{value[:80]}"' for name, value in list(element.attrib.items())[:8])
    text = " ".join((element.text or "")[:200].split())
    whole = f"<{element.tag!s}{attributes}>{text}"
    return whole if len(whole) <= SNIPPET_CHARACTERS else whole[: SNIPPET_CHARACTERS - 1] + "…"
