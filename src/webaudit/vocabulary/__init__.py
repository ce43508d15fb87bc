"""Words and lists that checks read, as data; their digest stands in every report."""

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from webaudit.vocabulary.word import words


@cache
def digest() -> str:
    """Digest of all words and lists, "sha256:…"; two reports can be compared only if it is the same."""
    whole = sha256()
    for entry in sorted(files(__package__).iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith((".json", ".css")):
            whole.update(f"{entry.name}\0".encode() + entry.read_bytes() + b"\0")
    return f"sha256:{whole.hexdigest()}"


def plain(text: str) -> str:
    """The text as phrases are compared: NFKC, lower case, words parted by one blank, one at each end."""
    return f" {' '.join(words(small(text)))} "


def small(text: str) -> str:
    """The text in NFKC and lower case."""
    return (text if text.isascii() else unicodedata.normalize("NFKC", text)).lower()


@cache
def browser_sheet() -> str:
    """The style sheet that browsers put before all others."""
    return (files(__package__) / "browser.css").read_text(encoding="utf-8")


@cache
def particles() -> frozenset[str]:
    """The words that join others to sentences, in lower case."""
    return frozenset(load("particles.json")["particles"])


# A site's pictures are the same on page after page, as are their alternatives.
@lru_cache(maxsize=4096)
def describes_nothing(alternative: str) -> bool:
    """Whether a text alternative only says that there is an image, or how its file is called."""
    return _no_description().fullmatch(alternative[:200].lower().strip(" .:-_()[]*")) is not None


@cache
def _no_description() -> re.Pattern[str]:
    data = load("images.json")
    return re.compile("|".join((*map(re.escape, data["words"]), *data["patterns"])))


@dataclass(frozen=True, slots=True)
class Phrases:
    """Finds phrases in a text.

    Attributes:
        phrases: as they stand in a text.
        expression: finds any of them, and may ask for more, as borders of words; nothing else.
        keys: one word of each phrase, its longest; empty if they are looked for inside words too.
    """

    phrases: tuple[str, ...]
    expression: re.Pattern[str]
    keys: frozenset[str] = frozenset()

    def may_stand_in(self, distinct: frozenset[str]) -> bool:
        """Whether a text of these words may hold a phrase: a hundredth of a look for each."""
        return not self.keys.isdisjoint(distinct)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place of a phrase; None if there is none."""
        return next(self.finditer(text), None)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The places of phrases, none inside another."""
        # Nearly every text has none, and looking for each as it is costs a tenth of the expression.
        return self.expression.finditer(text) if any(map(text.__contains__, self.phrases)) else iter(())


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What an unfinished page says.

    Attributes:
        anywhere: (code, phrases) that are proof wherever they are shown.
        alone: (code, phrases) that are proof only where little else is said.
        events: announces something that has a right to come soon.
    """

    anywhere: tuple[tuple[str, Phrases], ...]
    alone: tuple[tuple[str, Phrases], ...]
    events: Phrases


@cache
def unfinished() -> Unfinished:
    """The phrases of unfinished pages, to be searched in lower case with white space folded."""
    data = load("unfinished.json")
    return Unfinished(
        anywhere=tuple((code, _any_of(phrases)) for code, phrases in data["anywhere"].items()),
        alone=tuple((code, _any_of(phrases)) for code, phrases in data["alone"].items()),
        events=_any_of(data["events"]),
    )


@dataclass(frozen=True, slots=True)
class Leftovers:
    """What a theme, a template or a fresh installation brings along; all in lower case.

    Attributes:
        titles: proof in a title or a description.
        anywhere: proof wherever it is shown.
        headings: proof as a whole title or heading.
        contacts: of people who do not exist; proof wherever they are shown.
        networks: hosts of social networks, whose home page is nobody's account.
        accounts: names of accounts there that are placeholders, or those of makers of themes.
        actions: first parts of paths there that share or log in, and name no account.
    """

    titles: Phrases
    anywhere: Phrases
    headings: frozenset[str]
    contacts: Phrases
    networks: frozenset[str]
    accounts: frozenset[str]
    actions: frozenset[str]

    def in_title(self, title: str) -> str:
        """The phrase of a theme that a title or description holds; empty if it holds none."""
        match = self.titles.search(" ".join(title.lower().split()))
        return match[0] if match else ""


@cache
def leftovers() -> Leftovers:
    """What themes and templates bring along, to be searched in lower case with white space folded."""
    data = load("leftovers.json")
    return Leftovers(
        titles=_any_of(data["titles"]),
        anywhere=_any_of(data["anywhere"]),
        headings=frozenset(data["headings"]),
        contacts=_any_of(data["contacts"]),
        networks=frozenset(data["networks"]),
        accounts=frozenset(data["accounts"]),
        actions=frozenset(data["actions"]),
    )


@dataclass(frozen=True, slots=True)
class Agencies:
    """How agencies are named; all words are spelled as `plain` spells them.

    Attributes:
        kinds: first words of a name, which many agencies share.
        common: words of a name that tell no agency from another.
        idle: words of a title that name nobody.
        places: words that announce the name of a region.
        abbreviations: tuple of (abbreviation, what it stands for), each with a blank at both ends.
    """

    kinds: frozenset[str]
    common: frozenset[str]
    idle: frozenset[str]
    places: frozenset[str]
    abbreviations: tuple[tuple[str, str], ...]


@cache
def agencies() -> Agencies:
    """How agencies are named."""
    data = load("agencies.json")
    pairs = data["abbreviations"].items()
    return Agencies(
        **{key: frozenset(data[key]) for key in ("kinds", "common", "idle", "places")},
        abbreviations=tuple((plain(short), plain(words)) for short, words in pairs),
    )


@dataclass(frozen=True, slots=True)
class Menus:
    """What a link in a menu may do beside leading to a page; words in lower case.

    Attributes:
        handles: parts of class names by which scripts find what they act on.
        controls: words of links that act on the page.
    """

    handles: frozenset[str]
    controls: frozenset[str]


@cache
def menus() -> Menus:
    """What a link in a menu may do beside leading to a page."""
    data = load("menus.json")
    return Menus(frozenset(data["handles"]), frozenset(data["controls"]))


@dataclass(frozen=True, slots=True)
class Languages:
    """Words by which a short page shows its language.

    Attributes:
        indonesian: as `plain` spells them.
        english: likewise.
    """

    indonesian: frozenset[str]
    english: frozenset[str]


@cache
def languages() -> Languages:
    """The words of both languages."""
    data = load("languages.json")
    return Languages(frozenset(data["id"]), frozenset(data["en"]))


@cache
def vague_links() -> frozenset[str]:
    """Texts of links that say nothing of where they lead, in lower case."""
    return frozenset(load("vague.json")["links"])


@cache
def words_of_vague_links() -> frozenset[str]:
    """The words of which such texts are made."""
    return frozenset(word for text in load("vague.json")["links"] for word in words(text))


@cache
def sections() -> dict[str, str]:
    """The section that a part of a path names, by that part in lower case."""
    return {part: name for name, parts in load("sections.json")["sections"].items() for part in parts}


@dataclass(frozen=True, slots=True)
class Regions:
    """Provinces, spelled as `plain` spells them.

    Attributes:
        province: the province that a name stands for, by each of its names.
        governed: finds a name that stands behind a word for a government; its group `name`.
    """

    province: dict[str, str]
    governed: re.Pattern[str]


@cache
def regions() -> Regions:
    """The provinces of Indonesia."""
    data = load("regions.json")
    names = {name: province for province, others in data["provinces"].items() for name in (province, *others)}
    words, longest = "|".join(data["governments"]), sorted(names, key=lambda name: (-len(name), name))
    return Regions(names, re.compile(rf" (?:{words}) (?P<name>{'|'.join(longest)})(?= )"))


# A JSON file has no other type, and each loader gives it one at once.
def load(name: str) -> Any:
    """The content of a list."""
    return json.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _any_of(phrases: list[str]) -> Phrases:
    """Finds the phrases, not inside a word."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    edged = (
        ("" if not phrase[0].isalnum() else r"\b")
        + re.escape(phrase)
        + ("" if not phrase[-1].isalnum() else r"\b")
        for phrase in longest_first
    )
    keys = frozenset(max(words(phrase), key=len) for phrase in phrases)
    return Phrases(tuple(phrases), re.compile("|".join(edged)), keys)
