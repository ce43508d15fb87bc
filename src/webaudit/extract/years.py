"""The years that a document is about, by what it is called and where it is kept."""

import re
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import unquote

from webaudit.extract.own_dates import today
from webaudit.model.evidence import Moment
from webaudit.model.site import Region
from webaudit.vocabulary.documents import document_marks

LONGEST_SPAN = 6
"""Years between the ends of a plan; more are two years that stand side by side."""

_APRIL = 4
"""Reports of the last year are due by the end of March."""

_YEAR = r"(?<!\d)20[0-3]\d(?!\d)"
_YEARS = re.compile(_YEAR)
_SPAN = re.compile(rf"({_YEAR})\s*(?:[-–—/_]|s\s?[./]?\s?d\b\.?|sampai(?: dengan)?|hingga|to)\s*({_YEAR})")
_UPLOADED = re.compile(rf"/({_YEAR})/(?:0[1-9]|1[0-2])/")
_CHARACTERS = 500


@lru_cache(maxsize=4096)
def years_in(text: str) -> tuple[int, ...]:
    """The years that a short text names, ascending: all of a span, none of a regulation or a day.

    The last day of a year is one of its year: it closes the books.
    """
    if "20" not in text:
        return ()
    marks = document_marks()
    said = " ".join(text[:_CHARACTERS].lower().replace("_", " _ ").split()).replace(" _ ", "_")
    said = marks.days.sub(" ", marks.laws.sub(" ", said.replace("undang-undang", "undang undang")))
    found = {int(year) for year in _YEARS.findall(said)}
    for first, last in _SPAN.findall(said):
        if 0 < int(last) - int(first) <= LONGEST_SPAN:
            found.update(range(int(first), int(last) + 1))
    return tuple(sorted(found))


@lru_cache(maxsize=4096)
def years_of_file(url: str) -> tuple[int, ...]:
    """The years that the last part of a path names, or a value of the query."""
    path, _, query = url.partition("://")[2].partition("?")
    parts = [path.rstrip("/").rpartition("/")[2], *(part.partition("=")[2] for part in query.split("&"))]
    return tuple(sorted({year for part in parts[:6] for year in years_in(unquote(part[:_CHARACTERS]))}))


def agreed(
    named: Sequence[int], url: str, *, around: Sequence[int] = (), decides: bool = False
) -> tuple[tuple[int, ...], bool]:
    """The years that a document is about, and whether they are disputed.

    Args:
        named: by the text of its link.
        url: normalised.
        around: by what stands around the link; asked where neither text nor file names any.
        decides: the file's name says what the document is, and so knows its year better than a link does.
    """
    file = years_of_file(url)
    both = tuple(sorted({*named} & {*file}))
    disputed = bool(named and file) and not both and not decides
    years = both or (file if decides else ()) or tuple(named) or file or tuple(around)
    uploaded = _UPLOADED.search(url)
    # Next year's plan is ready this year; what is older than that can not be of a later year.
    early = uploaded is not None and bool(years) and int(uploaded[1]) < min(years) - 1
    return years, disputed or early


def list_years(moment: Moment, region: Region) -> tuple[int, ...]:
    """The years of which a standing list may be: this one, the last, or already the next."""
    year = today(moment, region).year
    return year - 1, year, year + 1


def plan_years(moment: Moment, region: Region) -> tuple[int, ...]:
    """The years of which a plan may be: this one or the next, and until March the last."""
    day = today(moment, region)
    return (*((day.year - 1,) if day.month < _APRIL else ()), day.year, day.year + 1)


def report_years(moment: Moment, region: Region) -> tuple[int, ...]:
    """The years of which a report may be: the last, and until March, while it is written, the one before."""
    day = today(moment, region)
    return (*((day.year - 2,) if day.month < _APRIL else ()), day.year - 1)
