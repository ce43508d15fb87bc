"""Page: a captured HTML page while it is judged."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
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
        walked: all its elements in the order of the document, if somebody has walked them already. lxml makes
            an object for an element whenever it is met, unless one is alive: so they are made once.
        runs: its first text nodes that are shown, each with the element that it stands in, if they were read.
        left_out: the elements whose texts are not among them, with all that is in them, but for drawings and
            those that show no text.
    """

    exchange: Exchange
    root: HtmlElement
    reading: Reading
    sheets: Mapping[str, str] = field(default_factory=dict)
    walked: Sequence[HtmlElement] = ()
    runs: Sequence[tuple[str, HtmlElement]] = ()
    left_out: Sequence[HtmlElement] = ()

    @property
    def url(self) -> str:
        """The address it came from, after redirects."""
        return self.exchange.url

    @cached_property
    def everything(self) -> Sequence[HtmlElement]:
        """All its elements in the order of the document; cheaper to go over than any walk."""
        return self.walked or tuple(self.root.iter())

    @cached_property
    def _by_tag(self) -> dict[str, tuple[HtmlElement, ...]]:
        """All its elements by their tags."""
        index: defaultdict[object, list[HtmlElement]] = defaultdict(list)
        for element in self.everything:
            index[element.tag].append(element)
        return {str(tag): tuple(found) for tag, found in index.items()}

    def elements(self, *tags: str) -> tuple[HtmlElement, ...]:
        """All elements of these tags, in document order for one tag, tag by tag for several."""
        known = self._by_tag
        if len(tags) == 1:
            return known.get(tags[0], ())
        return tuple(one for tag in tags for one in known.get(tag, ()))

    @property
    def tags(self) -> Collection[str]:
        """The tags of its elements, each once, in the order in which they are met."""
        return self._by_tag.keys()

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
        self._steps: dict[HtmlElement, str] = {}
        self._known = {root: "/html"}

    def of(self, element: HtmlElement) -> str:
        """The path of an element; empty if it is not of this page."""
        known = self._known.get(element)
        if known is not None:
            return known
        # The parser lets no element stand deeper than 255 others.
        parent = element.getparent()
        above = "" if parent is None else self.of(parent)
        if element not in self._steps and parent is not None:
            self._steps.update(_children_steps(parent))
        path = self._known[element] = f"{above}/{self._steps.get(element, '')}" if above else ""
        return path


def _children_steps(parent: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The children of an element, each with its tag and, where there are several of it, its number."""
    by_tag: dict[str, list[HtmlElement]] = {}
    for child in parent:
        if isinstance(tag := child.tag, str):
            by_tag.setdefault(tag, []).append(child)
    for tag, children in by_tag.items():
        if len(children) == 1:
            yield children[0], tag
        else:
            yield from ((child, f"{tag}[{number}]") for number, child in enumerate(children, start=1))


def _start_tag(element: HtmlElement) -> str:
    """The element's start tag and the beginning of its text, cut."""
    attributes = "".join(f' {name}="{value[:80]}"' for name, value in element.items()[:8])
    text = " ".join((element.text or "")[:200].split())
    whole = f"<{element.tag!s}{attributes}>{text}"
    return whole if len(whole) <= SNIPPET_CHARACTERS else whole[: SNIPPET_CHARACTERS - 1] + "…"
