"""Words and lists that checks read, as data; their digest stands in every report."""

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

_WORD = re.compile(r"[^\W_]+")


@cache
def digest() -> str:
    """Digest of all words and lists, "sha256:…"; two reports can be compared only if it is the same."""
    whole = sha256()
    for entry in sorted(files(__package__).iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".json"):
            whole.update(f"{entry.name}\0".encode() + entry.read_bytes() + b"\0")
    return f"sha256:{whole.hexdigest()}"


def plain(text: str) -> str:
    """The text as phrases are compared: NFKC, lower case, words parted by one blank, one at each end."""
    return f" {' '.join(_WORD.findall(unicodedata.normalize('NFKC', text).lower()))} "


@dataclass(frozen=True, slots=True)
class Service:
    """How a link to one public service is known.

    Attributes:
        phrases: as `plain` spells them; one in the link's text is proof.
        host: found in a host name; the strongest proof.
        path: found in path and query in lower case.
    """

    phrases: tuple[str, ...]
    host: re.Pattern[str]
    path: re.Pattern[str]


@cache
def service(key: str) -> Service:
    """How links to one service are known: "ppid"."""
    entry = load("services.json")[key]
    return Service(
        phrases=tuple(plain(phrase) for phrase in entry["phrases"]),
        host=_either(entry["host"]),
        path=_either(entry["path"]),
    )


@cache
def particles() -> frozenset[str]:
    """The words that join others to sentences, in lower case."""
    return frozenset(load("particles.json")["particles"])


@cache
def no_description() -> re.Pattern[str]:
    """Matches a text alternative that describes nothing, in lower case and without signs at its ends."""
    data = load("images.json")
    return re.compile("|".join((*map(re.escape, data["words"]), *data["patterns"])))


@dataclass(frozen=True, slots=True)
class Phrases:
    """Finds phrases in a text.

    Attributes:
        phrases: as they stand in a text.
        expression: finds any of them, and may ask for more, as borders of words; nothing else.
    """

    phrases: tuple[str, ...]
    expression: re.Pattern[str]

    def search(self, text: str) -> re.Match[str] | None:
        """The first place of a phrase; None if there is none."""
        return next(self.finditer(text), None)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The places of phrases, none inside another."""
        # Nearly every text has none, and looking for each as it is costs a tenth of the expression.
        return self.expression.finditer(text) if any(phrase in text for phrase in self.phrases) else iter(())


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


# A JSON file has no other type, and each loader gives it one at once.
def load(name: str) -> Any:
    """The content of a list."""
    return json.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _either(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def _any_of(phrases: list[str]) -> Phrases:
    """Finds the phrases, not inside a word."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    edged = (
        ("" if not phrase[0].isalnum() else r"\b")
        + re.escape(phrase)
        + ("" if not phrase[-1].isalnum() else r"\b")
        for phrase in longest_first
    )
    return Phrases(tuple(phrases), re.compile("|".join(edged)))
