"""Probe of the record Cors."""

from webaudit.crawl.visit import Visit
from webaudit.extract.observatory_seen import ORIGIN
from webaudit.model.evidence import Home, Purpose
from webaudit.model.heads import Cors
from webaudit.model.record import Failure, FailureReason


async def cors(visit: Visit, home: Home) -> Cors | Failure:
    """Asks once whether a page of any foreign site may read the home page."""
    if visit.closed:
        return visit.closed
    answer = await visit.ask(home.final_url, Purpose.CORS)
    # The fields are rebuilt from the Exchange.
    return Failure(FailureReason.BUDGET) if answer is None else Cors(answer.url, answer.status, ORIGIN)
