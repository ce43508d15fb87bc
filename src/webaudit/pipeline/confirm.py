"""The second look that a run takes by itself: at sites that fail a gate which asks for more than one look."""

import logging
import time
from dataclasses import dataclass, replace
from datetime import datetime

from webaudit.crawl.clock import monotonic, utc_now
from webaudit.model.report import GateState, Report
from webaudit.pipeline.capture import Tell
from webaudit.pipeline.looks import apart, stored
from webaudit.pipeline.recheck import asked, look_again
from webaudit.pipeline.settings import Settings
from webaudit.scoring.gate import failed_of
from webaudit.store import rechecks
from webaudit.store.run import RunFolder

log = logging.getLogger(__name__)

LEAST_SECONDS = 30.0
"""With less of the deadline left, no second look is begun."""


@dataclass(frozen=True, slots=True)
class Due:
    """A finding that is to be looked at again.

    Attributes:
        what: "site:check".
        at: not before.
    """

    what: str
    at: datetime


def due(run: RunFolder, report: Report) -> tuple[Due, ...]:
    """The findings of suspected gates that nobody looked at again since, in the order of the report."""
    least = apart(run.facts)
    looked: dict[str, datetime] = {look.facts.recheck: look.facts.started_at for look, _ in stored(run)}
    found = []
    for card in report.cards:
        site, first = card.assessment.site.id, card.assessment.captured_at
        for result in card.gates:
            if result.state is not GateState.SUSPECTED or first is None:
                continue
            for check in failed_of(result.gate, card.assessment.findings):
                one = Due(f"{site}:{check}", first + least)
                if one.what not in looked or looked[one.what] < one.at:
                    found.append(one)
    return tuple(found)


def confirm(
    run: RunFolder, todo: tuple[Due, ...], settings: Settings, until: float | None, tell: Tell
) -> bool:
    """Waits for each finding until it is due, and looks at it again; whether any was looked at.

    What is killed while it waits, or had no time, is found again by `--resume`.

    Args:
        run: locked by the caller.
        until: end of the deadline, on the monotonic clock; what is due later stays suspected.
    """
    left_over = [one.what for one in todo]
    rechecks.note_due(run.path, left_over)
    for one in sorted(todo, key=lambda one: one.at):
        pause = max(0.0, (one.at - utc_now()).total_seconds())
        left = None if until is None else until - monotonic()
        if left is not None and pause + LEAST_SECONDS > left:
            log.warning("no time for a second look finding=%s", one.what)
            continue
        time.sleep(pause)
        limit = None if left is None else left - pause
        look_again(run, asked(run, one.what), replace(settings, deadline_seconds=limit), tell=tell)
        left_over.remove(one.what)
        rechecks.note_due(run.path, left_over)
    return len(left_over) < len(todo)
