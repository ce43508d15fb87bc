"""The second look that an audit takes by itself before it says that a site was injected."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from webaudit.locales import Words
    from webaudit.model.report import Report
    from webaudit.pipeline.settings import Settings
    from webaudit.store.run import RunFolder


def second_look(
    run: "RunFolder",
    report: "Report",
    settings: "Settings",
    until: float | None,
    words: "Words",
    *,
    quiet: bool,
) -> bool:
    """Looks again at what is suspected, when it is time; whether anything was looked at.

    Args:
        run: locked by the caller.
        until: end of the deadline, on the monotonic clock.
    """
    from webaudit.cli.progress import Progress
    from webaudit.pipeline import run as runs
    from webaudit.pipeline.confirm import confirm, due

    # Whoever lifts every limit of pace does not want to wait either.
    if run.facts.politeness.rate == 0 and "recheck_after" not in run.facts.settings:
        return False
    todo = due(run, report)
    if not todo:
        return False
    if not quiet:
        last = max(one.at for one in todo).astimezone()
        message = (
            "Suspected findings that are looked at again: {count}, the last at {time}. If stopped: --resume"
        )
        print(words(message, count=len(todo), time=f"{last:%H:%M}"), file=sys.stderr)
    with Progress(words, runs.plans(run), quiet=quiet) as progress:
        return confirm(run, todo, settings, until, progress.tell)
