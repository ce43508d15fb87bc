"""Captures one site: runs the probes in the order of their needs, and turns what fails into Failures."""

import asyncio
import inspect
import logging
import typing
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from webaudit.crawl.client import Net
from webaudit.crawl.probes.cors import cors
from webaudit.crawl.probes.dns import dns
from webaudit.crawl.probes.documents import documents
from webaudit.crawl.probes.feeds import feeds
from webaudit.crawl.probes.first_bytes import first_bytes
from webaudit.crawl.probes.guises import guises
from webaudit.crawl.probes.halfway import halfway
from webaudit.crawl.probes.home import home
from webaudit.crawl.probes.home_weight import home_weight
from webaudit.crawl.probes.link_targets import link_targets
from webaudit.crawl.probes.not_found import not_found
from webaudit.crawl.probes.plain_http import plain_http
from webaudit.crawl.probes.readings import readings
from webaudit.crawl.probes.rendered import rendered
from webaudit.crawl.probes.robots import robots
from webaudit.crawl.probes.security_txt import security_txt
from webaudit.crawl.probes.sitemaps import sitemaps
from webaudit.crawl.probes.style_sheets import style_sheets
from webaudit.crawl.probes.tls import tls
from webaudit.crawl.visit import Visit, started
from webaudit.model.dns import Dns
from webaudit.model.evidence import Exchange, Purpose
from webaudit.model.plan import Plan
from webaudit.model.record import Failure, FailureReason, Record
from webaudit.model.tls import Tls

PROBES: tuple[Callable[..., Awaitable[Record | Failure]], ...] = (
    home,
    tls,
    plain_http,
    robots,
    style_sheets,
    sitemaps,
    feeds,
    readings,
    halfway,
    documents,
    link_targets,
    not_found,
    guises,
    cors,
    security_txt,
    home_weight,
    first_bytes,
    dns,
    rendered,
)
"""Where nothing else decides, they run in this order."""

STORED = (Dns, Tls)
"""Records that are no HTTP; the others are rebuilt from the Exchanges."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Captured:
    """What a capture brought home beside its Exchanges.

    Attributes:
        captured_at: when it began.
        records: by name of the record type: what is not HTTP, and the Failures.
        targets: addresses on other hosts that the site links to and that are to be asked.
        limits: names of the bounds that were hit, in alphabetical order.
    """

    captured_at: datetime
    records: Mapping[str, Record | Failure]
    targets: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Probe:
    """A probe and what its signature says.

    Attributes:
        record: name of the type that it brings home.
        needs: name of the record type by parameter, and whether a Failure is taken in its place.
    """

    function: Callable[..., Awaitable[Record | Failure]]
    record: str
    needs: Mapping[str, tuple[str, bool]]


async def capture(
    plan: Plan,
    net: Net,
    keep: Callable[[Exchange], None],
    stored: Sequence[Exchange] = (),
    progress: Callable[[int, int], None] | None = None,
) -> Captured:
    """Captures one site within its budgets; raises nothing of the network's.

    Args:
        keep: is given each new Exchange at once.
        stored: Exchanges of an interrupted capture, served in place of the network and not kept again.
        progress: is told the numbers of pages and requests.
    """
    captured_at = started(stored)
    visit = Visit(plan, net, keep, progress)
    visit.store(stored)
    wanted = set(plan.probes) if plan.crawl else {"Rendered", "StyleSheets"}.intersection(plan.probes)
    found: dict[str, Record | Failure] = {}
    try:
        for probe in _order(wanted | {"Home"}):
            found[probe.record] = await _run(probe, visit, found)
    finally:
        visit.end()
    records = {
        name: record
        for name, record in sorted(found.items())
        if isinstance(record, (Failure, *STORED)) and (name in wanted or name == "Home")
    }
    return Captured(captured_at, records, visit.targets, tuple(sorted(visit.limits)))


async def capture_targets(
    plan: Plan,
    host: str,
    urls: Sequence[str],
    net: Net,
    keep: Callable[[Exchange], None],
    stored: Sequence[Exchange] = (),
) -> None:
    """Asks addresses on one other host, each with its redirects, in order, within one site's budget."""
    visit = Visit(plan, net, keep)
    visit.store(stored)
    try:
        for url in urls:
            chain, _ = await visit.follow(url, Purpose.LINK_TARGET, plan.budget.redirects)
            if not chain:
                log.info("targets left out host=%s limits=%s", host, ",".join(sorted(visit.limits)))
                return
    finally:
        visit.end()


async def _run(probe: _Probe, visit: Visit, found: Mapping[str, Record | Failure]) -> Record | Failure:
    """The probe's record, or why it is not to be had."""
    for name, takes_failure in probe.needs.values():
        needed = found[name]
        if isinstance(needed, Failure) and not takes_failure:
            return needed
    given = {parameter: found[name] for parameter, (name, _) in probe.needs.items()}
    try:
        return await probe.function(visit, **given)
    except asyncio.CancelledError:
        raise
    except Exception as error:
        # A fault of ours: this record is lost, the others and the other sites are not.
        log.exception("probe failed site=%s record=%s", visit.plan.site.id, probe.record)
        return Failure(FailureReason.AUDITOR_ERROR, detail=type(error).__name__)


def _order(wanted: set[str]) -> tuple[_Probe, ...]:
    """The wanted probes and those that they need, needs first."""
    known = {probe.record: probe for probe in map(_read, PROBES)}
    ordered: dict[str, _Probe] = {}

    def place(record: str) -> None:
        if record in known and record not in ordered:
            for name, _ in known[record].needs.values():
                place(name)
            ordered[record] = known[record]

    for record in known:
        if record in wanted:
            place(record)
    return tuple(ordered.values())


def _read(function: Callable[..., Awaitable[Record | Failure]]) -> _Probe:
    """What a probe's signature says."""
    hints = typing.get_type_hints(function)
    (record,) = _records(hints.pop("return"))
    needs = {
        name: (_records(hint)[0], Failure in typing.get_args(hint))
        for name, hint in hints.items()
        if hint is not Visit
    }
    assert set(needs) == set(inspect.signature(function).parameters) - {"visit"}
    return _Probe(function, record, needs)


def _records(hint: typing.Any) -> list[str]:
    parts = typing.get_args(hint) or (hint,)
    return [part.__name__ for part in parts if part is not Failure]
