"""The accessible names of a page's elements (accname 1.2, HTML-AAM 1.0).

Accname is W3C's Accessible Name and Description Computation; HTML-AAM says what HTML adds to it.
"""

from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from webaudit.extract.attribute import with_attribute
from webaudit.extract.exposure import exposure
from webaudit.extract.role import is_drawn, role
from webaudit.model.page import Page
from webaudit.vocabulary.aria import aria

MOST_ELEMENTS = 5_000
"""Of one element's content that are read in search of its name; beyond, it counts as named."""

_LABELLED = ("input", "select", "textarea", "button", "meter", "output", "progress")
_NAMED_BY_TEXT = frozenset(["a", "button", "h1", "h2", "h3", "h4", "h5", "h6", "summary"])
_SILENT = frozenset(["script", "style", "iframe", "head"])
_SPOKEN_BY_TITLE = frozenset(["image", "submit", "reset", "button", "hidden", "checkbox", "radio", "range"])
"""Types of `input` that show no placeholder, nor a text that was typed."""

_DEFAULTS = {"submit": "Submit", "reset": "Reset"}
"""A browser writes these on a button that says nothing else, in its own language."""

# libxml2 shuts a heading or a link where one of these begins; browsers hold them inside.
_TORN = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), ("p", "li", "table", "form")),
    "a": ("table",),
}

_BINDINGS = ("v-", ":", "x-", "ng-", "[", "data-bind", "data-i18n")
"""Beginnings of the attributes by which scripts fill in text: Vue, Alpine, Angular, Knockout, i18next."""


