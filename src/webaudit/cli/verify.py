"""`webaudit verify`: is the evidence of a run what it was?"""

import sys

import typer

from webaudit.cli import options


def verify(run: options.Run, lang: options.Lang = "id", quiet: options.Quiet = False) -> None:
    """Check every file of a run against its sums; `sha256sum -c SHA256SUMS` does the same.

    Examples:
      webaudit verify runs/2026-11-24T010000Z
    """
    from webaudit.cli import outcome
    from webaudit.pipeline import run as runs

    words = outcome.words(lang)
    problems = runs.verify(run)
    for problem in problems:
        print(words.say(problem), file=sys.stderr)
    if problems:
        raise typer.Exit(1)
    if not quiet:
        print(words("Every file of {run} is what it was.", run=run))
