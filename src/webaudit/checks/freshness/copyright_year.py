"""Check `copyright-year`."""

import re
from collections.abc import Iterator

from webaudit.extract.date_words import MONTH
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Home, Moment, Readings
from webaudit.model.finding import Measure, Verdict, failed, passed
from webaudit.model.reading import Reading
from webaudit.model.record import Failure
from webaudit.standards import indonesia

_FOOT_CHARACTERS = 2_000
"""The notice stands at the end of a page; further up the words are those of articles and laws."""

_CREDIBLE = 0.5
"""Confidence in a date that is taken for one of publication."""

_SIGNS = ("©", "(c)", "copyright", "hak cipta")
_BEFORE = 60
"""Characters before a sign in which its years stand, and a whole day beside them."""

_YEAR = r"(?:19|20)\d\d"
_NOTICE = re.compile(
    # A whole day, of an event or a clock, is passed over: its year may stand beside the sign by chance.
    rf"\d{{1,2}}(?:\s+{MONTH}\s+|[-/.]\d{{1,2}}[-/.])\d{{4}}"
    rf"|(?:{'|'.join(map(re.escape, _SIGNS))})[^\d]{{0,80}}({_YEAR})(?:\s?[-–—/]\s?({_YEAR}))?"
    r"(?!\d|[-/.]\d\d?(?!\d))"
    rf"|(?<!\d)({_YEAR})(?:\s?[-–—/]\s?({_YEAR}))?\s?(?:©|\(c\)|copyright)"
)
"""In small letters: without regard to them the search takes twice as long."""


@check(
    id="copyright-year",
    title="The year in the footer is current",
    category=Category.FRESHNESS,
    severity=Severity.MINOR,
    sources=(indonesia.UU_14_2008,),
    remedy="Write the current year in the footer, or let the site fill it in. In WordPress: Appearance, "
    "Customize, Footer; or the theme's own options.",
    since="0.1.0",
    sole_target=True,
)
def copyright_year(readings: Readings, home: Home | Failure, moment: Moment) -> Iterator[Verdict]:
    """A year long past at the foot of each page tells visitors that nobody looks after the site.

    Target: the latest year in the copyright notice at the end of the home page; of all captured pages if
        the home page has none.
    Expectation: it is this year or the last one, and what the pages date, if they date anything, is not
        older than that.
    Limits: a site without a year has no target. A year that a script writes is not seen.

    Passed:
        ```json
        {"readings": {"pages": [{"url": "https://dinas.example/", "status": 200, "kind": "content",
            "text": "Beranda Profil © 2019-2026 Dinas Kesehatan"}]},
         "home": {"reason": "not-captured"}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        ```

    Failed (past-year, year-alone):
        ```json
        {"readings": {"pages": [{"url": "https://dinas.example/", "status": 200, "kind": "content",
            "text": "Beranda Profil Hak Cipta © 2019 Dinas Kesehatan"}]},
         "home": {"reason": "not-captured"}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        {"readings": {"pages": [{"url": "https://dinas.example/", "status": 200, "kind": "content",
            "text": "Beranda Profil © 2026 Dinas Kesehatan", "dates": [
            {"at": "2021-03-03", "raw": "3 Maret 2021", "method": "time", "confidence": 0.9}]}]},
         "home": {"reason": "not-captured"}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        ```
    """
    start = home.final_url if isinstance(home, Home) else None
    found = [(year, page.url) for page in readings.content if (year := _year(page, moment.at.year))]
    at_home = [notice for notice in found if notice[1] == start]
    if not found:
        return
    year, url = max(at_home or found)
    measure = Measure("age_years", moment.at.year - year)
    dated = _newest_year(readings, moment.at.year)
    if year < moment.at.year - 1:
        yield failed(url, "past-year", "the footer says {year}", measure=measure, year=year)
    elif dated is not None and dated < moment.at.year - 1:
        # A year is changed in a minute, and says nothing if nothing else has been touched.
        message = "the footer says {year}, but the newest date on the pages is of {dated}"
        yield failed(url, "year-alone", message, measure=measure, year=year, dated=dated)
    else:
        yield passed(url, measure=measure)


def _newest_year(readings: Readings, this_year: int) -> int | None:
    """The year of the newest credible date on the pages; None if they show none."""
    years = (sign.at.year for page in readings.content for sign in page.dates if sign.confidence >= _CREDIBLE)
    return max((year for year in years if year <= this_year), default=None)


def _year(page: Reading, this_year: int) -> int | None:
    """The latest year in the page's notice that has come already; None if it has none."""
    foot = page.text[-_FOOT_CHARACTERS:].lower()
    signs = [at for sign in _SIGNS if (at := foot.find(sign)) >= 0]
    notices = _NOTICE.finditer(foot, max(0, min(signs) - _BEFORE)) if signs else ()
    years = [int(year) for notice in notices for year in notice.groups() if year]
    # Next year's may be there in the last days of December, in zones ahead of UTC.
    return max((year for year in years if year <= this_year + 1), default=None)
