"""The rules of a style sheet, found by what the elements that they style must carry."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

from lxml.html import HtmlElement

from webaudit.extract.attribute import class_texts, with_attribute
from webaudit.extract.sheets import is_font
from webaudit.extract.stylesheet import Rule, sheet, unescaped
from webaudit.model.page import Page

MOST_CLASSES = 100
"""Of one element."""

_ATTRIBUTES = re.compile(r"\[\s*([\w-]+)|:(checked|disabled|enabled|lang|any-link|link)\b")
_CLASSES = re.compile(r"\.((?:[\w-]|[^\x00-\x7f]|\\.)++)", re.DOTALL)
_STATES = {
    "checked": ("type",),
    "lang": ("lang",),
}


class Index:
    """The rules of one sheet.

    Attributes:
        whole: nothing of it was left unread.
        by_key: rules with their order, by what their subjects must carry: ".class", "#id", "tag" or "*".
        classes: of these keys.
        ids: likewise.
        tags: likewise.
    """

    def __init__(self, text: str) -> None:
        """Takes the text of the sheet."""
        read = sheet(text)
        found: dict[str, list[tuple[int, Rule]]] = {}
        for order, rule in enumerate(read.rules):
            found.setdefault(rule.key, []).append((order, rule))
        self.whole = read.whole and all(map(is_font, read.imports))
        self.by_key: Mapping[str, Sequence[tuple[int, Rule]]] = found
        self.classes = frozenset(key[1:] for key in found if key[0] == ".")
        self.ids = frozenset(key[1:] for key in found if key[0] == "#")
        self.tags = frozenset(key for key in found if key[0] not in ".#")
        self._declaring: dict[tuple[str, ...], frozenset[str]] = {}

    @cached_property
    def _asked(self) -> tuple[frozenset[str], frozenset[str]]:
        both = [_asked(rule.selector) for rules in self.by_key.values() for _, rule in rules]
        return frozenset().union(*(one for one, _ in both)), frozenset().union(*(one for _, one in both))

    @property
    def names(self) -> frozenset[str] | None:
        """The classes that selectors name; None if one asks for the attribute itself."""
        names, telling = self._asked
        return None if "class" in telling else names

    @property
    def telling(self) -> frozenset[str]:
        """Other attributes whose values selectors ask for."""
        return self._asked[1]

    def declaring(self, names: tuple[str, ...]) -> frozenset[str]:
        """Keys of the rules that declare any of the properties; remembered, for pages ask the same."""
        known = self._declaring
        if names not in known:
            pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(names)}|all)\s*:", re.IGNORECASE)
            known[names] = frozenset(
                key
                for key, rules in self.by_key.items()
                if any(pattern.search(rule.block) for _, rule in rules)
            )
        return known[names]


@lru_cache(maxsize=64)
def index(text: str) -> Index:
    """The rules of a sheet; sites use the same sheets on all pages."""
    return Index(text)


@lru_cache(maxsize=4_096)
def _asked(selector: str) -> tuple[frozenset[str], frozenset[str]]:
    """The classes that a selector names, and the attributes that it asks for otherwise."""
    asked = {"id"} if "#" in selector else set()
    for name, state in _ATTRIBUTES.findall(selector):
        asked.update((name.lower(),) if name else _STATES.get(state, ()))
    return frozenset(unescaped(name) for name in _CLASSES.findall(selector)), frozenset(asked)


def carries(element: HtmlElement) -> tuple[str, ...]:
    """What an element carries that rules can ask for."""
    keys = ["*", str(element.tag).rpartition("}")[2].lower()]
    if id := element.get("id"):
        keys.append(f"#{id}")
    if classes := element.get("class"):
        keys += [f".{name}" for name in dict.fromkeys(classes.split()[:MOST_CLASSES])]
    return tuple(keys)


def concern(page: Page, texts: Iterable[str]) -> tuple[str, ...]:
    """Those of some sheets that have a rule of which an element of a page carries the key."""
    tags = frozenset(("*", *(str(tag).rpartition("}")[2].lower() for tag in page.tags)))
    names: frozenset[str] | None = None
    ids: frozenset[str] | None = None
    found: list[str] = []
    for text in texts:
        one = index(text)
        concerns = not one.tags.isdisjoint(tags)
        # Nearly all sheets style some tag; the names that a page writes are gathered for the others.
        if not concerns and one.classes:
            if names is None:
                names = frozenset(" ".join(class_texts(page)).split())
            concerns = not one.classes.isdisjoint(names)
        if not concerns and one.ids:
            if ids is None:
                ids = frozenset(element.get("id", "") for element in with_attribute(page, "id"))
            concerns = not one.ids.isdisjoint(ids)
        if concerns:
            found.append(text)
    return tuple(found)
