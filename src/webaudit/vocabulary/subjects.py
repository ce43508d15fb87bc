"""How the services, pages and documents of an agency are known, made ready to be looked up."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from webaudit.vocabulary import load, plain


class SubjectKind(StrEnum):
    """What citizens look for."""

    SERVICE = "service"
    PAGE = "page"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Subject:
    """One service, page or document.

    Attributes:
        order: its place in the list.
        host: found in the name of a host that is its own; None if it has none.
        cancels: phrases, as `plain` spells them, that make another thing of a text.
        said: phrases, likewise, in the text of a page that are proof.
        not_path: found in a path that is nobody's own; None if any will do.
        heading: it may be a section of a page.
        elsewhere: it may stand on another's site; services and documents always may.
        reach: it may be a telephone number, a mail address or a chat.
        text: its files are for reading: pictures of a text will not do.
    """

    key: str
    kind: SubjectKind
    order: int
    host: re.Pattern[str] | None
    cancels: tuple[str, ...]
    said: tuple[str, ...]
    not_path: re.Pattern[str] | None
    heading: bool
    elsewhere: bool
    reach: bool
    text: bool


Phrase = tuple[tuple[str, ...], str]
"""The words of a phrase, and the key of its subject."""

PhraseIndex = Mapping[str, tuple[Phrase, ...]]
"""Phrases by the first of their words, longest first."""


@dataclass(frozen=True, slots=True)
class Subjects:
    """All subjects, and the words that tell them, ready to be looked up.

    Attributes:
        phrases: proof in a short text.
        whole: keys by the whole of a text.
        hints: proof only beside evidence of another kind.
        images: proof in the file name of an image.
        parts: keys by the whole of one part of a path.
        opening: phrases that a part of a path may begin with.
        filler: words at the ends of a text that say nothing.
        agency: words that a name of an agency begins with.
        headline: words of news.
        news: parts of paths below which news stand.
        image_filler: words of file names that say nothing.
        search_fields: names of fields to search a site.
        applications: entries of menus below which applications stand, as `plain` spells them.
        shorteners: hosts of forms and of short addresses that agencies give to what is theirs.
    """

    by_key: Mapping[str, Subject]
    phrases: PhraseIndex
    whole: Mapping[str, tuple[str, ...]]
    hints: PhraseIndex
    images: PhraseIndex
    parts: Mapping[str, tuple[str, ...]]
    opening: PhraseIndex
    filler: frozenset[str]
    agency: frozenset[str]
    headline: frozenset[str]
    news: frozenset[str]
    image_filler: frozenset[str]
    search_fields: frozenset[str]
    applications: frozenset[str]
    shorteners: tuple[str, ...]


@cache
def subjects() -> Subjects:
    """The subjects, from `subjects.json`."""
    data = load("subjects.json")
    entries = data["subjects"]
    by_key = {
        key: Subject(
            key=key,
            kind=SubjectKind(entry["kind"]),
            order=order,
            host=_either(entry.get("host", ())),
            cancels=tuple(plain(phrase) for phrase in entry.get("not", ())),
            said=tuple(plain(phrase) for phrase in entry.get("said", ())),
            not_path=_either(entry.get("not_path", ())),
            heading=entry.get("heading", False),
            elsewhere=entry.get("elsewhere", entry["kind"] != SubjectKind.PAGE),
            reach=entry.get("reach", False),
            text=entry.get("text", False),
        )
        for order, (key, entry) in enumerate(entries.items())
    }

    def of(field: str) -> list[tuple[str, str]]:
        return [(text, key) for key, entry in entries.items() for text in entry.get(field, ())]

    return Subjects(
        by_key=MappingProxyType(by_key),
        phrases=_index(of("phrases")),
        whole=_by_text(of("whole") + of("phrases")),
        hints=_index(of("hints")),
        images=_index(of("image")),
        parts=_by_text([(text.removesuffix(" *"), key) for text, key in of("path")]),
        opening=_index([(text.removesuffix(" *"), key) for text, key in of("path") if text.endswith(" *")]),
        filler=frozenset(data["filler"]),
        agency=frozenset(data["agency"]),
        headline=frozenset(data["headline"]),
        news=frozenset(plain(part).strip() for part in data["news"]),
        image_filler=frozenset(data["image_filler"]),
        search_fields=frozenset(data["search_fields"]),
        applications=frozenset(plain(entry) for entry in data["applications"]),
        shorteners=tuple(data["shorteners"]),
    )


def _either(patterns: Iterable[str]) -> re.Pattern[str] | None:
    whole = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(whole) if whole else None


def _by_text(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for text, key in pairs:
        spelt = plain(text).strip()
        if key not in found.get(spelt, ()):
            found[spelt] = (*found.get(spelt, ()), key)
    return MappingProxyType(found)


def _index(pairs: Iterable[tuple[str, str]]) -> PhraseIndex:
    found: dict[str, list[Phrase]] = {}
    for text, key in pairs:
        words = tuple(plain(text).split())
        found.setdefault(words[0], []).append((words, key))
    return MappingProxyType(
        {first: tuple(sorted(group, key=lambda phrase: -len(phrase[0]))) for first, group in found.items()}
    )
