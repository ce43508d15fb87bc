"""Our reading of dates beside dateparser alone and htmldate, on the strings of tests/data/dates.jsonl.

    python bench/dates.py [PAGES ...]

dateparser's `search_dates` is given Indonesian and English, day before month, and the time of the answer;
htmldate, if it is installed (`pip install htmldate`), a page that says the string and nothing else. A string
counts as right if its day is, or if it is refused where no day of publication is named; hours are not
compared. With PAGES (saved HTML) it prints what both find on them, and how long they take.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from dateparser.search import search_dates

from tests.evidence import page
from webaudit.extract.dates import dates, read_date

try:
    from htmldate import find_date
except ImportError:
    find_date = None

STRINGS = Path(__file__).parents[1] / "tests" / "data" / "dates.jsonl"
SEEN_AT = "2026-11-24T12:00:00+07:00"


def ours(text: str, seen_at: datetime) -> date | None:
    """What webaudit reads."""
    sign = read_date(text, seen_at)
    return sign and (sign.at.date() if isinstance(sign.at, datetime) else sign.at)


def dateparser_alone(text: str, seen_at: datetime) -> date | None:
    """The first day that dateparser finds."""
    naive = seen_at.replace(tzinfo=None)
    settings = {"DATE_ORDER": "DMY", "RELATIVE_BASE": naive, "PREFER_DATES_FROM": "past"}
    found = search_dates(text, languages=["id", "en"], settings=settings)
    return found[0][1].date() if found else None


def htmldate_alone(text: str, seen_at: datetime) -> date | None:
    """The day that htmldate finds on a page of this text."""
    html = (
        f"<html lang=id><head><title>Dinas</title></head><body><article><p>{text}</p></article></body></html>"
    )
    found = find_date(html, original_date=True, extensive_search=True, max_date=f"{seen_at:%Y-%m-%d}")
    return date.fromisoformat(found) if found else None


def strings() -> None:
    """Counts what each reads right and refuses rightly, and the milliseconds a string."""
    lines = [json.loads(line) for line in STRINGS.read_text("utf-8").splitlines()]
    dated = sum(line["date"] is not None for line in lines)
    print(f"{len(lines)} strings: {dated} with a date, {len(lines) - dated} without")
    readers: dict[str, Callable[[str, datetime], date | None]] = {
        "webaudit": ours,
        "dateparser": dateparser_alone,
    }
    if find_date is not None:
        readers["htmldate"] = htmldate_alone
    for name, reader in readers.items():
        right: Counter[str] = Counter()
        start = time.process_time()
        for line in lines:
            said = reader(line["text"], datetime.fromisoformat(line.get("seen_at", SEEN_AT)))
            expected = line["date"] and date.fromisoformat(line["date"][:10])
            right["read" if expected else "refused"] += said == expected
        each = 1000 * (time.process_time() - start) / len(lines)
        told = f"read {right['read']:3} of {dated}, refused {right['refused']:3} of {len(lines) - dated}"
        print(f"{name:10} {told}, {each:7.3f} CPU ms a string")


def pages(files: list[str]) -> None:
    """Prints what htmldate adds on pages without any other date, and what both take."""
    for file in files:
        body = Path(file).read_bytes()
        shown = page(body)
        start = time.process_time()
        found = dates(shown)
        own = 1000 * (time.process_time() - start)
        start = time.process_time()
        last = find_date(body.decode("utf-8", "replace"), original_date=True, max_date=SEEN_AT[:10])
        theirs = 1000 * (time.process_time() - start)
        said = max((sign.at.isoformat()[:10] for sign in found if sign.confidence >= 0.5), default="none")
        print(f"{Path(file).name:45} webaudit {said:10} {own:6.2f} ms  htmldate {last!s:10} {theirs:7.2f} ms")


if __name__ == "__main__":
    strings()
    if sys.argv[1:] and find_date is not None:
        pages(sys.argv[1:])
