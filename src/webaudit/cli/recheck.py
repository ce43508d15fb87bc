"""`webaudit recheck`: is what was wrong repaired?"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from webaudit.cli import options
from webaudit.locales import marked


def recheck(
    run: options.Run,
    what: Annotated[
        str,
        typer.Argument(
            metavar="SITE:CHECK|SITE",
            help=marked(
                "One finding, as the scorecard and the JSON report write it, or all of a site by its id."
            ),
        ),
    ],
    json: Annotated[
        str | None,
        typer.Option(
            "--json", metavar="FILE|-", help=marked("Write the comparison as JSON; - is standard output.")
        ),
    ] = None,
    rate: options.Rate = None,
    allow_private: options.AllowPrivate = False,
    resolve: options.Resolve = None,
    ca_bundle: Annotated[
        # SSL_CERT_FILE is not heeded here: what the run trusted is trusted again.
        Path | None,
        typer.Option(
            "--ca-bundle",
            metavar="FILE",
            help=marked("Trusted roots in PEM form, in place of those that the run had."),
        ),
    ] = None,
    resolver: options.Resolver = None,
    lang: options.Lang = "id",
    quiet: options.Quiet = False,
) -> None:
    """Look at one finding of a run again, or at a whole site, after a repair; the run itself never changes.

    What is asked again is what the finding needs: of a finding on pages its
    failed pages and the home page. The evidence is kept in the run's folder,
    under rechecks/, with sums of its own. The value is told as it would be if
    the site had been so at the first look. Exit code 0: repaired; 1: not
    repaired, or not all of it could be seen again.

    Examples:
      webaudit recheck runs/2026-11-24T010000Z dinkes:page-language

      webaudit recheck runs/2026-11-24T010000Z dinkes --json after.json
    """
    from functools import partial

    from webaudit.cli import outcome, outputs
    from webaudit.cli.progress import Progress
    from webaudit.pipeline import recheck as rechecks
    from webaudit.pipeline import run as runs
    from webaudit.render import recheck as told

    words = outcome.words(lang)
    settings = outcome.settings(
        words,
        rate=rate,
        allow_private=allow_private,
        resolve=resolve,
        ca_bundle=ca_bundle,
        resolver=resolver,
        quiet=quiet,
    )
    outputs.check_json(json)
    folder = runs.opened(run)
    asked = rechecks.asked(folder, what)
    with folder.lock(), Progress(words, [asked.plan], quiet=quiet) as progress:
        seen = rechecks.look_again(folder, asked, settings, tell=progress.tell)
    outputs.write_json(json, partial(told.render_json, seen, words))
    if quiet:
        for line in told.troubles(seen, words):
            print(line, file=sys.stderr)
    elif json != "-":
        told.render(seen, words, outcome.console(sys.stdout))
    raise typer.Exit(0 if seen.repaired else 1)
