"""`webaudit seal`: a copy of a run that may be published."""

from pathlib import Path
from typing import Annotated

import typer

from webaudit.cli import options
from webaudit.locales import marked


def seal(
    run: options.Run,
    into: Annotated[Path, typer.Option("--into", metavar=marked("DIR"), help=marked("The new folder."))],
    public: Annotated[
        bool,
        typer.Option("--public", help=marked("Leave out what holds personal data, and keep its digest.")),
    ] = False,
    lang: options.Lang = "id",
    quiet: options.Quiet = False,
) -> None:
    """Make a sealed copy of a run that may be published.

    Answers that hold identity numbers of citizens, and files that were opened, stand in it without their
    bodies, with their digests; contacts and notes of the list are left out. What they held can not be
    judged again.

    Examples:
      webaudit seal runs/2026-11-24T010000Z --public --into for-the-public
    """
    from webaudit.cli import outcome
    from webaudit.model.errors import Message, SettingError
    from webaudit.pipeline import run as runs
    from webaudit.pipeline.seal import seal_public

    words = outcome.words(lang)
    if not public:
        raise SettingError(
            Message("a run is sealed when it is captured; for a copy that may be published add --public")
        )
    folder = runs.opened(run)
    with folder.lock(shared=True):
        count = seal_public(folder, into)
    if not quiet:
        print(
            words(
                "{run} may be published. Answers in it without their bodies: {count}.",
                run=into,
                count=count,
            )
        )
