"""A site on loopback, captured, judged and reported: what the JSON says of it, and what it cost."""

import asyncio
import json
import re
import ssl
from collections.abc import Mapping
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from tests.crawl.servers import (
    PROBES,
    Answer,
    Behaviour,
    Server,
    answer,
    captured,
    plan,
    routed,
    serve,
    serve_raw,
)
from webaudit.checks import catalogue
from webaudit.crawl.clock import monotonic
from webaudit.crawl.resolver import LookUp
from webaudit.locales import Words
from webaudit.model.evidence import Exchange, Snapshot
from webaudit.model.plan import Budget, Reach
from webaudit.model.record import FailureReason, Stage
from webaudit.model.report import Assessment, RunFacts
from webaudit.model.rubric import Rubric
from webaudit.pipeline.assess import assess
from webaudit.pipeline.report import report
from webaudit.render.json_v1 import render
from webaudit.store.rubrics import read_rubric

QUICK = Budget(request_seconds=0.5, stall_seconds=1.2, total_seconds=5.0, pages=6)
"""For servers that stall."""

PATIENT = Budget(request_seconds=8.0, stall_seconds=16.0, total_seconds=60.0, pages=6)
"""For those that answer, however busy the machine is."""

ENOUGH_SECONDS = 30.0
"""Of a machine that is busy with other tests; a deadline that does not hold takes for ever."""

MOST_BYTES = 120_000_000
"""By which the process may grow while a site is captured and judged, the servers' own buffers with it."""


@dataclass(frozen=True)
class Judged:
    """A site, judged.

    Attributes:
        site: what the report in JSON says of it.
        asked: request targets, of both servers.
        seconds: that the capture took.
    """

    assessment: Assessment
    site: dict[str, Any]
    asked: tuple[str, ...]
    kept: tuple[Exchange, ...]
    seconds: float

    @property
    def status(self) -> str:
        """What became of it."""
        return str(self.site["status"])

    @property
    def reason(self) -> FailureReason | None:
        """Why it is not simply reachable."""
        return FailureReason(self.site["reason"]) if self.site["reason"] else None

    @property
    def stage(self) -> Stage | None:
        """How far it came."""
        return Stage(self.site["stage"]) if self.site["stage"] else None

    @property
    def limits(self) -> tuple[str, ...]:
        """The bounds that were hit."""
        return tuple(self.site["crawl"]["limits_hit"])


def judge(
    http: Mapping[str, Answer | list[Answer]],
    https: Mapping[str, Answer | list[Answer]] | Behaviour | None = None,
    tls: ssl.SSLContext | None = None,
    *,
    start: str = "http://a.test/",
    budget: Budget = PATIENT,
    ca_bundle: str = "",
    probes: tuple[str, ...] = PROBES,
    reach: Reach | None = None,
    look_up: LookUp | None = None,
) -> Judged:
    """Captures and judges a.test, whose ports 80 and 443 are two servers; without `https` 443 is closed.

    Args:
        https: answers behind a handshake, or what is done to each connection.
        reach: instead of these two.
        look_up: stands in for the system's resolver.
    """

    async def run() -> Judged:
        robots: Mapping[str, Answer | list[Answer]] = {
            "/robots.txt": answer("", 404),
            "/sitemap.xml": answer("", 404),
        }
        async with AsyncExitStack() as stack:
            plain = await stack.enter_async_context(serve({**robots, **http}))
            secure = Server(1, {})
            if callable(https):
                secure.port = await stack.enter_async_context(serve_raw(https))
            elif https is not None:
                secure = await stack.enter_async_context(serve({**robots, **https}, tls))
            ways = reach or routed(("a.test", 80, plain), ("a.test", 443, secure))
            listed = plan(start, reach=replace(ways, ca_bundle=ca_bundle), budget=budget, probes=probes)
            begun = monotonic()
            found, kept = await captured(listed, look_up=look_up)
            seconds = monotonic() - begun
            snapshot = Snapshot(listed, found.captured_at, kept, found.records, found.targets, found.limits)
            assessment = assess(snapshot, catalogue().checks)
            asked = (*plain.asked, *secure.asked)
            return Judged(assessment, _reported(assessment), asked, tuple(kept), seconds)

    _rubric()
    before = _resident_bytes("VmRSS")
    with suppress(OSError):
        # The peak begins anew: proc(5).
        Path("/proc/self/clear_refs").write_text("5")
    judged = asyncio.run(run())
    assert _resident_bytes("VmHWM") - before < MOST_BYTES
    assert judged.seconds < ENOUGH_SECONDS
    assert len(judged.asked) <= budget.requests
    return judged


def _reported(assessment: Assessment) -> dict[str, Any]:
    """What a report in JSON says of the site."""
    assert assessment.captured_at is not None
    facts = RunFacts("", assessment.captured_at, assessment.captured_at, {})
    made = report(facts, [assessment], _rubric(), catalogue().checks, ranked=False)
    site: dict[str, Any] = json.loads(render(made, Words("en")))["sites"][0]
    return site


@cache
def _rubric() -> Rubric:
    return read_rubric("core", catalogue().ids)


def _resident_bytes(name: str) -> int:
    """Memory of this process, as Linux tells it; 0 elsewhere."""
    with suppress(OSError):
        if said := re.search(rf"{name}:\s*(\d+) kB", Path("/proc/self/status").read_text()):
            return int(said[1]) * 1024
    return 0
