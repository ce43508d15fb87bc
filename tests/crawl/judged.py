"""A site on loopback, captured and judged in one go: what became of it, how long it took, what was asked."""

import asyncio
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, replace

from tests.crawl.servers import PROBES, Answer, Server, answer, captured, plan, routed, serve
from webaudit.checks import catalogue
from webaudit.crawl.clock import monotonic
from webaudit.model.evidence import Exchange, Snapshot
from webaudit.model.plan import Budget, Reach
from webaudit.model.record import FailureReason, Stage
from webaudit.model.report import Assessment
from webaudit.pipeline.assess import assess

QUICK = Budget(request_seconds=0.5, stall_seconds=1.2, total_seconds=5.0, pages=6)
"""For servers that stall."""

PATIENT = Budget(request_seconds=8.0, stall_seconds=16.0, total_seconds=60.0, pages=6)
"""For those that answer, however busy the machine is."""

ENOUGH_SECONDS = 30.0
"""Of a machine that is busy with other tests; a deadline that does not hold takes for ever."""


@dataclass(frozen=True)
class Judged:
    """A site, judged.

    Attributes:
        asked: request targets, of both servers.
        seconds: that the capture took.
    """

    assessment: Assessment
    asked: tuple[str, ...]
    kept: tuple[Exchange, ...]
    seconds: float

    @property
    def status(self) -> str:
        """What became of it."""
        return self.assessment.status.value

    @property
    def reason(self) -> FailureReason | None:
        """Why it is not simply reachable."""
        return self.assessment.failure.reason if self.assessment.failure else None

    @property
    def stage(self) -> Stage | None:
        """How far it came."""
        return self.assessment.failure.stage if self.assessment.failure else None

    @property
    def limits(self) -> tuple[str, ...]:
        """The bounds that were hit."""
        return self.assessment.crawl.limits


def judge(
    http: Mapping[str, Answer | list[Answer]],
    https: Mapping[str, Answer | list[Answer]] | None = None,
    tls: ssl.SSLContext | None = None,
    *,
    start: str = "http://a.test/",
    budget: Budget = PATIENT,
    ca_bundle: str = "",
    probes: tuple[str, ...] = PROBES,
) -> Judged:
    """Captures and judges a.test, whose ports 80 and 443 are two servers; without `https` 443 is closed."""

    async def run() -> tuple[Judged, Reach]:
        robots: Mapping[str, Answer | list[Answer]] = {
            "/robots.txt": answer("", 404),
            "/sitemap.xml": answer("", 404),
        }
        async with serve({**robots, **http}) as plain, serve({**robots, **(https or {})}, tls) as secure:
            closed = Server(1, {})
            reach = routed(("a.test", 80, plain), ("a.test", 443, closed if https is None else secure))
            listed = plan(start, reach=replace(reach, ca_bundle=ca_bundle), budget=budget, probes=probes)
            begun = monotonic()
            found, kept = await captured(listed)
            seconds = monotonic() - begun
            snapshot = Snapshot(listed, found.captured_at, kept, found.records, found.targets, found.limits)
            assessment = assess(snapshot, catalogue().checks)
            return Judged(assessment, (*plain.asked, *secure.asked), tuple(kept), seconds), reach

    judged, _ = asyncio.run(run())
    assert judged.seconds < ENOUGH_SECONDS
    assert len(judged.asked) <= budget.requests
    return judged
