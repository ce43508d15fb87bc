"""Probe of the record Halfway."""

from webaudit.crawl.visit import Visit
from webaudit.model.evidence import Home, Purpose
from webaudit.model.home_page import Halfway
from webaudit.model.record import Failure, FailureReason


async def halfway(visit: Visit, home: Home) -> Halfway | Failure:
    """Asks the home page once more when its pages are captured, which is about the middle."""
    if visit.closed:
        return visit.closed
    answer = await visit.ask(home.final_url, Purpose.HALFWAY)
    return Failure(FailureReason.BUDGET) if answer is None else Halfway(answer.status)
