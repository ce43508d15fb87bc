"""Probe of the record FirstBytes."""

from webaudit.crawl.visit import Visit
from webaudit.extract import home_records
from webaudit.model.evidence import Home, Purpose
from webaudit.model.home_page import FirstBytes, Halfway
from webaudit.model.record import Failure


async def first_bytes(visit: Visit, home: Home, halfway: Halfway | Failure) -> FirstBytes | Failure:
    """Asks the home page at the end, a third time: three times apart tell a slow site from a slow moment."""
    del halfway  # It has been asked by now.
    if visit.closed:
        return visit.closed
    await visit.ask(home.final_url, Purpose.LAST)
    seen = (*visit.seen(Purpose.HALFWAY).values(), *visit.seen(Purpose.LAST).values())
    return home_records.first_bytes(home, seen)
