"""`webaudit page`: exactly these pages, nothing else."""

from pathlib import Path
from typing import Annotated

import typer

from webaudit.cli import options
from webaudit.locales import marked


def page(
    urls: Annotated[
        list[str] | None, typer.Argument(metavar="URL", help=marked("Addresses of the pages."))
    ] = None,
    from_file: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar=marked("FILE"),
            help=marked("Read addresses from a file, one a line; - is standard input."),
        ),
    ] = None,
    json: options.Json = None,
    format: options.Formats = None,
    out: options.Out = None,
    run: options.PagesRun = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    rubric: options.RubricName = None,
    rate: options.Rate = None,
    rate_per_address: options.RatePerAddress = 4.0,
    jobs: options.Jobs = 1,
    allow_private: options.AllowPrivate = False,
    resolve: options.Resolve = None,
    ca_bundle: options.CaBundle = None,
    browser: options.Browser = False,
    chromium: options.Chromium = "",
    fail_under: options.FailUnder = None,
    fail_on: options.FailOn = None,
    lang: options.Lang = "id",
    quiet: options.Quiet = False,
) -> None:
    """Check single pages: no list of sites, no crawl, nothing kept.

    Examples:
      webaudit page https://dinkes.example/

      webaudit page --from addresses.txt --json pages.json
    """
    from webaudit.cli import outcome
    from webaudit.cli.outputs import Outputs
    from webaudit.cli.progress import Progress
    from webaudit.pipeline import pages

    words = outcome.words(lang)
    outcome.check_thresholds(fail_on)
    settings = outcome.settings(
        words,
        rate=rate,
        rate_per_address=rate_per_address,
        jobs=jobs,
        allow_private=allow_private,
        resolve=resolve,
        ca_bundle=ca_bundle,
        browser=browser,
        chromium=chromium,
        quiet=quiet,
        select=select,
        ignore=ignore,
        crawl=False,
    )
    outputs = Outputs.checked(json=json, formats=format, out=out)
    plans = pages.plans(pages.addresses(urls or (), from_file), settings)
    with Progress(words, plans, quiet=quiet) as progress:
        report = pages.judge(plans, settings, rubric=rubric, run=run, tell=progress.tell)
    outputs.publish(report, words, quiet=quiet)
    raise typer.Exit(outcome.exit_code(report, fail_under=fail_under, fail_on=fail_on))
