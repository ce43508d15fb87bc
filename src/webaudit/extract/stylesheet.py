"""A style sheet cut into the rules that can decide what is seen of a page.

One expression cuts the text; what is between braces is read by tinycss2, rule by rule, when an element first
matches (docs/decisions/0013).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

import tinycss2
from tinycss2.ast import Declaration

from webaudit.extract.media import matches_screen, orientation_of

MOST_CHARACTERS = 1_000_000
"""Of one sheet; what comes after them is left unread."""

MOST_RULES = 20_000
"""Of one sheet."""

MOST_TURNS = 200
"""Of one sheet."""

_LONGEST_SELECTOR = 500
_DEEPEST = 12
"""Blocks within blocks."""

_DECIDING = re.compile(
    r"(?<![\w-])(?:--[\w-]++|(?:display|(?:content-)?visibility|opacity|color|background|font|position|clip"
    r"|text-indent|filter|mix-blend-mode|text-shadow|-webkit-text-fill-color|all|transform|left|top)"
    r"(?:-(?:color|family|image|size|weight|path|clip))?+)\s*+:",
    re.IGNORECASE,
)
"""A declaration that is read here; most rules hold none, and are left out."""

# Whatever is not closed ends with the line or with the sheet (CSS Syntax 3, 4.3): nothing is looked at twice.
_TEXT = r"\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+'"
_COMMENT = r"/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)"
_CUT = re.compile(
    rf"(?P<space>(?:\s|{_COMMENT}|<!--|-->|;)++)"
    rf"|(?P<end>\}})"
    rf"|@(?P<at>[\w-]++)(?P<prelude>(?:[^{{}};\"'/]|{_TEXT}|{_COMMENT}|/)*+)(?P<opens>[{{;]|\Z)?+"
    rf"|(?P<selectors>(?:[^{{}}@;\"'/]|{_TEXT}|{_COMMENT}|/)++)"
    rf"(?:\{{(?P<block>(?:[^{{}}\"'/]|{_TEXT}|{_COMMENT}|/)*+)(?P<close>\}}|\{{|\Z))?+"
    rf"|(?P<junk>.)",
    re.DOTALL,
)
_COMMENTS = re.compile(_COMMENT)
_COMMA = re.compile(
    rf"((?:[^,(\[\"']|{_TEXT}|\([^()]*+(?:\([^()]*+\)[^()]*+)*+\)|\[[^][]*+\]|[(\[\"'])++)(?:,|\Z)", re.DOTALL
)
_SUBJECT = re.compile(r"([#.]?)((?:[\w-]|[^\x00-\x7f]|\\.)++)|(:{1,2}[\w-]++)", re.DOTALL)
_LAST_COMPOUND = re.compile(
    r"(?:[^\s>+~(\[\\]|\\.|\((?:[^()]|\([^()]*\))*+\)|\[[^][]*+\])++\s*+\Z", re.DOTALL
)
_ASIDE = re.compile(r"\((?:[^()]|\([^()]*\))*+\)|\[[^][]*+\]")
"""Conditions in brackets, which name no class of the subject's own."""

_GROUPS = frozenset(["media", "supports", "layer", "container", "document", "scope", "starting-style"])
_BESIDE = (":before", ":after", ":first-line", ":first-letter")
"""With these a rule styles no element, but what is painted beside it or of it."""


class Rule(NamedTuple):
    """One selector with its declarations.

    Attributes:
        selector: one complex selector.
        key: what its subject must carry: ".class", "#id", "tag", or "*" for anything.
        block: the declarations as written.
        layer: rank of the cascade layer (CSS Cascade 5, 6.4); what is in none ranks highest.
        sure: whether it applies is known; not so if a condition around it, or a part within it, is not read.
    """

    selector: str
    key: str
    block: str
    layer: int
    sure: bool


class Turn(NamedTuple):
    """One selector with declarations that rotate, for one orientation of the screen alone.

    Attributes:
        orientation: "portrait" or "landscape".
    """

    orientation: str
    selector: str
    block: str


class Sheet(NamedTuple):
    """One style sheet.

    Attributes:
        rules: in the order of the text; only those that can decide what is seen.
        turns: likewise; whether they hold on a desktop screen or not.
        imports: addresses of other sheets, as written, that come before it.
        whole: nothing of it was left unread.
    """

    rules: tuple[Rule, ...]
    imports: tuple[str, ...]
    whole: bool
    turns: tuple[Turn, ...] = ()


NO_LAYER = 1_000_000


@lru_cache(maxsize=64)
def sheet(text: str) -> Sheet:
    """The rules of a style sheet; sites use the same sheets on all pages."""
    cut = _Cut()
    for match in _CUT.finditer(text[:MOST_CHARACTERS]):
        cut.take(match)
    # The last of equal rules decides.
    rules = tuple(reversed(dict.fromkeys(reversed(cut.rules))))
    whole = cut.whole and len(text) <= MOST_CHARACTERS
    return Sheet(rules, tuple(cut.imports), whole, tuple(cut.turns))


