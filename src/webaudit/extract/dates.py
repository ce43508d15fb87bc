"""Signs of when a page was published or changed, each with where it was read and how far to trust it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from lxml.html import HtmlElement

from webaudit.extract.date_words import MAYBE_RELATIVE, RELATIVE, is_label_of_other
from webaudit.extract.structured_date import (
    CHANGED,
    MOST_SIGNS,
    from_json,
    from_meta,
    from_microdata,
    structured,
)
from webaudit.extract.text import JOINED, Run, folded, shown
from webaudit.extract.written_date import day_of, is_plausible, noon_of, read_date
from webaudit.model.page import Page
from webaudit.model.reading import DateSign

__all__ = ["dates", "dates_beside", "read_date"]

MOST_READINGS = 3_000
"""Text nodes with digits that are read."""

RUN_CHARACTERS = 160
"""Longer text nodes are prose, and prose names many days that are not its own."""

TIME, LABELLED, LINKED = 0.9, 0.8, 0.5
"""Confidence by where a date stands; that of visible text is `read_date`'s."""

TO_MACHINES = ("json-ld", "meta", "microdata")
"""Methods by which a page tells a date that nobody sees."""

TICKING = 0.2
"""Confidence in a day that is today's, alone in its place: a clock writes it anew for each visitor."""

OF_OTHERS = 0.3
"""Confidence in a day that, by the classes around it, is of an event or a comment: neither is own news."""

DISPUTED = 0.3
"""Confidence in a day that machines are told, where readers are told an older one."""

TIME_CHARACTERS = 400
"""Of what a time element says, to machines or to readers."""

LABEL_CHARACTERS = 40
"""Of a text that names what stands behind it."""

_SLACK = timedelta(days=2)
"""Between what a time element says and shows: time zones are no contradiction."""

_IN_WORDS = re.compile(r"[^\W\d_]{3}.*\d{4}")
"""A day with its month in letters and its year: no other spelling is read the same by everybody."""

_CLASS_CHARACTERS = 200  # of classes whose meaning is remembered
_CLIMB = 6  # elements around a date that say where it stands


def _by_class(expression: str) -> Callable[[str], bool]:
    """Whether an element's classes match; a site has the same few on all pages."""
    pattern = re.compile(expression, re.IGNORECASE)
    remembered = lru_cache(maxsize=2_048)(pattern.search)

    def holds(classes: str) -> bool:
        return (remembered if len(classes) <= _CLASS_CHARACTERS else pattern.search)(classes) is not None

    return holds


_DIGIT = re.compile(r"\d")
_names_date = _by_class(r"date|tanggal|tgl|posted|publish|meta|byline|waktu|time")
_names_content = _by_class(
    r"post|berita|news|entry|arti(?:kel|cle)|card|item|blog|konten|content|pengumuman|kabar|list|meta|byline"
)
_names_others = _by_class(
    r"(?<![a-z])(?:tribe-)?(?:events?|agenda|acara|jadwal|countdown|deadline"
    r"|comment(?!s?-(?:link|count|open|off|number))s?|komentar)(?![a-z])"
)
_PLACE = re.compile(r"\W*(?:tempat|lokasi|venue)\s*(?::|$)", re.IGNORECASE)
_CELLS = ("td", "th", "dt", "dd")
_FRAME = ("header", "nav", "footer", "aside")
# Page builders call every box a widget, "elementor-widget".
_is_beside = _by_class(r"side-?bar|(?<![\w-])widget(?![\w-])|related|terkait|populer|popular|terbaru|recent")
_IN_URL = re.compile(r"/(?P<y>(?:19|20)\d\d)(?P<s>[/-]?)(?P<m>\d\d?)(?P=s)(?P<d>\d\d?)(?=[/_.-]|$)")


def dates(page: Page) -> tuple[DateSign, ...]:
    """All signs of when a page was published or changed, the strongest kinds first, at most `MOST_SIGNS`."""
    return dates_beside(page.root, page.url, page.exchange.started_at, shown(page.root).runs)


def dates_beside(
    root: HtmlElement, url: str, seen_at: datetime, runs: Sequence[Run], *, microdata: bool = True
) -> tuple[DateSign, ...]:
    """The same, for a caller that has read the visible text already.

    Args:
        runs: the page's visible text nodes.
        microdata: whether the page has any; the search for it is the dearest.
    """
    found: dict[tuple[str, str], DateSign] = {}
    to_readers: list[date] = []
    readers = (
        from_json(root, seen_at),
        from_meta(root, seen_at),
        from_microdata(root, seen_at) if microdata else (),
        _from_time(root, runs, seen_at, to_readers),
        _from_text(runs, seen_at, to_readers),
        _from_url(url, seen_at, to_readers),
    )
    for sign in chain.from_iterable(readers):
        key = (sign.method, sign.at.isoformat())
        known = found.get(key)
        if known is None or known.confidence < sign.confidence:
            found[key] = sign
        if len(found) == MOST_SIGNS:
            break
    return tuple(_weighed(found.values(), to_readers))