class Names:
    """The accessible names of one page, each read when it is asked for."""

    def __init__(self, page: Page) -> None:
        """Takes the page's indexes; the page itself is not held."""
        self._hides = exposure(page).hides
        self._with_id = with_attribute(page, "id")
        self._label_elements = page.elements("label")
        self._by_id: dict[str, HtmlElement] | None = None
        self._labels: dict[HtmlElement, list[HtmlElement]] | None = None
        self._references: dict[HtmlElement, str] = {}
        # Elements whose content was read to the end and said nothing: no outer one reads them again.
        self._empty: set[HtmlElement] = set()

    def has(self, element: HtmlElement) -> bool:
        """Whether the name is more than white space."""
        text = element.text
        if text and element.tag in _NAMED_BY_TEXT and not text.isspace() and element.get("role") is None:
            # The most usual case by far: the last of all ways says something.
            return True
        return any(True for _ in self.parts(element))

    def parts(self, element: HtmlElement) -> Iterator[str]:
        """The pieces of text that make the name, read one by one; none if there is no name."""
        for step in self._steps(element):
            said = False
            for part in step:
                if said or (part and not part.isspace()):
                    said = True
                    yield part
            if said:
                return

    def with_id(self, id: str) -> HtmlElement | None:
        """The first element of the page with this id."""
        if self._by_id is None:
            self._by_id = {}
            for element in self._with_id:
                self._by_id.setdefault(element.get("id", ""), element)
        return self._by_id.get(id)

    def is_scripted(self, element: HtmlElement) -> bool:
        """Whether something in it shows that a script may name it: a binding, a script, an own element."""
        for count, node in enumerate(element.iter()):
            if node.tag == "script" or "-" in str(node.tag) or count == MOST_ELEMENTS:
                return True
            if any(name.startswith(_BINDINGS) for name in node.keys()):  # noqa: SIM118
                return True
        return False

    def _steps(self, element: HtmlElement) -> Iterator[Iterable[str]]:
        """The ways to a name, the first that says something counts."""
        if ids := element.get("aria-labelledby"):
            yield (self._reference(id) for id in ids.split())
        yield (element.get("aria-label", ""),)
        yield self._native(element)
        if element.tag == "summary" or role(element) in aria().named_by_content:
            yield self._content(element)
        if (title := element.get("title")) and not is_drawn(element):
            yield (title,)
        if element.tag == "textarea" or (element.tag == "input" and _type(element) not in _SPOKEN_BY_TITLE):
            yield (element.get("placeholder", ""),)

    def _native(self, element: HtmlElement) -> Iterator[str]:
        """What HTML and SVG name the element by, its content apart."""
        tag = element.tag
        if tag in _LABELLED:
            for label in self._labels_of(element):
                yield from self._content(label, apart=element)
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
        """What the element that `aria-labelledby` points at says, hidden or not."""
        element = self.with_id(id)
        if element is None:
            return ""
        if element not in self._references:
            # What it is labelled by itself does not count: no reference leads to another, nor in a circle.
            said = (
                (element.get("aria-label", ""),),
                self._native(element),
                self._content(element, followed=True),
                (element.get("title", ""),),
            )
            texts = ("".join(step) for step in said)
            self._references[element] = next((text for text in texts if text and not text.isspace()), "")
        return self._references[element]

    def _content(
        self, element: HtmlElement, *, apart: HtmlElement | None = None, followed: bool = False
    ) -> Iterator[str]:
        """What the element holds, in the order of the document, in a browser's tree.

        Args:
            apart: the control that is named by it, which does not name itself.
            followed: reached by a reference, from where no other leads on.
        """
        yield from self._walk(element, apart, followed)
        if (torn := _torn(element)) is not None:
            yield from torn.itertext()

    def _walk(self, element: HtmlElement, apart: HtmlElement | None, followed: bool) -> Iterator[str]:
        """The same in the parser's tree."""
        all_of_it = self._hides(element)
        plain = apart is None and not followed and not all_of_it
        if plain and element in self._empty:
            return
        text = element.text or ""
        yield text
        count = 0
        stack = [(element, iter(element), bool(text and not text.isspace()))]
        while stack:
            node, children, spoke = stack.pop()
            for child in children:
                count += 1
                if count > MOST_ELEMENTS:
                    yield "…"
                    return
                said = ""
                within = not (
                    child is apart
                    or child.tag in _SILENT
                    or (child in self._empty and plain)
                    or (not all_of_it and self._hides(child))
                )
                if within:
                    said = self._own(child, followed=followed)
                    within = not said and child.tag not in {"input", "select", "img"}
                said = said or (child.text or "" if within else "")
                if said:
                    spoke = spoke or not said.isspace()
                    yield said
                if within:
                    stack += [
                        (node, children, spoke),
                        (child, iter(child), bool(said and not said.isspace())),
                    ]
                    break
                if child.tail:
                    spoke = spoke or not child.tail.isspace()
                    yield child.tail
            else:
                # The node ends here.
                if not spoke and node is not element and (title := node.get("title")):
                    spoke = not title.isspace()
                    yield title
                if not spoke and plain:
                    self._empty.add(node)
                tail = node.tail if node is not element else None
                if tail:
                    yield tail
                if stack:
                    around, rest, before = stack.pop()
                    stack.append((around, rest, before or spoke or bool(tail and not tail.isspace())))

    def _own(self, element: HtmlElement, *, followed: bool) -> str:
        """What a part of some content says in place of what it holds; empty if nothing."""
        if not followed and (ids := element.get("aria-labelledby")):
            said = " ".join(map(self._reference, ids.split()))
            if said and not said.isspace():
                return said
        tag = element.tag
        if tag == "input" and _type(element) not in _SPOKEN_BY_TITLE and (value := element.get("value")):
            return value
        if (label := element.get("aria-label")) and not label.isspace():
            return label
        if tag == "select":
            options = list(element.iter("option"))
            chosen = [option for option in options if option.get("selected") is not None] or options[:1]
            return "".join(text for option in chosen for text in option.itertext())
        if tag in {"img", "input"}:
            own = "".join(self._native(element)) if tag == "img" or _type(element) in _SPOKEN_BY_TITLE else ""
            return own or element.get("title", "")
        return ""


def names(page: Page) -> Names:
    """The accessible names of a page's elements."""
    return page.once(Names)


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