class _Around(NamedTuple):
    """What a block stands in.

    Attributes:
        applies: False if nothing in it does.
        sure: whether that is known.
        inner: a block within a rule, whose declarations are none of the rule's own.
        orientation: of the screen, for which alone it holds; empty for any.
    """

    applies: bool = True
    sure: bool = True
    layer: int = NO_LAYER
    inner: bool = False
    orientation: str = ""


class _Cut:
    """Gathers the rules, block by block."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []
        self.imports: list[str] = []
        self.turns: list[Turn] = []
        self.whole = True
        self._around = [_Around()]
        self._layers: dict[str, int] = {}

    def take(self, match: re.Match[str]) -> None:
        """Takes the next piece of the text."""
        kind = match.lastgroup
        if kind == "close":
            self._rule(match)
        elif kind == "end":
            if len(self._around) > 1:
                self._around.pop()
        elif kind == "opens":
            self._at(match["at"].lower(), _COMMENTS.sub(" ", match["prelude"]).strip(), match["opens"])

    def _rule(self, match: re.Match[str]) -> None:
        around = self._around[-1]
        nested = match["close"] == "{"
        if nested:
            self._open(around._replace(inner=True, applies=False))
        # What stands before a block within the block is that block's own selector.
        block = match["block"].rpartition(";")[0] if nested else match["block"]
        if around.inner:
            return
        if around.orientation and "rotate" in block:
            turns = (Turn(around.orientation, part, block) for part in _selectors(match["selectors"]))
            self.turns += islice(turns, MOST_TURNS - len(self.turns))
        if not around.applies or not _DECIDING.search(match["block"]):
            return
        for selector in _selectors(match["selectors"]):
            if len(selector) > _LONGEST_SELECTOR:
                self.whole = False
            elif len(self.rules) == MOST_RULES:
                self.whole = False
                return
            elif key := _key(selector):
                self.rules.append(Rule(selector, key, block, around.layer, around.sure and not nested))

    def _at(self, name: str, prelude: str, opens: str) -> None:
        around = self._around[-1]
        if opens != "{":
            if name == "import":
                self.imports.append(prelude)
            elif name == "layer":
                for layer in prelude.split(","):
                    self._layer(layer)
            return
        if name not in _GROUPS:
            self._open(around._replace(applies=False, orientation=""))
            return
        if name == "media":
            around = around._replace(orientation=orientation_of(prelude) or around.orientation)
            applies = matches_screen(prelude)
            around = around._replace(
                applies=around.applies and applies is not False, sure=around.sure and applies is not None
            )
        elif name == "layer":
            around = around._replace(layer=self._layer(prelude))
        elif name == "supports":
            # Browsers of today can what a sheet asks for; who asks what they can not is not known here.
            around = around._replace(sure=around.sure and "not" not in prelude.lower().split())
        else:
            around = around._replace(sure=False)
        self._open(around)

    def _open(self, around: _Around) -> None:
        if len(self._around) > _DEEPEST:
            around = around._replace(applies=False)
        self._around.append(around)

    def _layer(self, name: str) -> int:
        return self._layers.setdefault(name.strip() or f" {len(self._layers)}", len(self._layers))


def _selectors(written: str) -> Iterator[str]:
    """The selectors of a list, without comments."""
    parts = (part[1].strip() for part in _COMMA.finditer(_COMMENTS.sub(" ", written)))
    return (part for part in parts if part)


def _key(selector: str) -> str:
    """What the subject of a selector must carry: an id before a class before a tag; empty if it is none."""
    last = _LAST_COMPOUND.search(selector)
    if last is None:
        return ""
    parts = _SUBJECT.findall(_ASIDE.sub(" ", last[0]))
    if any(pseudo.startswith("::") or pseudo in _BESIDE for _, _, pseudo in parts):
        return ""
    best = "*"
    for sign, name, _ in parts:
        if not name:
            continue
        if sign == "#":
            return f"#{unescaped(name)}"
        if sign == ".":
            best = f".{unescaped(name)}"
        elif best == "*":
            best = unescaped(name).lower()
    return best


def unescaped(name: str) -> str:
    """A name without its backslashes; numbers of characters are rare, and read by cssselect2."""
    return re.sub(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)", _character, name) if "\\" in name else name


def _character(match: re.Match[str]) -> str:
    return chr(min(int(match[1], 16), 0x10FFFF)) if match[1] else match[2]


@lru_cache(maxsize=4_096)
def declarations(block: str) -> tuple[tuple[str, str, bool], ...]:
    """The declarations of a block: name in lower case, value as text, and whether it is important."""
    found = []
    for node in tinycss2.parse_blocks_contents(block[:20_000], skip_comments=True, skip_whitespace=True):
        if isinstance(node, Declaration):
            name = node.name if node.name.startswith("--") else node.lower_name
            value = tinycss2.serialize(node.value).strip()
            if len(value) <= 1_000:
                found.append((name, value, node.important))
    return tuple(found)
