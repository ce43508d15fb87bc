"""`webaudit report`: a stored run in other forms."""

import typer

from webaudit.cli import options


def report(
    run: options.Run,
    format: options.Formats = None,
    out: options.Out = None,
    rubric: options.RubricName = None,
    jobs: options.Jobs = 1,
    fail_under: options.FailUnder = None,
    fail_on: options.FailOn = None,
    lang: options.Lang = "id",
) -> None:
    """Print a stored run, or write it to files: scorecard, JSON, Markdown, workbook, CSV, JUnit, SARIF, EARL.

    Examples:
      webaudit report runs/2026-11-24T010000Z

      webaudit report runs/2026-11-24T010000Z --format markdown

      webaudit report runs/2026-11-24T010000Z --format xlsx --format csv --out report
    """
    from webaudit.cli import outcome
    from webaudit.cli.outputs import Outputs
    from webaudit.pipeline import run as runs

    words = outcome.words(lang)
    outcome.check_thresholds(fail_on)
    outputs = Outputs.checked(json=None, formats=format, out=out)
    folder = runs.opened(run)
    with folder.lock(shared=True):
        whole = runs.judge(folder, rubric=rubric, jobs=jobs)
    outputs.publish(whole, words, shows=out is None)
    raise typer.Exit(outcome.exit_code(whole, fail_under=fail_under, fail_on=fail_on))
