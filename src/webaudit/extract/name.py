"""The accessible names of a page's elements (accname 1.2, HTML-AAM 1.0).

Accname is W3C's Accessible Name and Description Computation; HTML-AAM says what HTML adds to it.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from webaudit.extract.attribute import alternatives, with_attribute
from webaudit.extract.exposure import exposure
from webaudit.extract.role import is_drawn, role
from webaudit.extract.scripted import is_bound, is_script
from webaudit.extract.within import Within, around
from webaudit.model.page import Page
from webaudit.vocabulary import describes_nothing
from webaudit.vocabulary.aria import aria

MOST_PARTS = 500
"""Of the text of an element that is referred to: every one of them may hold the whole page."""

_LABELLED = ("input", "select", "textarea", "button", "meter", "output", "progress")
_NAMED_BY_TEXT = frozenset(["a", "button", "h1", "h2", "h3", "h4", "h5", "h6", "summary"])
_UNHEARD = frozenset(["script", "style", "iframe", "head"])
_TOLD_APART = frozenset(["input", "select", "img"])
"""Elements that say something else than what they hold."""

_WITHOUT_TEXT = frozenset(["image", "submit", "reset", "button", "hidden", "checkbox", "radio", "range"])
"""Types of `input` that show no placeholder, nor a text that was typed."""

_DEFAULTS = {"submit": "Submit", "reset": "Reset"}
"""A browser writes these on a button that says nothing else, in its own language."""

# libxml2 shuts a heading or a link where one of these begins; browsers hold them inside.
_TORN = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), ("p", "li", "table", "form")),
    "a": ("table",),
}


class Names:
    """The accessible names of one page, each read when it is asked for.

    Attributes:
        pictured: the pictures of the page, and all that they stand in.
    """

    def __init__(self, page: Page) -> None:
        """Takes the page's indexes; the page itself is not held."""
        self._hides = exposure(page).hides
        self._with_id = with_attribute(page, "id")
        # To ask whether an element is one of a few is cheaper than to ask it for an attribute.
        self._with_role = frozenset(with_attribute(page, "role"))
        self._referring = frozenset(with_attribute(page, "aria-labelledby"))
        self._told_by_aria = self._referring.union(with_attribute(page, "aria-label"))
        # Most names are read already.
        self._saying = frozenset(element for _, element in page.runs)
        self._spoken = {one: said for one, alt in alternatives(page).items() if (said := alt.strip())}
        self._label_elements = page.elements("label")
        self._by_id: dict[str, HtmlElement] | None = None
        self._labels: dict[HtmlElement, list[HtmlElement]] | None = None
        self._references: dict[HtmlElement, str] = {}
        # What was read once is not read again, however elements are nested.
        self._silent: set[HtmlElement] = set()
        self._speaking: set[HtmlElement] = set()
        self._scripts = Within(is_script)
        self.pictured = around(page.elements("img", "svg"))

    def has(self, element: HtmlElement) -> bool:
        """Whether the name is more than white space."""
        # An element has a name if anything gives one, so what is usual and cheap is asked first.
        plain = element.tag in _NAMED_BY_TEXT and element not in self._with_role
        if plain and (element in self._saying or ((text := element.text) and not text.isspace())):
            return True
        if element in self._spoken:
            return True
        if (plain or _is_named_by_content(element)) and not self._hides(element) and self._says(element):
            return True
        return any(True for _ in self.parts(element))

    def _says(self, element: HtmlElement) -> bool:
        """Whether `_speech` says something of an element that is not hidden."""
        if element in self._speaking:
            return True
        if element in self._silent:
            return False
        says = bool((element.text or "").strip())
        for child in () if says else element:
            if self._adds(child):
                says = True
                break
        (self._speaking if says else self._silent).add(element)
        return says

    def _adds(self, child: HtmlElement) -> bool:
        """Whether a child, or the text behind it, adds something to what its parent says."""
        if (tail := child.tail) and not tail.isspace():
            return True
        tag = child.tag
        if tag in _UNHEARD or self._hides(child):
            return False
        if child in self._spoken:
            return True
        if tag in _TOLD_APART or (child in self._referring and child.get("aria-labelledby")):
            return any(True for _ in _first_that_says(self._part(child, _PLAIN)))
        return self._says(child) or any(
            text and not text.isspace() for text in (child.get("aria-label"), child.get("title"))
        )

    def parts(self, element: HtmlElement) -> Iterator[str]:
        """The pieces of text that make the name, read one by one; none if there is no name."""
        return _first_that_says(self._steps(element))

    def idle_picture(self, element: HtmlElement) -> str:
        """The name, if it is a picture's alternative alone and that describes nothing; else empty."""
        if element not in self.pictured or not (children := len(element)):
            return ""
        name = None
        only = element[0] if children == 1 and element.tag not in _LABELLED else None
        if only in self._spoken and self.is_plain(only) and not self._hides(only):
            # The most usual case by far.
            name = self._spoken[only][:200]
            if not describes_nothing(name):
                return ""
        if not self.is_plain(element) or element.get("title"):
            return ""
        if any(not text.isspace() for text in islice(element.itertext(), 50)):
            return ""
        if name is None:
            name = " ".join(islice(self.parts(element), 10)).strip()[:200]
        return name if describes_nothing(name) else ""

    def is_plain(self, element: HtmlElement) -> bool:
        """Whether no ARIA attribute names it."""
        return element not in self._told_by_aria or not (
            element.get("aria-label") or element.get("aria-labelledby")
        )

    def with_id(self, id: str) -> HtmlElement | None:
        """The first element of the page with this id."""
        if self._by_id is None:
            self._by_id = {}
            for element in self._with_id:
                self._by_id.setdefault(element.get("id", ""), element)
        return self._by_id.get(id)

    def is_scripted(self, element: HtmlElement) -> bool:
        """Whether something shows that a script may name it: a binding, or a script or own element within it.

        So does an empty part with an id: a script writes there.
        """
        return is_bound(element) or any(self._scripts.first(child) is not None for child in element)

    def _steps(self, element: HtmlElement) -> Iterator[Iterable[str]]:
        """The ways to a name, the first that says something counts."""
        if ids := element.get("aria-labelledby"):
            yield (self._reference(id) for id in ids.split())
        yield (element.get("aria-label", ""),)
        yield self._native(element)
        if _is_named_by_content(element):
            yield self._content(element)
        if (title := element.get("title")) and not is_drawn(element):
            yield (title,)
        if element.tag == "textarea" or (element.tag == "input" and _type(element) not in _WITHOUT_TEXT):
            yield (element.get("placeholder", ""),)

    def _native(self, element: HtmlElement, *, followed: bool = False) -> Iterator[str]:
        """What HTML and SVG name the element by, its content apart."""
        tag = element.tag
        if tag in _LABELLED:
            for label in self._labels_of(element):
                yield from self._content(label, apart=element, followed=followed)
        if tag in {"img", "area"}:
            yield element.get("alt", "")
        elif tag == "input":
            kind = _type(element)
            if kind == "image":
                yield element.get("alt", "")
            elif kind in {"button", "submit", "reset"}:
                yield element.get("value", _DEFAULTS.get(kind, ""))
        elif (title := element.find("{*}title")) is not None and is_drawn(element):
            yield from title.itertext()

    def _labels_of(self, element: HtmlElement) -> Iterator[HtmlElement]:
        """The `label` elements of a control."""
        if self._labels is None:
            self._labels = {}
            for label in self._label_elements:
                named = label.get("for")
                control = self.with_id(named) if named else None
                if control is not None:
                    self._labels.setdefault(control, []).append(label)
        yield from self._labels.get(element, ())
        around = next(element.iterancestors("label"), None)
        if around is not None and around.get("for") is None:
            controls = (one for one in around.iter(*_LABELLED) if _type(one) != "hidden")
            if next(controls) is element:
                yield around

    def _reference(self, id: str) -> str:
        """What the element that `aria-labelledby` points at says, hidden or not; of a long text the start."""
        element = self.with_id(id)
        if element is None:
            return ""
        if element not in self._references:
            # What it is labelled by itself does not count: no reference leads to another, nor in a circle.
            steps = (
                (element.get("aria-label", ""),),
                islice(self._native(element, followed=True), MOST_PARTS),
                islice(self._content(element, followed=True), MOST_PARTS),
                (element.get("title", ""),),
            )
            self._references[element] = "".join(_first_that_says(steps))
        return self._references[element]

    def _content(
        self, element: HtmlElement, *, apart: HtmlElement | None = None, followed: bool = False
    ) -> Iterator[str]:
        """What the element holds, in the order of the document, in a browser's tree.

        Args:
            apart: the control that is named by it, which does not name itself.
            followed: reached by a reference, from where no other leads on.
        """
        whole = self._hides(element)
        alone = frozenset((apart, *apart.iterancestors())) if apart is not None else frozenset()
        yield from self._speech(element, _Way(followed, whole, apart, alone))
        if (torn := _torn(element)) is not None:
            yield from torn.itertext()

    def _speech(self, element: HtmlElement, way: "_Way") -> Iterator[str]:
        """The same in the parser's tree, which is nested 256 deep at most."""
        shared = not (way.followed or way.whole or element in way.alone)
        if shared and element in self._silent:
            return
        said = False
        for part in self._pieces(element, way):
            if not said and part and not part.isspace():
                said = True
                if shared:
                    self._speaking.add(element)
            yield part
        if not said and shared:
            self._silent.add(element)

    def _pieces(self, element: HtmlElement, way: "_Way") -> Iterator[str]:
        """What an element holds, piece by piece, blank ones too: they part words."""
        yield element.text or ""
        for child in element:
            if child is not way.apart and child.tag not in _UNHEARD and (way.whole or not self._hides(child)):
                yield from _first_that_says(self._part(child, way))
            yield child.tail or ""

    def _part(self, element: HtmlElement, way: "_Way") -> Iterator[Iterable[str]]:
        """The ways in which an element says something within the content of another."""
        tag = element.tag
        if not way.followed and (ids := element.get("aria-labelledby")):
            yield (self._reference(id) for id in ids.split())
        if tag == "input" and _type(element) not in _WITHOUT_TEXT:
            yield (element.get("value", ""),)
        yield (element.get("aria-label", ""),)
        if tag == "select":
            options = list(element.iter("option"))
            chosen = [option for option in options if option.get("selected") is not None] or options[:1]
            yield (text for option in chosen for text in option.itertext())
        elif tag == "img" or (tag == "input" and _type(element) in _WITHOUT_TEXT):
            yield self._native(element, followed=way.followed)
        elif tag != "input":
            yield self._speech(element, way)
        if title := element.get("title"):
            yield (title,)