def _weighed(signs: Iterable[DateSign], to_readers: Sequence[date]) -> Iterator[DateSign]:
    """The signs; where a page tells readers one day, a newer one told to machines alone is disputed.

    Args:
        to_readers: days that stand beside a label in the page's own part, or in its address.
    """
    for sign in signs:
        told = sign.method in TO_MACHINES and len(to_readers) > 0
        if told and max(to_readers) - min(to_readers) <= _SLACK and _day(sign) - max(to_readers) > _SLACK:
            sign = replace(sign, confidence=min(sign.confidence, DISPUTED))
        yield sign


def _from_time(
    root: HtmlElement, runs: Sequence[Run], seen_at: datetime, to_readers: list[date]
) -> Iterator[DateSign]:
    """Time elements that are shown; where they say one day to readers and another to machines, the older."""
    texts = {element: text for text, element in runs}
    places = _Places()
    for element in islice(root.iter("time"), 10 * MOST_SIGNS):
        said = texts.get(element) or next(
            (texts[part] for part in islice(element.iter(), 8) if part in texts), None
        )
        if said is None:
            continue
        written = element.get("datetime") or said
        # What is not told relative to now means the same all day.
        written, said = written[:TIME_CHARACTERS], said[:TIME_CHARACTERS]
        moment = seen_at if _is_relative(f"{written} {said}") else noon_of(seen_at)
        sign, is_read = _told(written, said, moment)
        if sign is None:
            continue
        place = places.of(element)
        if place.of_others:
            sign = replace(sign, confidence=OF_OTHERS)
        elif _is_today(sign, seen_at) and not _in_content(element):
            sign = DateSign(sign.at, sign.raw, "time", TICKING)
        elif is_read and not place.framed:
            to_readers.append(_day(sign))
        yield sign


@lru_cache(maxsize=4_096)
def _is_relative(text: str) -> bool:
    """Whether a text has a word for a day by how long ago it was."""
    lower = text.lower()
    return MAYBE_RELATIVE.search(lower) is not None and RELATIVE.search(lower) is not None


@lru_cache(maxsize=4_096)
def _told(written: str, said: str, seen_at: datetime) -> tuple[DateSign | None, bool]:
    """What a time element tells, and whether it tells it to readers in words."""
    sign = structured(written, "time", seen_at, TIME)
    if sign is None:
        return None, False
    read = read_date(said, seen_at) if _IN_WORDS.search(said) else None
    if read is not None and read.confidence >= 0.6 and abs(_day(sign) - _day(read)) > _SLACK:
        sign = min(sign, replace(read, method="time"), key=_day)
    return sign, read is not None


def _day(sign: DateSign) -> date:
    return day_of(sign.at) if isinstance(sign.at, datetime) else sign.at


def _from_text(runs: Sequence[Run], seen_at: datetime, to_readers: list[date]) -> Iterator[DateSign]:
    """Text nodes that are short and name a day, or the element around one whose parts name it together."""
    whole: set[HtmlElement] = set()
    places = _Places()
    left = MOST_READINGS
    for index, (text, element) in enumerate(runs):
        if len(text) > RUN_CHARACTERS or not _may_name(text) or element.tag == "time":
            continue
        left -= 1
        if not left:
            return
        sign = read_date(text, seen_at)
        if sign is None or sign.confidence < LABELLED:
            # "<b>Diposting</b> <i>6 Des 2016</i>", or a day, a month and a year each in a box of its own.
            for around in (element, element.getparent()):
                if around is None or around in whole:
                    continue
                whole.add(around)
                # Each element is asked once, so that counting its children is linear.
                if not 1 <= len(around) <= 8:
                    continue
                together = " ".join(islice(around.itertext(), 12))
                if len(together) <= RUN_CHARACTERS:
                    wider = read_date(together, seen_at)
                    if wider is not None and (sign is None or wider.confidence > sign.confidence):
                        sign = wider
        before = runs[index - 1] if index else None
        if sign is not None and sign.confidence < LABELLED and (named := _named_by(before, text, element)):
            # A sentence that began long before is prose.
            sign = read_date(f"{named} {text.strip()}", seen_at) if len(named) <= RUN_CHARACTERS else None
        if sign is not None and any(_PLACE.match(said) for said, _ in runs[index + 1 : index + 3]):
            continue
        if sign is not None:
            place = places.of(element)
            confidence = _confidence(sign, element, place, seen_at)
            if confidence >= LABELLED and not place.framed:
                to_readers.append(_day(sign))
            yield DateSign(sign.at, sign.raw, "text", confidence)


