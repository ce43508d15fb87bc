"""`webaudit assess`: judge stored evidence again, without a network."""

import typer

from webaudit.cli import options


def assess(
    run: options.Run,
    json: options.Json = None,
    format: options.Formats = None,
    out: options.Out = None,
    rubric: options.RubricName = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    jobs: options.Jobs = 1,
    dask: options.Dask = "",
    shard: options.ShardOption = "1/1",
    fail_under: options.FailUnder = None,
    fail_on: options.FailOn = None,
    lang: options.Lang = "id",
    quiet: options.Quiet = False,
) -> None:
    """Judge the evidence of a run again; it says the same, to the byte.

    Examples:
      webaudit assess runs/2026-11-24T010000Z --json again.json

      webaudit assess runs/2026-11-24T010000Z --rubric my-rubric.yaml
    """
    from webaudit.cli import outcome
    from webaudit.cli.outputs import Outputs
    from webaudit.pipeline import run as runs
    from webaudit.pipeline.settings import Selection, Shard

    words = outcome.words(lang)
    outcome.check_thresholds(fail_on)
    outputs = Outputs.checked(json=json, formats=format, out=out)
    if dask:
        from webaudit.pipeline.cluster import check

        check(dask)
    folder = runs.opened(run)
    selection = Selection(tuple(select or ()), tuple(ignore or ())) if select or ignore else None
    with folder.lock():
        report = runs.judge(
            folder,
            rubric=rubric,
            selection=selection,
            jobs=jobs,
            shard=Shard.parse(shard),
            again=True,
            dask=dask,
        )
    outputs.publish(report, words, quiet=quiet)
    raise typer.Exit(outcome.exit_code(report, fail_under=fail_under, fail_on=fail_on))
