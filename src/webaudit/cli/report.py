"""`webaudit report`: a stored run in another form."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from webaudit.cli import options
from webaudit.locales import marked


class Format(StrEnum):
    """The forms of a report."""

    TERMINAL = "terminal"
    JSON = "json"
    CSV = "csv"
    CSV_SITES = "csv-sites"
    MARKDOWN = "markdown"


def report(
    run: options.Run,
    format: Annotated[
        Format, typer.Option("--format", help=marked("The form of the report."))
    ] = Format.TERMINAL,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help=marked("Write to a file in place of standard output.")),
    ] = None,
    rubric: options.RubricName = None,
    jobs: options.Jobs = 1,
    lang: options.Lang = "id",
) -> None:
    """Print a stored run as scorecard, JSON, CSV (csv: a row a finding, csv-sites: a row a site) or Markdown.

    Examples:
      webaudit report runs/2026-11-24T010000Z

      webaudit report runs/2026-11-24T010000Z --format csv --out findings.csv
    """
    from webaudit.cli import outcome
    from webaudit.pipeline import run as runs
    from webaudit.store.whole_file import write_whole

    words = outcome.words(lang)
    outcome.check_writable(None if out is None else str(out))
    folder = runs.opened(run)
    with folder.lock(shared=True):
        whole = runs.judge(folder, rubric=rubric, jobs=jobs)
    if format is Format.TERMINAL and out is None:
        outcome.show(whole, words)
        return
    text = outcome.rendered(whole, words, format.value)
    if out is None:
        outcome.write_out(text, utf8=format is not Format.TERMINAL)
    else:
        write_whole(out, text)