# Menus and lists say the same on page after page.
@lru_cache(maxsize=4_096)
def _may_name(text: str) -> bool:
    """Whether a short text may name a day."""
    return _DIGIT.search(text) is not None or _is_relative(text)


def _named_by(before: Run | None, text: str, element: HtmlElement) -> str:
    """The text node before, if it says what day stands behind it: in the same sentence, or as its label."""
    if before is None:
        return ""
    said, place = folded(before[0]), before[1]
    together = place is element.getparent() or (place.getparent() is element and place.tag in JOINED)
    cell = element.tag in _CELLS and place.tag in _CELLS and place.getparent() is element.getparent()
    label = len(said) <= LABEL_CHARACTERS and (said.endswith(":") or text.lstrip().startswith(":"))
    heads_row = cell and len(said) <= LABEL_CHARACTERS and is_label_of_other(said)
    return said if together or label or heads_row else ""


def _confidence(sign: DateSign, element: HtmlElement, place: "_Place", seen_at: datetime) -> float:
    if place.of_others:
        return OF_OTHERS
    today = _is_today(sign, seen_at) and not _in_content(element)
    changed = CHANGED.search(sign.raw) is not None
    # “Last updated: today” costs nobody an update, and a footer is no place for news.
    if today and (sign.confidence < LABELLED or changed or place.framed):
        return TICKING
    if changed and place.in_footer:
        return TICKING
    if sign.confidence >= LABELLED:
        return sign.confidence
    if sign.confidence >= 0.6:
        for around in (element, element.getparent()):
            if around is not None and _names_date(around.get("class") or ""):
                return LABELLED
    return sign.confidence


def _is_today(sign: DateSign, seen_at: datetime) -> bool:
    if isinstance(sign.at, datetime):
        return abs((sign.at - seen_at).total_seconds()) < 86_400
    return sign.at == day_of(seen_at)


class _Place(NamedTuple):
    """Where a date stands.

    Attributes:
        of_others: in an event or in a visitor's comment, by the classes around it.
        framed: in a part that all pages of a site share.
        in_footer: in such a part, below a footer.
    """

    of_others: bool
    framed: bool
    in_footer: bool


class _Places:
    """The places of a page's dates; what is around one is around many."""

    def __init__(self) -> None:
        self._around: dict[HtmlElement, tuple[tuple[str, str], ...]] = {}

    def of(self, element: HtmlElement) -> _Place:
        """The place of an element."""
        names = self._names(element)
        common = all(len(classes) <= _CLASS_CHARACTERS for _, classes in names)
        return (_place_by if common else _place_by.__wrapped__)(names)

    def _names(self, element: HtmlElement) -> tuple[tuple[str, str], ...]:
        """The tags and classes of an element and of what is around it, from inside."""
        names = self._around.get(element)
        if names is None:
            parent = element.getparent()
            above = self._names(parent)[:_CLIMB] if parent is not None else ()
            names = self._around[element] = ((str(element.tag), element.get("class") or ""), *above)
        return names


# The dates of a list stand in the same boxes, on page after page.
@lru_cache(maxsize=4_096)
def _place_by(around: tuple[tuple[str, str], ...]) -> _Place:
    """The place of an element by its tag and classes and those of its ancestors, from inside."""
    framed, beside = False, False
    for tag, classes in around:
        if tag == "article":
            # Its own header and footer are no frame of the page.
            framed = False
        elif tag in ("nav", "aside") or _is_beside(classes):
            beside = True
            break
        framed = framed or tag in _FRAME
    of_others = any(_names_others(classes) for tag, classes in around[:4] if tag != "body")
    framed = framed or beside
    return _Place(of_others, framed, framed and any(tag == "footer" for tag, _ in around))


def _in_content(element: HtmlElement) -> bool:
    """Whether a date stands in an article, a list or a card, and not in the page's frame."""
    content = False
    for around in islice(element.iterancestors(), 6):
        if around.tag == "article":
            return True
        if around.tag in _FRAME:
            return any(above.tag == "article" for above in islice(around.iterancestors(), 4))
        content = content or around.tag in ("li", "main")
        content = content or (around.tag != "body" and _names_content(around.get("class") or ""))
    return content


def _from_url(url: str, seen_at: datetime, to_readers: list[date]) -> Iterator[DateSign]:
    match = _IN_URL.search(url[:2000])
    if match is not None:
        try:
            day = date(int(match["y"]), int(match["m"]), int(match["d"]))
        except ValueError:
            return
        if is_plausible(day, seen_at):
            to_readers.append(day)
            yield DateSign(day, match[0], "url", LINKED)
