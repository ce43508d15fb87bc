"""The result of a survey of satisfaction, as a page tells it: an index, and the year that it is of."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from webaudit.model.reading import Reading
from webaudit.vocabulary.services import services

LOWEST, HIGHEST = 25.0, 100.0
"""Of an index after conversion (PermenPANRB 14/2017)."""

_AROUND = 120
"""Characters before and behind an index in which the year stands."""

_MOST = 20
_SURE = ("nilai", "indeks")
"""How words begin behind which a whole number is an index."""

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


class Result(NamedTuple):
    """An index that a page tells.

    Attributes:
        year: the latest that stands beside it; 0 if none does.
        raw: the text that it was read from.
        url: of the page.
    """

    value: float
    year: int
    raw: str
    url: str


def results(pages: Iterable[Reading], until: int) -> Iterator[Result]:
    """The indices that pages tell, in the order of the pages.

    Args:
        until: a later year is none of a result.
    """
    for page in pages:
        text = page.text.lower()
        if not any(word in text for word in services().result):
            continue
        for match in islice(_index().finditer(text), _MOST):
            value = float(match[1].replace(",", "."))
            # A bare "IKM … 45" may be the number of a street.
            sure = not match[1].isdecimal() or match[0].startswith(_SURE)
            if sure and LOWEST <= value <= HIGHEST:
                start, end = max(0, match.start() - _AROUND), match.end() + _AROUND
                years = [int(year) for year in _YEAR.findall(text[start:end]) if int(year) <= until]
                yield Result(value, max(years, default=0), match[0][-80:], page.url)


def year_in(text: str, until: int) -> int:
    """The latest year that a text names; 0 if it names none."""
    return max((int(year) for year in _YEAR.findall(text) if int(year) <= until), default=0)


@cache
def _index() -> re.Pattern[str]:
    """A number of two digits, or 100, close behind a word that announces it, and no count of something."""
    words, counted = services().result, services().counted
    either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    # Between them years and quarters may stand.
    return re.compile(
        rf"\b(?:{either})\b(?:[^\d]|(?<!\d)20\d\d(?!\d)|(?<!\d)[1-4](?![\d.,]\d)){{0,80}}?"
        rf"(?<![\d.,/-])(\d{{2}}(?:[.,]\d{{1,3}})?|100(?:[.,]0{{1,3}})?)(?![\d/-]|[.,]\d)"
        rf"(?!\s*(?:{'|'.join(map(re.escape, counted))})\b)"
    )
