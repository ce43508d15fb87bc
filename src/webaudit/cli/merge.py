"""`webaudit merge`: unite the runs of machines that shared one list."""

from pathlib import Path
from typing import Annotated

import typer

from webaudit.cli import options
from webaudit.locales import marked


def merge(
    runs: Annotated[list[Path], typer.Argument(metavar="RUN", help=marked("Folders of runs of one list."))],
    into: Annotated[Path, typer.Option("--into", metavar=marked("DIR"), help=marked("The new folder."))],
    lang: options.Lang = "id",
    quiet: options.Quiet = False,
) -> None:
    """Unite the runs of several machines; their order makes no difference.

    Examples:
      webaudit merge part-1 part-2 part-3 --into whole
    """
    from webaudit.cli import outcome
    from webaudit.pipeline import run as stored

    words = outcome.words(lang)
    folder = stored.merged([stored.opened(path) for path in runs], into)
    if not quiet:
        print(words("The runs are united in {run}.", run=folder.path))
