"""`webaudit audit`: everything, from the list of sites to the scorecard."""

from pathlib import Path

import typer

from webaudit.cli import options


def audit(
    sites: options.Sites = Path("sites.yaml"),
    json: options.Json = None,
    format: options.Formats = None,
    out: options.Out = None,
    run: options.RunFolder = None,
    rubric: options.RubricName = None,
    only: options.Only = None,
    tag: options.Tag = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    max_pages: options.MaxPages = None,
    rate: options.Rate = None,
    rate_per_address: options.RatePerAddress = 4.0,
    jobs: options.Jobs = 1,
    dask: options.Dask = "",
    shard: options.ShardOption = "1/1",
    deadline: options.Deadline = None,
    allow_private: options.AllowPrivate = False,
    resolve: options.Resolve = None,
    ca_bundle: options.CaBundle = None,
    browser: options.Browser = False,
    chromium: options.Chromium = "",
    resolver: options.Resolver = None,
    fail_under: options.FailUnder = None,
    fail_on: options.FailOn = None,
    strict: options.Strict = False,
    resume: options.Resume = None,
    lang: options.Lang = "id",
    quiet: options.Quiet = False,
) -> None:
    """Audit all sites of a list: capture, judge, score, rank and print.

    Examples:
      webaudit audit

      webaudit audit sites.yaml --json report.json --quiet

      webaudit audit --only dinkes --max-pages 10 --lang en

      webaudit audit --resume
    """
    from webaudit.cli import outcome
    from webaudit.cli.capture import captured
    from webaudit.cli.outputs import Outputs

    words = outcome.words(lang)
    outcome.check_thresholds(fail_on)
    settings = outcome.settings(
        words,
        max_pages=max_pages,
        rate=rate,
        rate_per_address=rate_per_address,
        jobs=jobs,
        shard=shard,
        deadline=deadline,
        allow_private=allow_private,
        resolve=resolve,
        ca_bundle=ca_bundle,
        browser=browser,
        chromium=chromium,
        resolver=resolver,
        quiet=quiet,
        only=only,
        tag=tag,
        select=select,
        ignore=ignore,
    )
    if dask:
        from webaudit.pipeline.cluster import check

        check(dask)
    outputs = Outputs.checked(json=json, formats=format, out=out)
    with captured(sites, run, resume, settings, rubric, strict=strict, words=words, quiet=quiet) as folder:
        from webaudit.pipeline.run import judge

        report = judge(folder, rubric=rubric, jobs=jobs, shard=settings.shard, dask=dask)
    outputs.publish(report, words, quiet=quiet)
    raise typer.Exit(outcome.exit_code(report, fail_under=fail_under, fail_on=fail_on))
