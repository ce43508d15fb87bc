"""Check `stale-sections`."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from webaudit.extract.date_words import MONTH, MONTHS
from webaudit.extract.own_dates import LEAST_CONFIDENCE, local_day, on_every_page, today
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Moment, Readings
from webaudit.model.finding import Measure, Verdict, failed, passed
from webaudit.model.reading import Reading
from webaudit.model.site import Region
from webaudit.standards import indonesia
from webaudit.vocabulary import sections

STALE_DAYS = 365

EVENTS = "agenda"
"""The section whose newest items are days to come, which are no days of publication."""

_FEW_PAGES = 3
"""With fewer, nothing can be told of what all of them share."""

_PAGE_NUMBER = re.compile(r"/(?:page|halaman|hal|p)?/?\d{1,4}$")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_REACH = 20
"""Characters before a year in which its month stands."""

_MONTH_BEFORE = re.compile(rf"(?:(?<!\d)(?P<day>\d{{1,2}})\s)?(?<![a-z])(?P<month>{MONTH})\s$")


@check(
    id="stale-sections",
    title="No section that promises something new is abandoned",
    category=Category.FRESHNESS,
    severity=Severity.MINOR,
    sources=(indonesia.UU_14_2008, indonesia.PERKI_1_2021),
    remedy="Publish something new in the section, or take it out of the menu. In WordPress: Posts, Add New, "
    "with the section's category; or Appearance, Menus.",
    since="0.3.0",
)
def stale_sections(readings: Readings, moment: Moment, region: Region) -> Iterator[Verdict]:
    """Who opens “Agenda” or “Pengumuman” and finds what was new years ago does not look there again.

    Target: each section for news, announcements, events, pictures or vacancies whose list was captured and
        shows a date.
    Expectation: the newest date on its pages is at most a year old.
    Limits: sections are known by their address. Dates that stand on most pages of the site are of no
        section. An agenda that names a later month is not held to be old: its events are days to come.

    Passed:
        ```json
        {"readings": {"pages": [{"url": "https://dinas.example/agenda", "status": 200, "kind": "content",
            "dates": [{"at": "2026-03-24", "raw": "24 Maret 2026", "method": "text", "confidence": 0.6}]}]},
         "moment": {"at": "2026-07-05T03:00:00Z"}, "region": {}}
        ```

    Failed (older-than-a-year):
        ```json
        {"readings": {"pages": [{"url": "https://dinas.example/agenda", "status": 200, "kind": "content",
            "dates": [{"at": "2021-03-24", "raw": "24 Maret 2021", "method": "text", "confidence": 0.6}]}]},
         "moment": {"at": "2026-07-05T03:00:00Z"}, "region": {}}
        ```
    """
    now = today(moment, region)
    frame = on_every_page(readings)
    pages: dict[str, list[Reading]] = defaultdict(list)
    lists: dict[str, str] = {}
    for page in readings.content:
        *above, last = _path(page.url)
        section = sections().get(last)
        if section and section not in lists and _days(page, frame, now, region):
            lists[section] = page.url
        for name in dict.fromkeys(sections().get(part) for part in (last, *above)):
            if name:
                pages[name].append(page)
    for section, url in sorted(lists.items()):
        newest = max(day for page in pages[section] for day in _days(page, frame, now, region))
        age = (now - newest).days
        measure = Measure("age_days", age)
        to_come = section == EVENTS and any(
            _names_later(page.text, newest, now, readings) for page in pages[section]
        )
        if age <= STALE_DAYS or to_come:
            yield passed(url, measure=measure)
        else:
            yield failed(
                url,
                "older-than-a-year",
                "the newest item of this section is of {date}, {days} days old",
                measure=measure,
                date=newest.isoformat(),
                days=age,
                section=section,
            )


def _path(url: str) -> list[str]:
    """The parts of a path in lower case, without the number of a page in a list; at least one."""
    path = url.partition("://")[2].partition("/")[2].partition("?")[0]
    return _PAGE_NUMBER.sub("", f"/{path.rstrip('/').lower()}").split("/")


def _days(page: Reading, frame: frozenset[str], now: date, region: Region) -> list[date]:
    """The credible days of a page that are its own."""
    days = (
        local_day(sign, region)
        for sign in page.dates
        if sign.confidence >= LEAST_CONFIDENCE and sign.raw not in frame
    )
    return [day for day in days if day <= now]


def _names_later(text: str, newest: date, now: date, readings: Readings) -> bool:
    """Whether a text names a later month, not over a year ago, in words that do not stand on most pages."""
    for year_there in _YEAR.finditer(text):
        before = text[max(0, year_there.start() - _REACH) : year_there.start()]
        month = _MONTH_BEFORE.search(before.lower())
        if month is None:
            continue
        named = int(year_there[0]), MONTHS[month["month"].rstrip(".")]
        if named >= max((newest.year, newest.month + 1), (now.year - 1, now.month)):
            phrase = before[month.start() :] + year_there[0]
            shown = sum(phrase in page.text for page in readings.content)
            if 2 * shown <= len(readings.content) or len(readings.content) < _FEW_PAGES:
                return True
    return False
