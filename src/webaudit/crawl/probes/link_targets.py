"""Probe of the record LinkTargets."""

from webaudit.crawl.visit import Visit
from webaudit.extract import choose
from webaudit.model.evidence import LinkTargets, Purpose, Readings
from webaudit.model.record import Failure


async def link_targets(visit: Visit, readings: Readings | Failure) -> LinkTargets | Failure:
    """Asks the chosen links on the site's own hosts, and notes those on others for later.

    Returns:
        a count alone; the record is rebuilt from the Exchanges.
    """
    pages = readings if isinstance(readings, Readings) else Readings(())
    asked = visit.seen(Purpose.HOME, Purpose.PAGE, Purpose.DOCUMENT, Purpose.LINK_TARGET)
    internal, visit.targets, unasked = choose.link_targets(visit.plan, pages, asked)
    if isinstance(readings, Failure) and not internal and not visit.targets:
        return readings
    for url in internal:
        if visit.closed or not visit.rules.allows(url):
            unasked += 1
            continue
        chain, _ = await visit.follow(
            url,
            Purpose.LINK_TARGET,
            visit.plan.budget.redirects,
            others=(Purpose.HOME, Purpose.PAGE, Purpose.DOCUMENT),
        )
        if not chain:
            break
    return LinkTargets((), unasked)
