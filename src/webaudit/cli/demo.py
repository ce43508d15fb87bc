"""`webaudit demo`: the built-in province, audited offline by the same pipeline."""

from pathlib import Path
from typing import Annotated

import typer

from webaudit.cli import options
from webaudit.locales import marked


def demo(
    into: Annotated[
        Path,
        typer.Option(
            "--into", metavar=marked("DIR"), help=marked("Where the run and the JSON report are written.")
        ),
    ] = Path("runs"),
    jobs: options.Jobs = 1,
    lang: options.Lang = "id",
    quiet: options.Quiet = False,
) -> None:
    """Audit the built-in example province, offline: see what webaudit does in a minute.

    Examples:
      webaudit demo

      webaudit demo --lang en
    """
    from webaudit.cli import outcome
    from webaudit.cli.capture import captured
    from webaudit.cli.outputs import Outputs
    from webaudit.demo.server import Province
    from webaudit.model.plan import Reach
    from webaudit.pipeline import run as runs
    from webaudit.pipeline.settings import Settings

    words = outcome.words(lang)
    with Province() as province:
        reach = Reach(routes=province.routes, ca_bundle=str(province.ca_bundle))
        settings = Settings(max_pages=20, rate=0.0, jobs=jobs, reach=reach)
        path = runs.named_by_time(into, prefix="demo-")
        with captured(
            province.sites_file, path, None, settings, None, strict=False, words=words, quiet=quiet
        ) as folder:
            report = runs.judge(folder, jobs=jobs)
    json = path.with_suffix(".json")
    Outputs(json=str(json)).publish(report, words, quiet=quiet)
    if not quiet:
        print(
            words(
                "The evidence lies in {run}, the report for machines in {json}.", run=folder.path, json=json
            )
        )