class _Way(NamedTuple):
    """How content is read.

    Attributes:
        followed: no reference leads on.
        whole: what is hidden counts as well.
        apart: the control that does not name itself.
        alone: what holds it, and says another thing to any other control.
    """

    followed: bool
    whole: bool
    apart: HtmlElement | None
    alone: frozenset[HtmlElement]


_PLAIN = _Way(followed=False, whole=False, apart=None, alone=frozenset())
"""How the content of an element is read that is named by it."""


def names(page: Page) -> Names:
    """The accessible names of a page's elements."""
    return page.once(Names)


def _first_that_says(steps: Iterable[Iterable[str]]) -> Iterator[str]:
    """The pieces of the first step that says more than white space, from where it does."""
    for step in steps:
        said = False
        for part in step:
            if said or (part and not part.isspace()):
                said = True
                yield part
        if said:
            return


def _is_named_by_content(element: HtmlElement) -> bool:
    return element.tag == "summary" or role(element) in aria().named_by_content


def _torn(element: HtmlElement) -> HtmlElement | None:
    """What a browser holds inside an element that the parser shut before it."""
    shut_by = _TORN.get(str(element.tag))
    if shut_by is None or len(element) or (element.tail and not element.tail.isspace()):
        return None
    following = element.getnext()
    # White space behind it shows that the author shut it.
    return following if following is not None and not element.tail and following.tag in shut_by else None


def _type(element: HtmlElement) -> str:
    """The type of an `input`."""
    return str(element.get("type", "text").strip().lower())
